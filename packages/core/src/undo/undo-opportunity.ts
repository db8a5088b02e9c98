import type { StoredOpportunity } from '../contract/records.js';
import { familyMarker } from '../plan/markers.js';
import { callOptions, type PlanContext } from '../plan/plan-context.js';
import type { BeforeCompletion, BeforeFields, BeforeImage } from '../state/before-image-store.js';
import { isWrittenElsewhere } from '../state/is-written-elsewhere.js';
import type { Binding } from '../state/state-store.js';
import { keptFields, leftWarnings } from './left-fields.js';
import { changedSince, restoreFields } from './restore-fields.js';
import { leftAlone, nothingToUndo, type UndoDraft } from './undo-draft.js';
import { undoReasons } from './undo-reasons.js';

export interface UndoOpportunityInput {
  readonly image: BeforeImage;
  readonly record: BeforeFields | undefined;
  readonly completion: BeforeCompletion | undefined;
  readonly opportunity: StoredOpportunity | undefined;
  /** Of the family, now. */
  readonly bindings: readonly Binding[];
  /** The quote on it is not deleted. */
  readonly quoteStays: boolean;
}

/** What becomes of the opportunity that a push created, changed or completed. */
export async function undoOpportunity(context: PlanContext, input: UndoOpportunityInput): Promise<UndoDraft> {
  const { record, completion, opportunity } = input;
  if (record === undefined && completion === undefined) return nothingToUndo;
  if (opportunity === undefined) {
    return record?.created === true
      ? nothingToUndo
      : leftAlone('opportunity', 'The opportunity is no longer in the PSA.');
  }
  if (record?.created === true) return removeOpportunity(context, input, record, opportunity);
  const reopened = reopen(context, input, opportunity);
  const restored = record === undefined ? nothingToUndo : restore(input, record, opportunity);
  return {
    operations: [...reopened.operations, ...restored.operations],
    warnings: [...reopened.warnings, ...restored.warnings],
  };
}

/** An opportunity is deleted when it is as the push left it, and nobody has added anything to it. */
async function removeOpportunity(
  context: PlanContext,
  { completion, quoteStays, bindings }: UndoOpportunityInput,
  record: BeforeFields,
  opportunity: StoredOpportunity,
): Promise<UndoDraft> {
  const { id, title = id, url, outcome } = opportunity;
  const stays = (why: string): UndoDraft =>
    leftAlone('opportunity', `The opportunity ${id} that the push created stays: ${why}.`);
  const { opportunities } = context.contactManager;
  if (opportunities.remove === undefined) return stays('the PSA does not delete opportunities');
  if (opportunities.addedByOthers === undefined)
    return stays('the PSA does not tell what others have added to it');
  if (quoteStays) return stays('the quote on it does');
  if (
    isWrittenElsewhere(
      bindings.find(({ kind }) => kind === 'opportunity'),
      opportunity,
    )
  )
    return stays('another machine has written it since');
  const fields = changedSince(record, opportunity);
  if (fields.length > 0)
    return stays(`${fields.join(', ')} ${fields.length === 1 ? 'was' : 'were'} changed in the PSA since`);
  if (outcome !== (completion?.outcome ?? 'open')) return stays(`it was set to ${outcome} in the PSA since`);
  const { statusId = opportunity.statusId } = record;
  if (opportunity.statusId !== statusId) return stays('its status was changed in the PSA since');
  const added = await opportunities.addedByOthers(id, callOptions(context));
  if (added.length > 0) return stays(`others have used it (${added.join(', ')})`);
  const where = url === undefined ? {} : { url };
  return {
    operations: [
      {
        kind: 'removal',
        action: 'remove',
        object: 'opportunity',
        id,
        name: title,
        ...where,
        reason: undoReasons.created,
      },
    ],
    warnings: [],
  };
}

function reopen(
  context: PlanContext,
  { completion }: UndoOpportunityInput,
  { id, outcome }: StoredOpportunity,
): UndoDraft {
  if (completion?.before?.outcome !== 'open' || outcome === 'open') return nothingToUndo;
  const { statusId } = completion.before;
  if (outcome !== completion.outcome)
    return leftAlone(
      'completion',
      `The opportunity ${id} was set to ${outcome} in the PSA since and stays so.`,
    );
  if (context.contactManager.opportunities.reopen === undefined)
    return leftAlone(
      'completion',
      `The PSA does not open closed opportunities again: ${id} stays ${outcome}.`,
    );
  const status = statusId === undefined ? {} : { statusId };
  return {
    operations: [
      { kind: 'reopening', action: 'update', id, outcome, ...status, reason: undoReasons.completed },
    ],
    warnings: [],
  };
}

function restore(
  { image, quoteStays }: UndoOpportunityInput,
  record: BeforeFields,
  { id, url, ...current }: StoredOpportunity,
): UndoDraft {
  const { wanted, before, left } = restoreFields(record, current);
  const warnings = leftWarnings('opportunity', left);
  const { key } = familyMarker(image.family);
  // As long as our quote hangs on it, it has to be found again.
  const isFreed = record.unmarked === true && current.marker === key && !quoteStays;
  if (Object.keys(wanted).length === 0 && !isFreed) return { operations: [], warnings };
  return {
    operations: [
      {
        kind: 'opportunity',
        action: 'update',
        id,
        ...(url === undefined ? {} : { url }),
        marker: isFreed ? '' : key,
        wanted: wanted,
        before: before,
        reasons: {
          ...Object.fromEntries(Object.keys(wanted).map((field) => [field, undoReasons.stoodBefore])),
          ...(isFreed ? { marker: undoReasons.freed } : {}),
        },
        ...(left.length === 0 ? {} : { kept: keptFields(left) }),
        image: image.bindings.find(({ kind }) => kind === 'opportunity')?.image.wanted ?? wanted,
      },
    ],
    warnings,
  };
}
