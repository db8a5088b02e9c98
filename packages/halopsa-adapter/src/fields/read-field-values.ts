import {
  parseDecimal,
  type DataLinkObject,
  type FieldType,
  type FieldValues,
} from '@quotebridge/core/plugin';
import type { HaloRecord } from '../record/halo-record.js';
import { readDate, readDecimal, readFlag, readText } from '../record/read-values.js';
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
    return [[name, row === undefined ? '' : readCustom(row)] as const];
  });
  return Object.fromEntries(values);
}

function readCustom(row: HaloRecord): string {
  const type = typeOf(row) ?? 'choice';
  if (row['value'] === null || row['value'] === undefined || row['value'] === '') return '';
  if (type !== 'choice') return readTyped(row, 'value', type);
  return (readText(row, 'display') ?? '').trim() || (readText(row, 'value') ?? '');
}

function readTyped(record: HaloRecord, field: string, type: FieldType): string {
  switch (type) {
    case 'number':
      return readDecimal(record, field) ?? '';
    case 'date':
      return readDate(record, field) ?? '';
    case 'boolean':
      return readBoolean(record[field]);
    case 'choice':
    case 'text':
      return readText(record, field) ?? '';
  }
}

/** A checkbox arrives as a boolean, a number, or the text of either. */
function readBoolean(value: unknown): string {
  const flag = readFlag({ value: typeof value === 'string' ? fromText(value) : value }, 'value');
  return flag === undefined || value === null ? '' : String(flag);
}

function fromText(text: string): unknown {
  const lower = text.trim().toLowerCase();
  if (lower === 'true' || lower === 'false') return lower === 'true';
  const number = parseDecimal(lower);
  return number === undefined ? undefined : Number(number);
}
