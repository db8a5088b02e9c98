import { numberIn, textIn, type Row } from '../tenant/row.js';

/**
 * `usage` of a custom field: the kind of record it belongs to. Captures of tickets show 1, and clients that list the fields
 * of a client ask for `typeid=2`. The other numbers are not public and ours; a seed may give its fields numbers of its own.
 */
const usages: ReadonlyMap<string, number> = new Map([
  ['ticket', 1],
  ['client', 2],
  ['site', 3],
  ['user', 4],
  ['item', 11],
  ['quote', 12],
  ['quoteline', 13],
]);

/** Fields that every tenant has, such as the summary of a ticket: listed beside the custom ones. */
export const systemField = 'system';

/** The kind of record a field belongs to; empty when its number is none of ours. */
export function ownerOf(field: Row): string {
  const named = textIn(field, 'entity');
  if (named !== '') return named;
  for (const [owner, usage] of usages) if (usage === numberIn(field, 'usage')) return owner;
  return '';
}

export function usageOf(field: Row): number {
  const given = numberIn(field, 'usage');
  return given > 0 ? given : (usages.get(ownerOf(field)) ?? 1);
}
