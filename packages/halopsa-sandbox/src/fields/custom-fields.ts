import { otherError } from '../http/api-error.js';
import { createRow, rowsIn, textIn, type Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';
import { fieldTable } from './field-table.js';

/** A sent value names its custom field by id or by name (prefix `CF`). */
export const customFieldValue = fieldTable({
  integer: 'id type',
  text: { 0: 'name label display' },
  any: 'value',
});

function definitions(owner: string, world: World): Row[] {
  return [...world.tenant.in('customFields').rows()].filter((field) => field['entity'] === owner);
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
      type: field['type'],
      value,
      display: display(field, value),
    });
  });
}

/**
 * Merges sent values into those a record has.
 * @throws {ApiError} 400 for an unknown field when the switch `unknownCustomField` says so
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
    if (field) merged.set(field.id, createRow({ id: field.id, value: entry['value'] ?? null }));
    else if (world.switches.get('unknownCustomField') === 'reject') {
      throw otherError(`Unknown custom field ${textIn(entry, 'name') || String(entry['id'])}.`);
    }
  }
  return [...merged.values()];
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

/** Select fields hold the id of an option and show its name. */
function display(field: Row, value: unknown): string {
  const option = rowsIn(field, 'options').find(({ id }) => String(id) === String(value));
  if (option) return textIn(option, 'name');
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}
