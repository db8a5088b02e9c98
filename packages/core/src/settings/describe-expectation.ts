import type { ErrorObject } from 'ajv';
import type { InputFault } from '../errors/quotebridge-error.js';

/** One of ajv's errors as a sentence part: where, what was there, what was expected. Secrets are not shown. */
export function describeExpectation(error: ErrorObject, at: string): InputFault {
  const params = error.params as Readonly<Record<string, unknown>>;
  const place = `${at}${error.instancePath}`;
  switch (error.keyword) {
    case 'required':
      return { at: `${place}/${escape(params['missingProperty'])}`, expected: 'a value: it is required' };
    case 'additionalProperties':
      return {
        at: `${place}/${escape(params['additionalProperty'])}`,
        expected: `one of the known names${knownNames(error)}`,
      };
    case 'enum':
      return shown(error, place, `one of ${list(params['allowedValues'])}`);
    case 'const':
      return shown(error, place, JSON.stringify(params['allowedValue']));
    case 'type':
      return shown(error, place, [params['type']].flat().join(' or '));
    case 'format':
      return shown(
        error,
        place,
        formats[String(params['format'])] ?? `the format ${String(params['format'])}`,
      );
    case 'pattern':
      return shown(error, place, describePattern(error));
    case 'minLength':
      return shown(error, place, minimumLength(params['limit']));
    default:
      return shown(error, place, limit(error.keyword, String(params['limit'])) ?? otherwise(error));
  }
}

const formats: Readonly<Record<string, string>> = {
  date: 'a date such as 2026-03-31',
  uri: 'a web address',
  email: 'an e-mail address',
};

function shown(error: ErrorObject, at: string, expected: string): InputFault {
  const { writeOnly, properties } = (error.parentSchema ?? {}) as {
    writeOnly?: boolean;
    properties?: object;
  };
  // What stands where an object belongs may hold the secret of one of its properties.
  if (writeOnly === true || properties !== undefined || error.data === undefined) return { at, expected };
  if (Array.isArray(error.data)) return { at, value: 'a list', expected };
  if (typeof error.data === 'object' && error.data !== null) return { at, value: 'an object', expected };
  const value = typeof error.data === 'string' ? error.data : JSON.stringify(error.data);
  return { at, value: value.length > 80 ? `${value.slice(0, 79)}…` : value, expected };
}

/** A name as a part of a JSON pointer. */
function escape(name: unknown): string {
  const text = String(name);
  return (text.length > 80 ? `${text.slice(0, 79)}…` : text).replaceAll('~', '~0').replaceAll('/', '~1');
}

function knownNames(error: ErrorObject): string {
  const properties = (error.parentSchema as { properties?: object } | undefined)?.properties;
  return properties === undefined ? '' : `: ${Object.keys(properties).join(', ')}`;
}

function describePattern(error: ErrorObject): string {
  const title = (error.parentSchema as { description?: string } | undefined)?.description;
  return title === undefined ? `a text of the form ${String(error.schema)}` : title.replace(/\.$/, '');
}

function minimumLength(length: unknown): string {
  return length === 1 ? 'a text that is not empty' : `a text of at least ${String(length)} characters`;
}

/** Bounds in words; undefined: the keyword sets none. */
function limit(keyword: string, bound: string): string | undefined {
  const many = (noun: string): string =>
    `${bound} ${bound === '1' ? noun.replace(/ies$/, 'y').replace(/s$/, '') : noun}`;
  switch (keyword) {
    case 'minimum':
      return `a number that is at least ${bound}`;
    case 'exclusiveMinimum':
      return `a number above ${bound}`;
    case 'maximum':
      return `a number that is at most ${bound}`;
    case 'exclusiveMaximum':
      return `a number below ${bound}`;
    case 'maxLength':
      return `a text of at most ${many('characters')}`;
    case 'minItems':
      return `at least ${many('entries')}`;
    case 'maxItems':
      return `at most ${many('entries')}`;
    case 'minProperties':
      return `at least ${many('rows')}`;
    case 'uniqueItems':
      return 'each entry only once';
    default:
      return undefined;
  }
}

/** Ajv says what a value must be, match or not have. */
function otherwise({ message, keyword }: ErrorObject): string {
  return message === undefined
    ? keyword
    : message.replace(/^must be /, '').replace(/^must /, 'that it must ');
}

function list(values: unknown): string {
  return Array.isArray(values) ? values.map((value) => JSON.stringify(value)).join(', ') : String(values);
}
