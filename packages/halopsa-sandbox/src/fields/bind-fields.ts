import { readValue, type Reading } from './read-value.js';
import type { Field, FieldTable } from './field-table.js';

/** The fields of one sent record, split by what they are for. */
export interface BoundFields {
  /** To be stored. */
  readonly stored: Record<string, unknown>;
  /** Switches and instructions of this request: `_novalidate`, `new_external_link`... */
  readonly request: Record<string, unknown>;
}

export interface BindingProblems {
  /** Field path -> messages, the body of a 400. */
  readonly messages: Map<string, string[]>;
  /** Path of the first text that does not fit its column. */
  tooLong?: string;
}

/** Reads a sent record by its field table. Problems are collected, a field with a problem is left out. */
export function bindFields(
  table: FieldTable,
  sent: unknown,
  path: string,
  keepUnknown: boolean,
  problems: BindingProblems,
): BoundFields {
  const bound: BoundFields = { stored: emptyRecord(), request: emptyRecord() };
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) {
    problems.messages.set(path, ['Could not convert the value to an object.']);
    return bound;
  }
  for (const [sentName, value] of Object.entries(sent)) {
    const name = table.has(sentName.toLowerCase()) ? sentName.toLowerCase() : sentName;
    const field = table.get(name) ?? unlisted(name, keepUnknown);
    if (!field || field.computed) continue;
    const target = field.transient ? bound.request : bound.stored;
    const here = `${path}.${name}`;
    if (field.of && value !== null) target[name] = bindNested(field, value, here, keepUnknown, problems);
    else accept(readValue(field, value), target, name, here, problems);
  }
  return bound;
}

function bindNested(
  field: Field,
  value: unknown,
  path: string,
  keepUnknown: boolean,
  problems: BindingProblems,
): unknown {
  const table = field.of ?? new Map<string, Field>();
  if (field.kind === 'record') {
    const { stored, request } = bindFields(table, value, path, keepUnknown, problems);
    return Object.assign(stored, request);
  }
  if (!Array.isArray(value)) {
    problems.messages.set(path, ['Could not convert the value to a list.']);
    return [];
  }
  return value.map((entry, index) => {
    const { stored, request } = bindFields(table, entry, `${path}[${index}]`, keepUnknown, problems);
    return Object.assign(stored, request);
  });
}

function accept(
  reading: Reading,
  target: Record<string, unknown>,
  name: string,
  path: string,
  problems: BindingProblems,
): void {
  if (reading.problem !== undefined) problems.messages.set(path, [reading.problem]);
  else if (reading.tooLong) problems.tooLong ??= path;
  else target[name] = reading.value;
}

/** Names with a leading underscore steer a request in this API, so they are never stored. */
function unlisted(name: string, keepUnknown: boolean): Field | undefined {
  if (name.startsWith('_') && name !== '__proto__') return { kind: 'any', transient: true };
  return keepUnknown ? { kind: 'any' } : undefined;
}

function emptyRecord(): Record<string, unknown> {
  return Object.create(null) as Record<string, unknown>;
}
