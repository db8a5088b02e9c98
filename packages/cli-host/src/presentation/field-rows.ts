import { rowName, shownAs, spreadFields, type FieldChanges } from './spread-fields.js';
import { valueText } from './value-text.js';
import type { Colours } from '@quotebridge/command-line/terminal';
import type { Plan } from '@quotebridge/core';
import stringWidth from 'string-width';

/** The fields of one record: new value, or before → after, and behind it the reason. */
export function fieldRows(
  given: FieldChanges,
  matches: Plan['matches'],
  options: { readonly width: number; readonly indent: number; readonly colours: Colours },
): string[] {
  const changes = spreadFields(given);
  const { colours, width, indent } = options;
  const fields = Object.keys(changes.wanted).filter(
    (field) => changes.action === 'update' || !isEmpty(changes.wanted[field]),
  );
  const label = Math.max(0, ...fields.map((field) => rowName(field).length));
  return fields.map((field) => {
    const reason = changes.reasons[field]?.text;
    const room = width - indent - label - 2;
    const forReason = reason === undefined ? 0 : Math.min(stringWidth(reason) + 4, Math.floor(room / 4));
    const shown = changeText(changes, field, matches, room - forReason, colours);
    const start = `${' '.repeat(indent)}${rowName(field).padEnd(label)}  ${shown}`;
    const rest = width - stringWidth(start) - 4;
    if (reason === undefined || rest < 10) return start;
    return `${start}  ${colours.dim(shortened(`← ${reason}`, rest))}`;
  });
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
  const name = shownAs(field);
  const before = valueText(name, changes.before[field], matches);
  const after = valueText(name, changes.wanted[field], matches);
  const half = Math.floor((room - 3) / 2);
  const [left, right] = [
    Math.max(half, room - 3 - stringWidth(after)),
    Math.max(half, room - 3 - stringWidth(before)),
  ];
  return `${colours.red(shortened(before, left))} → ${colours.green(shortened(after, right))}`;
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
