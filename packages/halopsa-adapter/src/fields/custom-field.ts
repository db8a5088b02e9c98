import type { FieldType } from '@quotebridge/core/plugin';
import { fieldProfile } from '../profile/field-profile.js';
import { isHaloRecord, type HaloRecord } from '../record/halo-record.js';
import { readFirstText, readFlag, readId, readWholeNumber } from '../record/read-values.js';

const profile = fieldProfile.customField;
const types: Readonly<Record<number, FieldType | undefined>> = profile.types;

export interface CustomField {
  readonly id: string;
  /** With its prefix, such as `CFLeadSource`. */
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  readonly writable: boolean;
  readonly maximumLength?: number;
  /** Options of a selection. */
  readonly options?: readonly { readonly id: string; readonly name: string }[];
}

/** A custom field from its description or from its place in a record; undefined for tables and the like. */
export function toCustomField(row: HaloRecord): CustomField | undefined {
  const id = readId(row, 'id');
  const name = readFirstText(row, 'name');
  const code = readWholeNumber(row, 'type') ?? -1;
  const known = typeOf(row, code);
  if (id === undefined || name === '' || row['custom'] === false || row['custom'] === 0) return undefined;
  if (known === undefined && !(profile.shownTypes as readonly number[]).includes(code)) return undefined;
  const limit = readWholeNumber(row, profile.maximumLength) ?? 0;
  const options = readOptions(row);
  return {
    id,
    name,
    label: readFirstText(row, 'label') || name,
    type: known ?? 'text',
    writable: known !== undefined && readFlag(row, 'readonly') !== true,
    ...(limit > 0 && known === 'text' ? { maximumLength: limit } : {}),
    ...(options.length === 0 ? {} : { options }),
  };
}

/** Custom fields of a record, as they stand in it; undefined when it does not show them. */
export function customFieldRows(record: HaloRecord): readonly HaloRecord[] | undefined {
  const rows = record[profile.list];
  return Array.isArray(rows) ? rows.filter(isHaloRecord) : undefined;
}

export function typeOf(row: HaloRecord, code = readWholeNumber(row, 'type') ?? -1): FieldType | undefined {
  const type = types[code];
  const input = readWholeNumber(row, 'inputtype') ?? -1;
  return type === 'text' && (profile.numberInputTypes as readonly number[]).includes(input) ? 'number' : type;
}

/** Names of custom fields are compared without regard to case: HaloPSA's database does not know case. */
export function sameField(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

function readOptions(row: HaloRecord): readonly { readonly id: string; readonly name: string }[] {
  const values = row[profile.options];
  if (!Array.isArray(values)) return [];
  return values.filter(isHaloRecord).flatMap((value) => {
    const id = readWholeNumber(value, 'id');
    const name = readFirstText(value, 'name');
    return id === undefined || name === '' || readFlag(value, 'inactive') === true
      ? []
      : [{ id: String(id), name }];
  });
}
