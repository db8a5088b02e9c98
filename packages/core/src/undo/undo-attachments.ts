import type { StoredAttachment } from '../contract/records.js';
import { callOptions, type PlanContext } from '../plan/plan-context.js';
import type { BeforeAttachment } from '../state/before-image-store.js';
import type { Binding } from '../state/state-store.js';
import { joinDrafts, leftAlone, nothingToUndo, type UndoDraft } from './undo-draft.js';
import { undoReasons } from './undo-reasons.js';

export interface UndoAttachmentsInput {
  readonly records: readonly BeforeAttachment[];
  /** Of the family, now. */
  readonly bindings: readonly Binding[];
  readonly opportunityId: string | undefined;
}

/** Files that a push uploaded are deleted; versions that it deleted for them cannot come back. */
export async function undoAttachments(
  context: PlanContext,
  { records, bindings, opportunityId }: UndoAttachmentsInput,
): Promise<UndoDraft> {
  const port = context.contactManager.attachments;
  if (records.length === 0 || port === undefined || opportunityId === undefined) return nothingToUndo;
  const bound = new Map(
    bindings.flatMap(({ kind, key, recordId }) => (kind === 'attachment' ? [[key, recordId]] : [])),
  );
  const created = records.filter((record) => record.created);
  // A file whose upload was cut off has no binding, and may be there all the same.
  const lost = created.some(({ marker }) => !bound.has(marker));
  const listed: readonly StoredAttachment[] = lost
    ? await port.list(opportunityId, callOptions(context))
    : [];
  return joinDrafts(
    ...records.map(({ name, marker, created: isOurs, replaced }) => {
      const id = bound.get(marker) ?? listed.find((file) => file.marker === marker)?.id;
      const gone =
        replaced.length === 0
          ? nothingToUndo
          : leftAlone(
              'attachments',
              `The earlier version of ${name} was deleted by the push and cannot come back.`,
            );
      if (!isOurs || id === undefined) return gone;
      if (port.remove === undefined)
        return joinDrafts(
          gone,
          leftAlone('attachments', `The PSA does not delete attachments: ${name} stays.`),
        );
      // The only version of a file is worth more than none.
      if (replaced.length > 0)
        return joinDrafts(gone, leftAlone('attachments', `So ${name} as the push uploaded it stays.`));
      return {
        operations: [
          {
            kind: 'removal',
            action: 'remove',
            object: 'attachment',
            id,
            name,
            reason: undoReasons.uploaded,
          } as const,
        ],
        warnings: [],
      };
    }),
  );
}
