import { QuotebridgeError } from '../errors/quotebridge-error.js';

/**
 * The one record that an unclear request left behind; undefined when there is none.
 *
 * @throws `plan.conflict` when there are several: none is chosen by being first
 */
export function onlyOne<Found extends { readonly id: string }>(
  found: readonly Found[],
  what: string,
): Found | undefined {
  const [only, ...more] = found;
  if (more.length === 0) return only;
  const ids = found.map(({ id }) => id);
  throw new QuotebridgeError(
    'plan.conflict',
    `There are ${found.length} of ${what} in the PSA: ${ids.join(', ')}.`,
    {
      next: 'Delete all but one of them in the PSA, then push again.',
      data: ids,
    },
  );
}
