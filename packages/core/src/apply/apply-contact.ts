import { QuotebridgeError } from '../errors/quotebridge-error.js';
import type { ContactOperation } from '../plan/operation.js';
import { callOptions } from '../plan/plan-context.js';
import type { Binding } from '../state/state-store.js';
import { commit, type ApplyContext } from './apply-context.js';
import { imageAfterWrite } from './image-after-write.js';
import type { ContactResult } from './push-result.js';
import { updateSurely } from './update-surely.js';

/** Writes what DataLink has for a client or a user, and remembers it with the family. */
export async function applyContact(
  context: ApplyContext,
  operation: ContactOperation,
  previous: Binding | undefined,
): Promise<ContactResult> {
  const { object, id, name, wanted } = operation;
  if (operation.action === 'update') {
    const port = context.contactManager.fields;
    if (port === undefined) {
      throw new QuotebridgeError(
        'capability.unsupported',
        `The PSA lets nobody write the fields of ${object}.`,
        {
          next: 'Plan again.',
        },
      );
    }
    context.report(`Writing ${Object.keys(wanted).join(', ')} of “${name}”`);
    await updateSurely(context, () => port.write(object, id, wanted, callOptions(context)));
  }
  const image = imageAfterWrite({
    wanted: operation.image,
    written: wanted,
    stored: undefined,
    previous: previous?.recordId === id ? previous.image : undefined,
    url: undefined,
  });
  const kind = object === 'clients' ? 'client' : 'user';
  await commit(context, { bind: [{ kind, key: context.plan.document.family, recordId: id, image }] });
  return { object, id, name, action: operation.action === 'update' ? 'updated' : 'kept' };
}
