import { fieldText, valueText } from './value-text.js';
import type { Colours } from './terminal.js';
import type { Plan, Reasons } from '@quotebridge/core';
import stringWidth from 'string-width';

export interface FieldChanges {
  readonly action: 'create' | 'update' | 'keep';
  readonly wanted: Readonly<Record<string, unknown>>;
  readonly before: Readonly<Record<string, unknown>>;
  readonly reasons: Reasons;
}

/** Fields that DataLink writes: each is a row of its own, under the name that the PSA gives it. */
const linked = 'linked';

/** The fields of one record: new value, or before → after, and behind it the reason. */
export function fieldRows(
  given: FieldChanges,
  matches: Plan['matches'],
  options: { readonly width: number; readonly indent: number; readonly colours: Colours },
): string[] {
  const changes = withLinkedFields(given);
  const { colours, width, indent } = options;
  const fields = Object.keys(changes.wanted).filter(
    (field) => changes.action === 'update' || !isEmpty(changes.wanted[field]),
  );
  const label = Math.max(0, ...fields.map((field) => nameOf(field).length));
  return fields.map((field) => {
    const reason = changes.reasons[field]?.text;
    const room = width - indent - label - 2;
    const forReason = reason === undefined ? 0 : Math.min(stringWidth(reason) + 4, Math.floor(room / 4));
    const shown = changeText(changes, field, matches, room - forReason, colours);
    const start = `${' '.repeat(indent)}${nameOf(field).padEnd(label)}  ${shown}`;
    const rest = width - stringWidth(start) - 4;
    if (reason === undefined || rest < 10) return start;
    return `${start}  ${colours.dim(shortened(`← ${reason}`, rest))}`;
  });
}

/** `linked: { CFRegion: 'West' }` → `linked.CFRegion: 'West'`. */
function withLinkedFields(changes: FieldChanges): FieldChanges {
  const wanted = flat(changes.wanted);
  const reasons = Object.fromEntries(
    Object.keys(wanted).flatMap((field) => {
      const own = changes.reasons[field];
      const reason =
        own ?? (isLinked(field) ? (changes.reasons[nameOf(field)] ?? changes.reasons[linked]) : undefined);
      return reason === undefined ? [] : [[field, reason] as const];
    }),
  );
  return { ...changes, wanted, before: flat(changes.before), reasons };
}

function flat(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { [linked]: values, ...own } = fields;
  const entries = isRecord(values) ? Object.entries(values) : [];
  return { ...own, ...Object.fromEntries(entries.map(([name, value]) => [`${linked}.${name}`, value])) };
}

/** The PSA's own names stay as they are. */
function nameOf(field: string): string {
  return isLinked(field) ? field.slice(linked.length + 1) : fieldText(field);
}

function isLinked(field: string): boolean {
  return field.startsWith(`${linked}.`);
}

function changeText(
  changes: FieldChanges,
  field: string,
  matches: Plan['matches'],
  room: number,
  colours: Colours,
): string {
  if (changes.action === 'create')
    return colours.green(shortened(valueText(field, changes.wanted[field], matches), room));
  const [was, becomes] = onlyDifferent(changes.before[field], changes.wanted[field]);
  const [before, after] = [valueText(field, was, matches), valueText(field, becomes, matches)];
  const half = Math.floor((room - 3) / 2);
  const [left, right] = [
    Math.max(half, room - 3 - stringWidth(after)),
    Math.max(half, room - 3 - stringWidth(before)),
  ];
  return `${colours.red(shortened(before, left))} → ${colours.green(shortened(after, right))}`;
}

/** Of amounts per period, those that change. */
function onlyDifferent(before: unknown, after: unknown): readonly [unknown, unknown] {
  if (!isRecord(before) || !isRecord(after)) return [before, after];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  if ('lines' in after || changed.length === 0) return [before, after];
  const pick = (from: Record<string, unknown>): object =>
    Object.fromEntries(changed.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])));
  return [pick(before), pick(after)];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

export function shortened(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let short = '';
  for (const letter of text) {
    if (stringWidth(short) + stringWidth(letter) > width - 1) break;
    short += letter;
  }
  return `${short.trimEnd()}…`;
}
