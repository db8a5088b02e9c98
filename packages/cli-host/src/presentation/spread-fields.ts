import { periodNames } from './money-text.js';
import { fieldText } from './value-text.js';
import type { Reasons } from '@quotebridge/core';

export interface FieldChanges {
  readonly action: 'create' | 'update' | 'keep';
  readonly wanted: Readonly<Record<string, unknown>>;
  readonly before: Readonly<Record<string, unknown>>;
  readonly reasons: Reasons;
}

/** Fields that DataLink writes: each is a row of its own, under the name that the PSA gives it. */
const linked = 'linked';
/** Amounts that change: a row for each period that does. */
const amounts = 'valueByPeriod';

/** A field of several values becomes one field for each: `linked: { CFRegion: 'West' }` → `linked.CFRegion: 'West'`. */
export function spreadFields(changes: FieldChanges): FieldChanges {
  const isSpread = (field: string): boolean =>
    field === linked || (field === amounts && changes.action === 'update');
  const wanted: Record<string, unknown> = {};
  const before: Record<string, unknown> = {};
  const reasons: Record<string, Reasons[string]> = {};
  for (const [field, value] of Object.entries(changes.wanted)) {
    const names = isSpread(field) ? partsOf(field, value, changes.before[field]) : [field];
    for (const name of names) {
      const part = name.slice(field.length + 1);
      const own = name === field;
      wanted[name] = own ? value : recordOf(value)[part];
      before[name] = own ? changes.before[field] : recordOf(changes.before[field])[part];
      const reason = changes.reasons[name] ?? changes.reasons[part] ?? changes.reasons[field];
      if (reason !== undefined) reasons[name] = reason;
    }
  }
  return { ...changes, wanted, before, reasons };
}

/** What a row is called. The PSA's own names stay as they are. */
export function rowName(field: string): string {
  const [whole, part] = field.split(/\.(.*)/s);
  if (part === undefined) return fieldText(field);
  return whole === amounts ? `value ${periodNames[part as keyof typeof periodNames]}` : part;
}

/** Name by which the value of a row is shown. */
export function shownAs(field: string): string {
  return field.startsWith(`${amounts}.`) ? 'value' : field;
}

function partsOf(field: string, wanted: unknown, before: unknown): readonly string[] {
  const [after, was] = [recordOf(wanted), recordOf(before)];
  const parts = field === linked ? Object.keys(after) : Object.keys({ ...was, ...after });
  return parts
    .filter((part) => field === linked || after[part] !== was[part])
    .map((part) => `${field}.${part}`);
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
}
