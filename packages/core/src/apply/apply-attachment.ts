import { sha256 } from '../base/sha256.js';
import type { RecordId, StoredAttachment } from '../contract/records.js';
import { QuotebridgeError } from '../errors/quotebridge-error.js';
import type { AttachmentOperation } from '../plan/operation.js';
import { isSameFile } from '../plan/is-same-file.js';
import { callOptions } from '../plan/plan-context.js';
import { commit, type ApplyContext } from './apply-context.js';
import { createOnce } from './create-once.js';
import { onlyOne } from './only-one.js';
import type { PushResult } from './push-result.js';

type AttachmentResult = PushResult['attachments'][number];

/** Uploads one file to the opportunity, once. */
export async function applyAttachment(
  context: ApplyContext,
  operation: AttachmentOperation,
  opportunityId: RecordId,
): Promise<AttachmentResult> {
  const port = context.contactManager.attachments;
  if (port === undefined) {
    throw new QuotebridgeError('capability.unsupported', 'The PSA of this connection takes no attachments.');
  }
  const { name, marker } = operation;
  const bind = async (id: RecordId, intentId?: string): Promise<void> => {
    await commit(context, {
      bind: [
        { kind: 'attachment', key: marker, recordId: id, image: { wanted: { name }, stored: { name } } },
      ],
      ...(intentId === undefined ? {} : { closeIntents: [intentId] }),
    });
  };
  if (operation.id !== undefined) {
    await bind(operation.id);
    return { id: operation.id, name, action: 'kept' };
  }
  const bytes = await readUnchanged(context, operation);
  context.report(`Uploading ${name}`);
  const { created, intentId, found } = await createOnce<StoredAttachment>(context, {
    operation: `attachment ${name}`,
    marker,
    create: () =>
      port.upload(
        opportunityId,
        { name, mediaType: operation.mediaType, bytes },
        { key: marker },
        callOptions(context),
      ),
    find: async () =>
      onlyOne(
        (await port.list(opportunityId, callOptions(context))).filter((entry) =>
          isSameFile(entry, operation),
        ),
        `the attachment ${name}`,
      ),
  });
  await bind(created.id, intentId);
  const url = created.url === undefined ? {} : { url: created.url };
  return { id: created.id, name, action: found ? 'found' : 'created', ...url };
}

/** The bytes that were planned, or none. */
async function readUnchanged(context: ApplyContext, operation: AttachmentOperation): Promise<Uint8Array> {
  const bytes = await context.readAttachment(operation.location);
  if ((await sha256(bytes)) === operation.sha256) return bytes;
  throw new QuotebridgeError(
    'plan.stale',
    `The file ${operation.location} has changed since the plan was made.`,
    {
      next: 'Plan again.',
    },
  );
}
