import { sha256OfStream } from '../base/sha256-of-stream.js';
import type { RecordId, StoredAttachment } from '../contract/records.js';
import { QuotebridgeError } from '../errors/quotebridge-error.js';
import type { AttachmentOperation } from '../plan/operation.js';
import { isSameFile } from '../plan/is-same-file.js';
import { callOptions } from '../plan/plan-context.js';
import type { BindingImage } from '../state/state-store.js';
import { commit, type ApplyContext } from './apply-context.js';
import { createOnce } from './create-once.js';
import { updateSurely } from './update-surely.js';
import type { PushResult, RecordResult } from './push-result.js';

type AttachmentResult = PushResult['attachments'][number];

/** Uploads one file to the opportunity, once, and deletes the versions that it replaces once it is there. */
export async function applyAttachment(
  context: ApplyContext,
  operation: AttachmentOperation,
  opportunity: Pick<RecordResult, 'id' | 'action'>,
): Promise<AttachmentResult> {
  const port = context.contactManager.attachments;
  if (port === undefined) {
    throw new QuotebridgeError('capability.unsupported', 'The PSA of this connection takes no attachments.');
  }
  const { name, storedName, marker, replaces = [] } = operation;
  const opportunityId = opportunity.id;
  const lookFirst = opportunity.action === 'found';
  const imageOf = (text: string): BindingImage => ({ wanted: { name: text }, stored: { name: text } });
  const bind = async (id: RecordId, intentId?: string): Promise<void> => {
    await commit(context, {
      bind: [
        { kind: 'attachment', key: marker, recordId: id, image: imageOf(storedName ?? name) },
        // Remembered before they are deleted: a rerun finds what was left over.
        ...replaces.map(
          (old) =>
            ({ kind: 'attachment', key: replacedKey(old), recordId: old, image: imageOf(name) }) as const,
        ),
      ],
      ...(intentId === undefined ? {} : { closeIntents: [intentId] }),
    });
  };
  if (operation.id !== undefined) {
    await bind(operation.id);
    return {
      id: operation.id,
      name,
      ...(storedName === undefined ? {} : { storedName }),
      action: operation.action === 'update' ? 'updated' : 'kept',
      ...(await replace(context, operation)),
    };
  }
  await verifyUnchanged(context, operation);
  context.report(`Uploading ${name}`);
  const { record, intentId, from } = await createOnce<StoredAttachment>(context, {
    operation: `attachment ${name}`,
    marker,
    create: () =>
      port.upload(
        opportunityId,
        {
          name,
          mediaType: operation.mediaType,
          size: operation.size,
          open: () => context.openAttachment(operation.location),
        },
        { key: marker },
        callOptions(context),
      ),
    find: async () =>
      (await port.list(opportunityId, callOptions(context))).filter((entry) => isSameFile(entry, operation)),
    remove: port.remove === undefined ? undefined : async (id) => port.remove?.(id, callOptions(context)),
    lookFirst,
  });
  await bind(record.id, intentId);
  const url = record.url === undefined ? {} : { url: record.url };
  return { id: record.id, name, action: from, ...url, ...(await replace(context, operation)) };
}

/** The new version is there: now, and not before, the earlier ones go. */
async function replace(
  context: ApplyContext,
  { name, replaces = [] }: AttachmentOperation,
): Promise<Pick<AttachmentResult, 'replaced'>> {
  const port = context.contactManager.attachments;
  if (replaces.length === 0 || port?.remove === undefined) return {};
  const { family } = context.plan.document;
  for (const id of replaces) {
    context.report(`Deleting the earlier version of ${name}`);
    await updateSurely(context, async () => port.remove?.(id, callOptions(context)));
    const bindings = await context.state.bindings(context.connection, family);
    await commit(context, {
      unbind: bindings.filter(({ kind, recordId }) => kind === 'attachment' && recordId === id),
    });
  }
  return { replaced: replaces };
}

function replacedKey(id: RecordId): string {
  return `replaced:${id}`;
}

/** Only the content that was planned is sent. */
async function verifyUnchanged(context: ApplyContext, operation: AttachmentOperation): Promise<void> {
  if ((await sha256OfStream(context.openAttachment(operation.location))) === operation.sha256) return;
  throw new QuotebridgeError(
    'plan.stale',
    `The file ${operation.location} has changed since the plan was made.`,
    {
      next: 'Plan again.',
    },
  );
}
