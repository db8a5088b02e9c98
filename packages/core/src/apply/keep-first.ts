import type { RecordId } from '../contract/records.js';
import { isQuotebridgeError, type QuotebridgeError } from '../errors/quotebridge-error.js';
import type { ApplyContext } from './apply-context.js';
import { updateSurely } from './update-surely.js';

interface Finding<Stored> {
  readonly operation: string;
  readonly find: (known?: RecordId) => Promise<readonly Stored[]>;
  readonly remove: ((id: RecordId) => Promise<void>) | undefined;
}

/**
 * What all machines keep of the records that carry our marker: the first in the order of the PSA. When that is not the
 * one that was created here a moment ago, this one is deleted again; nobody else can have taken it.
 */
export async function keepFirst<Stored extends { readonly id: RecordId }>(
  context: ApplyContext,
  finding: Finding<Stored>,
  created: Stored,
): Promise<Stored> {
  const [first] = await finding.find(created.id);
  if (first === undefined || first.id === created.id) return created;
  context.report(`Another machine has just created the ${finding.operation}, too; going on with that one`);
  await removeSpares(context, finding, [created], first.id);
  return first;
}

/** Deletes records that were created twice; where that is not possible, a person is told which ones they are. */
export async function removeSpares(
  context: ApplyContext,
  { operation, remove }: Pick<Finding<unknown>, 'operation' | 'remove'>,
  spares: readonly { readonly id: RecordId }[],
  kept: RecordId,
): Promise<void> {
  for (const { id } of spares) {
    const refusal =
      remove === undefined
        ? notOffered
        : await updateSurely(context, () => remove(id)).then(notRefused, refused);
    if (refusal === undefined) continue;
    context.notice({
      level: 'warning',
      about: operation,
      ...(refusal.code === undefined ? {} : { code: refusal.code }),
      message: `The ${operation} of ${context.plan.document.number} was created twice, by two machines in the same instant: ${kept} is in use, and ${id} could not be deleted. ${refusal.message}`,
      next: `Delete the ${operation} ${id} in the PSA.`,
    });
  }
}

type Refusal = Pick<QuotebridgeError, 'message'> & Partial<Pick<QuotebridgeError, 'code'>>;

const notOffered: Refusal = { message: 'The PSA of this connection does not let it be deleted.' };

function notRefused(): undefined {
  return undefined;
}

function refused(error: unknown): Refusal {
  const codes = ['permission.missing', 'remote.rejected', 'capability.unsupported', 'plan.stale'] as const;
  if (codes.some((code) => isQuotebridgeError(error, code))) return error as QuotebridgeError;
  throw error;
}
