import { parseDecimal, type DecimalText, type IsoDate, type RecordId } from '@quotebridge/core/plugin';
import { fieldProfile } from '../profile/field-profile.js';
import type { HaloRecord } from './halo-record.js';

/*
 * Readers of single fields. They all answer undefined for a field that the record does not have, so that nothing is
 * taken for empty only because HaloPSA did not report it.
 */

/** Text with `\n` line ends; an empty field is `''`. */
export function readText(record: HaloRecord, field: string): string | undefined {
  const value = record[field];
  if (value === undefined) return undefined;
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.replaceAll(/\r\n?/g, '\n') : '';
}

/** First of the fields that holds text, without blanks around it; `''` when none does. */
export function readFirstText(record: HaloRecord, ...fields: readonly string[]): string {
  for (const field of fields) {
    const text = readText(record, field)?.trim();
    if (text !== undefined && text !== '') return text;
  }
  return '';
}

/**
 * Id of a record. Whole numbers also arrive as `12.0` or as text; zero and negative numbers stand for "none" and read
 * as undefined.
 */
export function readId(record: HaloRecord, field: string): RecordId | undefined {
  const value = record[field];
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number > 0 ? String(number) : undefined;
}

/** Id of an entry of a lookup: like `readId`, but HaloPSA numbers some of its lookups from zero. */
export function readCode(record: HaloRecord, field: string): RecordId | undefined {
  const number = readWholeNumber(record, field);
  return number === undefined || number < 0 ? undefined : String(number);
}

export function readWholeNumber(record: HaloRecord, field: string): number | undefined {
  const value = record[field];
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) ? number : undefined;
}

export function readDecimal(record: HaloRecord, field: string): DecimalText | undefined {
  return parseDecimal(record[field]);
}

/** True or false; HaloPSA also says 1 and 0, and either as text. */
export function readFlag(record: HaloRecord, field: string): boolean | undefined {
  const value = record[field];
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  if (typeof value === 'string') return flagTexts.get(value.trim().toLowerCase());
  return value === null ? false : undefined;
}

const flagTexts: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

/** The day of an instant in UTC (HaloPSA leaves the Z out at times); null for an empty date and for its stand-ins. */
export function readDate(record: HaloRecord, field: string): IsoDate | null | undefined {
  const value = record[field];
  if (value === undefined) return undefined;
  if (typeof value !== 'string') return null;
  const parts = /^(\d{4})-\d{2}-\d{2}(?:[T ][\d:.]*(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(value.trim());
  if (parts === null || Number(parts[1]) < fieldProfile.dates.firstYear) return null;
  const zone = parts[2]?.toUpperCase();
  if (zone === undefined || zone === 'Z') return value.trim().slice(0, 10);
  const instant = new Date(value.trim());
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString().slice(0, 10);
}
