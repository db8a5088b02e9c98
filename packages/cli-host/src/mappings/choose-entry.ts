import { entryValue } from '../init/entry-value.js';
import { nearestTo } from '@quotebridge/command-line/terminal';
import { findInLookup, QuotebridgeError, type InputFault, type LookupEntry } from '@quotebridge/core';

export type Choice = { readonly value: string; readonly entry: LookupEntry } | { readonly fault: InputFault };

/** The one entry of a live list that a name, e-mail address or id means, in the form that settings keep; else what there is. */
export function chooseEntry(
  entries: readonly LookupEntry[],
  wanted: string,
  at: string,
  lookup: string,
): Choice {
  const found = findInLookup(entries, wanted);
  const [entry, ...more] = found;
  if (entry !== undefined && more.length === 0) {
    return { entry, value: entryValue(entry, { schema: {} }, entries) };
  }
  if (entry !== undefined) {
    const candidates = found.map(({ id, name }) => `${id} (${name})`).join(', ');
    return { fault: { at, value: wanted, expected: `the id of one of them: ${candidates}` } };
  }
  const names = nearestTo(wanted, entries.map(({ name }) => name)).map((name) => `“${name}”`); // prettier-ignore
  const near =
    names.length > 0 ? `, such as ${names.join(', ')}` : entries.length === 0 ? ', which is empty' : '';
  return { fault: { at, value: wanted, expected: `an entry of the list ${lookup}${near}` } };
}

/** Everything that a live list does not know, at once. */
export function notInTheList(
  faults: readonly InputFault[],
  lookup: string,
  consequence = '; nothing was written',
): QuotebridgeError {
  const what = faults.length === 1 ? 'One value is' : `${faults.length} values are`;
  return new QuotebridgeError('settings.invalid', `${what} not in the PSA's list ${lookup}${consequence}.`, {
    faults,
    next: `List what there is with: quotebridge lookups ${lookup}`,
  });
}
