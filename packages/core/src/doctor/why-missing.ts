import type { CallOptions } from '../contract/call-options.js';
import type { LookupPort } from '../contract/lookup-port.js';
import type { LookupEntry } from '../contract/records.js';
import { isQuotebridgeError } from '../errors/quotebridge-error.js';
import { findInLookup } from '../resolve/find-in-lookup.js';
import type { WhyMissing } from '../resolve/lookup-faults.js';

/** What is known of lists beyond what stands in them now. */
export interface KnownLists {
  readonly port: LookupPort;
  /** As it was read a moment ago. */
  readonly current: (lookup: string) => Promise<readonly LookupEntry[]>;
  /** Names that entries had before. */
  readonly former: (lookup: string) => Promise<readonly LookupEntry[]>;
  readonly options: CallOptions;
}

/** Whether an entry that a setting names was switched off, renamed or removed in the PSA since. */
export function whyMissing(lists: KnownLists): WhyMissing {
  const read = new Map<string, Promise<readonly LookupEntry[]>>();
  return async (lookup, text, setting) => {
    const asked = read.get(lookup) ?? inactiveEntries(lists, lookup);
    read.set(lookup, asked);
    const [inactive] = findInLookup(await asked, text);
    if (inactive !== undefined) {
      return {
        message: `“${text}” (${setting}) is inactive in the PSA's list ${lookup}.`,
        next: 'Make it active in the PSA again, or use the id or the exact name of another one.',
      };
    }
    const [former] = findInLookup(await lists.former(lookup), text);
    if (former === undefined) return undefined;
    const now = (await lists.current(lookup)).find(({ id }) => id === former.id);
    return now === undefined
      ? {
          message: `“${text}” (${setting}) was removed from the PSA's list ${lookup}.`,
          next: 'Use the id or the exact name of another one.',
        }
      : {
          message: `“${text}” (${setting}) was renamed in the PSA's list ${lookup}: it is called “${now.name}” now.`,
          next: `Set it to ${now.name}, or to its id ${now.id}, which stays when names change.`,
        };
  };
}

/** A list that may not be read tells nothing more. */
async function inactiveEntries(
  { port, options }: KnownLists,
  lookup: string,
): Promise<readonly LookupEntry[]> {
  try {
    return (await port.listInactive?.(lookup, options)) ?? [];
  } catch (error) {
    if (isQuotebridgeError(error, 'permission.missing') || isQuotebridgeError(error, 'remote.rejected'))
      return [];
    throw error;
  }
}
