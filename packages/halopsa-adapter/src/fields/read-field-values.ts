import type { DataLinkObject, FieldType, FieldValues } from '@quotebridge/core/plugin';
import type { HaloRecord } from '../record/halo-record.js';
import { readDate, readDecimal, readFirstText, readFlag, readText } from '../record/read-values.js';
import { findBuiltIn } from './built-in-fields.js';
import { customFieldRows, sameField, typeOf } from './custom-field.js';

/**
 * The named fields of a record in the form of the contract. Fields that DataLink may not name, and those that the record
 * does not show, are left out. Undefined when no names are asked for.
 */
export function readFieldValues(
  object: DataLinkObject,
  record: HaloRecord,
  names: readonly string[] | undefined,
): FieldValues | undefined {
  if (names === undefined || names.length === 0) return undefined;
  const customFields = customFieldRows(record);
  const values = names.flatMap((name) => {
    const builtIn = findBuiltIn(object, name);
    if (builtIn !== undefined)
      return record[name] === undefined ? [] : [[name, readTyped(record, name, builtIn.type)] as const];
    if (customFields === undefined) return [];
    const row = customFields.find((field) => sameField(String(field['name']), name));
    const value = row === undefined ? '' : readCustom(row);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(values);
}

/** Undefined for a selection that shows the id of its option alone. */
function readCustom(row: HaloRecord): string | undefined {
  const type = typeOf(row) ?? 'choice';
  if (row['value'] === null || row['value'] === undefined || row['value'] === '') return '';
  if (type !== 'choice') return readTyped(row, 'value', type);
  return readFirstText(row, 'display') || undefined;
}

function readTyped(record: HaloRecord, field: string, type: FieldType): string {
  switch (type) {
    case 'number':
      return readDecimal(record, field) ?? '';
    case 'date':
      return readDate(record, field) ?? '';
    case 'boolean':
      return readBoolean(record, field);
    case 'choice':
    case 'text':
      return readText(record, field) ?? '';
  }
}

function readBoolean(record: HaloRecord, field: string): string {
  return record[field] === null ? '' : String(readFlag(record, field) ?? '');
}
