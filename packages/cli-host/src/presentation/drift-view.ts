import { shortened } from './field-rows.js';
import { amountsText } from './money-text.js';
import { rowName, shownAs } from './spread-fields.js';
import { signs } from './signs.js';
import { valueText } from './value-text.js';
import type { Colours } from '@quotebridge/command-line/terminal';
import type { Drift, FieldDrift, LineDrift, NextPush, RecordDrift } from '@quotebridge/core';

export interface DriftViewOptions {
  readonly width: number;
  readonly colours: Colours;
}

/** What has become of the records of one family since they were sent, and what the next push does about it. */
export function driftView(drift: Drift, options: DriftViewOptions): string {
  const { colours } = options;
  const { family, document, verdict, records, lines, money } = drift;
  const name =
    document === undefined
      ? colours.bold(family)
      : `${document.type.toLowerCase()} ${colours.bold(document.number)}`;
  if (verdict === 'neverSent') return `${colours.yellow('–')} ${name}: was never sent from here`;
  if (verdict === 'equal') return `${colours.green('✓')} ${name}: stands as it was sent`;
  const rows = [
    `${colours.yellow('!')} ${name}: ${verdict === 'gone' ? 'is gone' : 'has changed'} in the PSA`,
  ];
  for (const record of records) {
    if (record.state !== 'equal') rows.push(...recordRows(record, options));
    if (record.kind === 'quote') rows.push(...lines.flatMap((line) => lineRows(line, options)));
  }
  if (amountsText(money.sent) !== amountsText(money.now))
    rows.push(`  ${colours.bold('net')}  ${amountsText(money.sent)} → ${amountsText(money.now)}`);
  if (Object.keys(money.foreign).length > 0)
    rows.push(
      `  ${colours.bold('net')}  ${amountsText(money.foreign)} ${colours.dim('of lines that people added')}`,
    );
  return rows.join('\n');
}

function recordRows(record: RecordDrift, options: DriftViewOptions): string[] {
  const { colours } = options;
  const { kind, id, name, state, fields, nextPush } = record;
  const title = `${colours.bold(`${kind} ${id}`)}${name === id ? '' : `  ${name}`}`;
  if (state === 'gone') return [`  ${signs(colours).remove} ${title}  gone${afterwards(nextPush, colours)}`];
  const elsewhere =
    record.writtenElsewhere === true ? colours.dim('  another machine has written it since') : '';
  return [`  ${signs(colours).update} ${title}${elsewhere}`, ...fieldRows(fields, options, 6)];
}

function lineRows(line: LineDrift, options: DriftViewOptions): string[] {
  const { colours } = options;
  const { label, state, fields, nextPush } = line;
  const sign = { changed: 'update', moved: 'update', removed: 'remove', added: 'create' } as const;
  const title = `    ${signs(colours)[sign[state]]} line “${shortened(label, 60)}”`;
  const rest = state === 'changed' ? '' : `  ${state}${afterwards(nextPush, colours)}`;
  return [`${title}${rest}`, ...fieldRows(fields, options, 8)];
}

function fieldRows(
  fields: readonly FieldDrift[],
  { width, colours }: DriftViewOptions,
  indent: number,
): string[] {
  const label = Math.max(0, ...fields.map(({ field }) => rowName(field).length));
  return fields.map(({ field, sent, now, nextPush }) => {
    const room = Math.max(12, Math.floor((width - indent - label - 24) / 2));
    const [before, after] = [sent, now].map((value) => shortened(valueText(shownAs(field), value, []), room));
    const change = `${colours.red(before ?? '')} → ${colours.green(after ?? '')}`;
    return `${' '.repeat(indent)}${rowName(field).padEnd(label)}  ${change}${afterwards(nextPush, colours)}`;
  });
}

const next: Readonly<Record<NextPush, string>> = {
  putBack: 'the next push puts it back',
  left: 'stays',
  createdAgain: 'the next push creates it again',
  removed: 'the next push removes it',
};

function afterwards(nextPush: NextPush | undefined, colours: Colours): string {
  return nextPush === undefined ? '' : `  ${colours.dim(next[nextPush])}`;
}
