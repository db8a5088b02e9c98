import type { LineOperation } from '../plan/operation.js';
import type { FieldChange, LineChange } from '../state/history-store.js';
import { fieldChanges } from './field-changes.js';

/** A quote may have thousands of lines; the entry says how many more there were. */
const mostLines = 500;

/** What tells the money of a line, for lines that come or go as a whole. */
const telling = ['itemNumber', 'quantity', 'price', 'billingPeriod', 'optional'] as const;

/** Lines of a quote that come, change or go. */
export function lineChanges(lines: readonly LineOperation[]): {
  readonly changed: readonly LineChange[];
  readonly more: number;
} {
  const all = lines.filter(({ action }) => action !== 'keep' && action !== 'foreign');
  return { changed: all.slice(0, mostLines).map(changeOf), more: Math.max(0, all.length - mostLines) };
}

function changeOf({ action, label, wanted, before, removed }: LineOperation): LineChange {
  if (action === 'create')
    return { line: label, action: 'created', fields: fieldChanges(some(wanted), undefined) };
  if (action === 'remove') return { line: label, action: 'removed', fields: gone(some(removed)) };
  const names = new Set(Object.keys(before ?? {}));
  const written = Object.entries({ ...wanted }).filter(([name]) => names.has(name));
  return { line: label, action: 'updated', fields: fieldChanges(Object.fromEntries(written), before) };
}

function some(line: object | undefined): Readonly<Record<string, unknown>> {
  const fields = (line ?? {}) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    telling.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])),
  );
}

function gone(fields: Readonly<Record<string, unknown>>): readonly FieldChange[] {
  return fieldChanges(fields, undefined).map(({ field, after }) => ({
    field,
    ...(after === undefined ? {} : { before: after }),
  }));
}
