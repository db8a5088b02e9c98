import {
  parseDecimal,
  QuotebridgeError,
  type DataLinkObject,
  type FieldDescription,
  type FieldValues,
  type RecordId,
} from '@quotebridge/core/plugin';
import type { MemoryTenant } from './memory-tenant.js';

/** What stands in the record after a write: the given values in canonical form, the others as before. */
export function writtenValues(
  tenant: MemoryTenant,
  object: DataLinkObject,
  before: FieldValues | undefined,
  values: FieldValues | undefined,
): FieldValues {
  const descriptions = tenant.fields.get(object) ?? [];
  const written = Object.entries(values ?? {}).map(([name, value]) => {
    const description = descriptions.find((one) => one.name === name);
    if (description === undefined || !description.writable) throw refused(name, value, 'a writable field');
    return [name, canonical(description, value)] as const;
  });
  return { ...before, ...Object.fromEntries(written) };
}

/** The named values of a record: what was written, or the record's own property of that name. */
export function shownValues(
  record: object,
  values: FieldValues | undefined,
  names: readonly string[],
): FieldValues {
  const own = new Map<string, unknown>(Object.entries(record));
  const shown = (name: string): string => {
    const value = values?.[name] ?? own.get(name);
    return typeof value === 'string' ? value : '';
  };
  return Object.fromEntries(names.map((name) => [name, shown(name)]));
}

/** A new opportunity of that ticket type is refused while a field is empty that the type requires. */
export function refuseEmptyFields(
  tenant: MemoryTenant,
  values: FieldValues,
  ticketTypeId: RecordId | undefined,
): void {
  for (const { name, required } of tenant.fields.get('opportunities') ?? []) {
    const applies = required === true || (Array.isArray(required) && required.includes(ticketTypeId ?? ''));
    if (applies && (values[name] ?? '') === '')
      throw refused(name, '', 'a value: this ticket type needs one');
  }
}

function canonical({ name, type, choices, maximumLength }: FieldDescription, value: string): string {
  if (value === '') return '';
  if (maximumLength !== undefined && value.length > maximumLength)
    throw refused(name, value, `${maximumLength} characters at most`);
  switch (type) {
    case 'number':
      return parseDecimal(value) ?? refuse(name, value, 'a number');
    case 'date':
      return /^\d{4}-\d\d-\d\d$/.test(value) ? value : refuse(name, value, 'a date as yyyy-mm-dd');
    case 'boolean':
      return ['true', 'false'].includes(value) ? value : refuse(name, value, 'true or false');
    case 'choice':
      return choices?.includes(value) === true
        ? value
        : refuse(name, value, `one of: ${choices?.join(', ') ?? ''}`);
    case 'text':
      return value;
  }
}

function refuse(name: string, value: string, expected: string): never {
  throw refused(name, value, expected);
}

function refused(name: string, value: string, expected: string): QuotebridgeError {
  return new QuotebridgeError('remote.rejected', `The in-memory PSA does not take the field “${name}”.`, {
    status: 400,
    faults: [{ at: name, value, expected }],
    next: 'Compare the DataLink rows with the fields of the PSA.',
  });
}
