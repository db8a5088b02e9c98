import type { StoredQuoteLine } from '../contract/records.js';
import type { BeforeLine } from '../state/before-image-store.js';
import { changedSince } from './restore-fields.js';

/** Fields of a line that the push wrote and that somebody has changed since. */
export function changedLine(change: BeforeLine, line: StoredQuoteLine): readonly string[] {
  return changedSince({ ...change, wrote: withoutPlace(change) }, line);
}

/**
 * What tells whether somebody worked on a line: not where it stands, and not a product whose id was only known when it had
 * been created.
 */
export function withoutPlace({ wrote, created }: BeforeLine): BeforeLine['wrote'] {
  return Object.fromEntries(
    Object.entries(wrote).filter(
      ([field, value]) => field !== 'position' && !(created && field === 'itemId' && value === null),
    ),
  );
}
