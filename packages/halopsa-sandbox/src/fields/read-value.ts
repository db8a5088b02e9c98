import { readDate } from './api-date.js';
import type { Field } from './field-table.js';

export interface Reading {
  readonly value?: unknown;
  /** Why the value does not bind. */
  readonly problem?: string;
  readonly tooLong?: boolean;
}

const greatestInt32 = 2_147_483_647;

/**
 * One scalar as the JSON binding of ASP.NET reads it: numbers and booleans may come as text, null fits everywhere
 * (the OpenAPI file marks practically all fields as nullable).
 */
export function readValue(field: Field, value: unknown): Reading {
  if (value === null) return { value: null };
  switch (field.kind) {
    case 'integer':
    case 'number':
      return readNumber(field.kind, value);
    case 'flag':
      return readFlag(value);
    case 'date':
      return readDateValue(value);
    case 'text':
      return readText(field, value);
    default:
      return { value };
  }
}

function readNumber(kind: 'integer' | 'number', value: unknown): Reading {
  const parsed = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  const fits =
    typeof parsed === 'number' &&
    (kind === 'number'
      ? Number.isFinite(parsed)
      : Number.isInteger(parsed) && Math.abs(parsed) <= greatestInt32);
  return fits ? { value: parsed } : { problem: couldNotConvert(value, kind) };
}

function readFlag(value: unknown): Reading {
  if (typeof value === 'boolean') return { value };
  if (value === 0 || value === 1) return { value: value === 1 };
  if (typeof value === 'string' && /^(true|false)$/i.test(value))
    return { value: value.toLowerCase() === 'true' };
  return { problem: couldNotConvert(value, 'boolean') };
}

function readDateValue(value: unknown): Reading {
  const date = typeof value === 'string' ? readDate(value) : undefined;
  return date === undefined ? { problem: couldNotConvert(value, 'date-time') } : { value: date };
}

function readText(field: Field, value: unknown): Reading {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
    return { problem: couldNotConvert(value, 'string') };
  }
  const text = String(value);
  const tooLong = field.maxLength !== undefined && text.length > field.maxLength;
  return tooLong ? { tooLong } : { value: text };
}

function couldNotConvert(value: unknown, kind: string): string {
  return `Could not convert ${typeof value} to ${kind}: ${JSON.stringify(value).slice(0, 60)}.`;
}
