import { otherError, ruleError } from '../http/api-error.js';
import { createRow, isSet, numberIn, rowsIn, textIn, type Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';
import { ownerOf, usageOf } from './custom-field-usage.js';
import { fieldTable } from './field-table.js';
import { readCustomValue } from './read-custom-value.js';
import { displayOf, shownValue } from './show-custom-value.js';

/** A sent value names its custom field by id or by name (prefix `CF`). */
export const customFieldValue = fieldTable({
  integer: 'id type usage extratype inputtype characterlimit characterlimittype max_selection rounding',
  text: { 0: 'name label summary display regex guid' },
  any: 'value',
});

function definitions(owner: string, world: World): Row[] {
  return [...world.tenant.in('customFields').rows()].filter((field) => ownerOf(field) === owner);
}

/** All custom fields of a record's kind, with the values it has. */
export function shownCustomFields(owner: string, row: Row, world: World): Row[] {
  const values = rowsIn(row, 'customfields');
  return definitions(owner, world).map((field) => {
    const value = values.find(({ id }) => id === field.id)?.['value'] ?? null;
    return createRow({
      id: field.id,
      name: field['name'],
      label: field['label'],
      summary: '',
      type: numberIn(field, 'type'),
      value: shownValue(field, value, world),
      display: displayOf(field, value),
      characterlimit: numberIn(field, 'characterlimit'),
      characterlimittype: 0,
      inputtype: numberIn(field, 'inputtype'),
      extratype: numberIn(field, 'extratype'),
      usage: usageOf(field),
      regex: '',
    });
  });
}

/**
 * Merges sent values into those a record has.
 * @throws {ApiError} 400 for a value its field does not take, and for an unknown or a read-only field when the switches
 * `unknownCustomField` and `readonlyCustomField` say so
 */
export function mergeCustomFields(
  owner: string,
  before: Row | undefined,
  sent: readonly Readonly<Record<string, unknown>>[],
  world: World,
): Row[] {
  const merged = new Map(before ? rowsIn(before, 'customfields').map((value) => [value.id, value]) : []);
  const known = definitions(owner, world);
  for (const entry of sent) {
    const field = known.find(({ id }) => id === entry['id']) ?? known.find((one) => sameName(one, entry));
    if (!field) refuseUnknown(entry, world);
    else if (isSet(field, 'readonly')) refuseReadOnly(field, world);
    else {
      const value = readCustomValue(field, entry['value'], world);
      merged.set(field.id, createRow({ id: field.id, value }));
    }
  }
  return [...merged.values()];
}

function refuseUnknown(entry: Readonly<Record<string, unknown>>, world: World): void {
  if (world.switches.get('unknownCustomField') === 'ignore') return;
  throw otherError(`Unknown custom field ${textIn(entry, 'name') || String(entry['id'])}.`);
}

function refuseReadOnly(field: Row, world: World): void {
  if (world.switches.get('readonlyCustomField') === 'ignore') return;
  throw ruleError(`${textIn(field, 'name')} is read-only.`);
}

/** The value of a custom field by its name, undefined when it has none. */
export function customValue(owner: string, row: Row, name: string, world: World): unknown {
  const field = definitions(owner, world).find((one) => sameName(one, { name }));
  return rowsIn(row, 'customfields').find(({ id }) => id === field?.id)?.['value'];
}

function sameName(field: Row, entry: Readonly<Record<string, unknown>>): boolean {
  const name = textIn(entry, 'name');
  return name !== '' && textIn(field, 'name').toLowerCase() === name.toLowerCase();
}
