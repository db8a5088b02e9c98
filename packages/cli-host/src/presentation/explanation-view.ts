import { signs } from './signs.js';
import { shownAs } from './spread-fields.js';
import { valueText } from './value-text.js';
import { wrappedRows } from '@quotebridge/command-line/table';
import type { Colours } from '@quotebridge/command-line/terminal';
import type { ExplainedValue, Explanation, Plan, Reason } from '@quotebridge/core';

interface ViewOptions {
  readonly width: number;
  readonly colours: Colours;
}

/** The story of one value, or of all values of a record or line, for people. */
export function explanationView(
  { at, label, action, reason, values }: Explanation,
  matches: Plan['matches'],
  options: ViewOptions,
): string {
  const { colours } = options;
  const sign = action === 'leftOut' ? colours.dim('–') : signs(colours)[action];
  const head = [`${sign} ${colours.bold(label)}  ${colours.dim(at)}`];
  if (reason !== undefined) head.push(...reasonRows(reason, 2, options));
  const blocks = values.map((value) => valueRows(value, matches, options).join('\n'));
  return [head.join('\n'), ...blocks].join('\n\n');
}

function valueRows(value: ExplainedValue, matches: Plan['matches'], options: ViewOptions): string[] {
  const { colours } = options;
  const { field, outcome, ownership, ownershipSetting, lastWritten, decision, reason } = value;
  const shown = (of: unknown): string => valueText(shownAs(field), of, matches);
  const rows = [`  ${colours.bold(field)}  ${changeText(value, shown, colours)}`];
  const add = (text: string): void => {
    rows.push(...wrappedRows(text, 4, options.width));
  };
  add(`${outcome === 'kept' ? 'Kept' : 'Decided'}: ${decision}.`);
  if (outcome === 'kept') {
    const last = lastWritten === undefined ? '' : `; written last: ${shown(lastWritten)}`;
    add(`The document wants: ${shown(value.wanted)}${last}`);
  }
  if (ownership !== undefined) {
    const setting = ownershipSetting === undefined ? 'no setting changes that' : ownershipSetting;
    add(`Who decides: ${ownership} (${setting})`);
  }
  if (reason !== undefined) rows.push(...reasonRows(reason, 4, options));
  return rows;
}

function changeText(
  { outcome, before, after }: ExplainedValue,
  shown: (value: unknown) => string,
  colours: Colours,
): string {
  if (outcome === 'changed') return `${colours.red(shown(before))} → ${colours.green(shown(after))}`;
  return outcome === 'created' ? colours.green(shown(after)) : shown(after);
}

/** Where it comes from; below, everything that was looked at, in that order. */
function reasonRows(
  { from, at, text, considered = [] }: Reason,
  indent: number,
  options: ViewOptions,
): string[] {
  const { colours, width } = options;
  const place = at === undefined ? '' : ` (${at})`;
  return [
    ...wrappedRows(`From ${sources[from]}: ${text}${place}`, indent, width),
    ...considered.flatMap(({ candidate, at: where, taken, why }) => {
      const mark = taken ? colours.green('✓') : colours.dim('·');
      const [first = '', ...more] = wrappedRows(
        `${candidate}${where === undefined ? '' : ` (${where})`}: ${why}`,
        indent + 4,
        width,
      );
      return [`${' '.repeat(indent + 2)}${mark} ${first.trimStart()}`, ...more];
    }),
  ];
}

const sources: Readonly<Record<Reason['from'], string>> = {
  document: 'the document',
  setting: 'a setting',
  rule: 'a rule',
  mapping: 'a mapping',
  default: 'a default',
  match: 'a match',
  person: 'a person',
  engine: 'Quotebridge',
};
