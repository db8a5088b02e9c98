import { expect } from 'chai';
import {
  parseDecimal,
  type DataLinkObject,
  type FieldDescription,
  type FieldPort,
  type FieldValues,
} from '@quotebridge/core/plugin';
import type { ConformanceSubject } from '../suite/conformance-subject.js';
import { given } from './given.js';

export function fieldsOf({ contactManager }: Pick<ConformanceSubject, 'contactManager'>): FieldPort {
  return given(contactManager.fields, 'port “fields” (an adapter without it says so in `without`)');
}

/** The fields of an object that DataLink may read and write; a tenant without any would prove nothing. */
export async function twoWayFields(
  subject: ConformanceSubject,
  object: DataLinkObject,
): Promise<readonly FieldDescription[]> {
  const fields = (await fieldsOf(subject).list(object)).filter((field) => field.readable && field.writable);
  return given(fields.length === 0 ? undefined : fields, `field of ${object} that can be written`);
}

/** A value for each field, in the form in which it must come back. */
export function valuesFor(
  { samples }: ConformanceSubject,
  object: DataLinkObject,
  fields: readonly FieldDescription[],
): FieldValues {
  const own = samples.fieldValues?.[object] ?? {};
  return Object.fromEntries(fields.map((field) => [field.name, own[field.name] ?? valueFor(field)]));
}

function valueFor({ type, choices, maximumLength }: FieldDescription): string {
  const values = {
    text: 'Kit 4711/ä'.slice(0, maximumLength),
    number: '12.5',
    date: '2031-02-28',
    boolean: 'true',
    choice: choices?.at(-1) ?? '',
  };
  return values[type];
}

/** Empty text for each field. */
export function emptied(values: FieldValues): FieldValues {
  return Object.fromEntries(Object.keys(values).map((name) => [name, '']));
}

/** What came back is what was written; what is not filled may be absent, and a boolean false. */
export function expectValues(
  read: FieldValues | undefined,
  written: FieldValues,
  fields: readonly FieldDescription[],
  what: string,
): void {
  for (const { name, type } of fields) {
    const value = read?.[name] ?? '';
    const wanted = written[name] ?? '';
    const filled = type === 'boolean' && wanted === '' && value === 'false' ? '' : value;
    expect(filled, `${what}: ${name}`).to.equal(wanted);
    if (value !== '') expectCanonical(value, type, `${what}: ${name}`);
  }
}

function expectCanonical(value: string, type: FieldDescription['type'], what: string): void {
  if (type === 'number') expect(value, what).to.equal(parseDecimal(value));
  if (type === 'date') expect(value, what).to.match(/^\d{4}-\d\d-\d\d$/);
  if (type === 'boolean') expect(value, what).to.be.oneOf(['true', 'false']);
}
