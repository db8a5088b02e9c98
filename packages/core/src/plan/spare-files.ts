import type { StoredAttachment } from '../contract/records.js';
import type { Intent } from '../state/state-store.js';
import type { AttachmentOperation, RemovalOperation } from './operation.js';
import { callOptions, type PlanContext } from './plan-context.js';
import type { PlanWarning } from './plan.js';

/**
 * Files that carry the marker of one that is there, too, because a push of this state was cut off while it uploaded it and
 * another machine did so in the same instant. The first is kept. The marker tells the content, so nothing is lost by it.
 */
export async function spareFiles(
  context: PlanContext,
  files: readonly AttachmentOperation[],
  { intents, remote }: { readonly intents: readonly Intent[]; readonly remote: readonly StoredAttachment[] },
): Promise<{ readonly operations: readonly RemovalOperation[]; readonly warnings: readonly PlanWarning[] }> {
  const cutOff = new Set(intents.map(({ marker }) => marker));
  const spares = files.flatMap(({ id, marker }) =>
    id !== undefined && cutOff.has(marker)
      ? remote.filter((entry) => entry.id !== id && entry.marker === marker)
      : [],
  );
  if (spares.length === 0) return { operations: [], warnings: [] };
  const { contactManager } = context;
  const missing = await contactManager.missingPermissions?.(['attachmentRemoval'], callOptions(context));
  const mayRemove = contactManager.attachments?.remove !== undefined && (missing ?? []).length === 0;
  return mayRemove
    ? { operations: spares.map(removalOf), warnings: [] }
    : { operations: [], warnings: spares.map(staysTwice) };
}

function removalOf({ id, name, url }: StoredAttachment): RemovalOperation {
  const where = url === undefined ? {} : { url };
  return { kind: 'removal', action: 'remove', object: 'attachment', id, name, ...where, reason };
}

const reason = {
  from: 'engine',
  text: 'two machines uploaded it in the same instant, and one was cut off; the first is used',
} as const;

function staysTwice({ id, name }: StoredAttachment): PlanWarning {
  return {
    about: 'attachments',
    message: `The file ${name} was uploaded twice, by two machines of which one was cut off; ${id} stays, because the connection may not delete it.`,
    next: `Delete the file ${id} in the PSA.`,
  };
}
