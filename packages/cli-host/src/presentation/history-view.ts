import { documentName } from '../documents/document-name.js';
import { rowName, shownAs } from './spread-fields.js';
import { valueText } from './value-text.js';
import { table, wrappedRows } from '@quotebridge/command-line/table';
import { type Colours, counted, momentText, type Terminal } from '@quotebridge/command-line/terminal';
import type { FieldChange, HistoryChange, HistoryOutcome } from '@quotebridge/core';
import type { HistoryJson } from './history-json.js';

/** Pushes in a table, one line each. */
export function historyTable(
  entries: readonly HistoryJson[],
  { width, colours }: Pick<Terminal, 'width' | 'colours'>,
): string {
  const rows = entries.map((entry) => [
    momentText(Date.parse(entry.lastAt)),
    entry.actor,
    documentName(entry.document.number),
    outcomeText(entry, colours),
    entry.error?.message ?? changesText(entry.changes),
    String(entry.requests.read + entry.requests.write),
  ]);
  const columns = [
    { title: 'when' },
    { title: 'who', shrinksTo: 8, mayGo: true },
    { title: 'document', shrinksTo: 10 },
    { title: 'outcome', shrinksTo: 10 },
    { title: 'what', shrinksTo: 24 },
    { title: 'requests', align: 'right' as const, mayGo: true },
  ];
  return table(columns, rows, { width, colours });
}

/** One push, field by field. */
export function historyView(
  entry: HistoryJson,
  { width, colours }: Pick<Terminal, 'width' | 'colours'>,
): string {
  const { document, changes, requests, error, actor, source } = entry;
  const rows = [
    `${momentText(Date.parse(entry.startedAt))}  ${colours.bold(documentName(document.number))}  ${outcomeText(entry, colours)}  ${colours.dim(actor)}`,
  ];
  if (error !== undefined) rows.push(...wrappedRows(`${error.message} (${error.code})`, 2, width));
  for (const change of changes) rows.push(...changeRows(change, colours));
  if (entry.issues.length > 0) rows.push(`  ${colours.yellow('!')} issues ${entry.issues.join(', ')}`);
  const from = source === undefined ? '' : ` · ${source.file}`;
  rows.push(colours.dim(`  ${counted(requests.read, 'read')}, ${counted(requests.write, 'write')}${from}`));
  return rows.join('\n');
}

const signs: Readonly<Record<HistoryChange['action'], string>> = {
  created: '+',
  updated: '~',
  removed: '-',
  reopened: '~',
};

function changeRows(
  { record, id, name, action, fields, lines = [], moreLines }: HistoryChange,
  colours: Colours,
): string[] {
  const sign = (of: HistoryChange['action']): string => {
    const colour = of === 'created' ? colours.green : of === 'removed' ? colours.red : colours.yellow;
    return colour(signs[of]);
  };
  const called = [record, id, name].filter((part) => part !== undefined && part !== '').join(' ');
  return [
    `  ${sign(action)} ${called} ${action}`,
    ...fields.map((field) => `      ${fieldText(field, colours)}`),
    ...lines.flatMap((line) => [
      `    ${sign(line.action)} ${line.line}`,
      ...line.fields.map((field) => `        ${fieldText(field, colours)}`),
    ]),
    ...(moreLines === undefined ? [] : [`      … and ${counted(moreLines, 'more line', 'more lines')}`]),
  ];
}

function fieldText({ field, before, after }: FieldChange, colours: Colours): string {
  const text = (value: FieldChange['before']): string =>
    value === undefined ? '—' : valueText(shownAs(field), value, []);
  const change = before === undefined ? text(after) : `${text(before)} → ${text(after)}`;
  return `${colours.dim(rowName(field))}  ${change}`;
}

const outcomes: Readonly<Record<HistoryOutcome, string>> = {
  running: 'running',
  written: 'written',
  unchanged: 'unchanged',
  skipped: 'not written',
  failed: 'failed',
  interrupted: 'interrupted',
};

function outcomeText({ outcome, purpose, times, proof }: HistoryJson, colours: Colours): string {
  const what = purpose === 'push' ? outcomes[outcome] : `${purpose}: ${outcomes[outcome]}`;
  const bad = outcome === 'failed' || outcome === 'interrupted' || proof === 'different';
  const text = times === 1 ? what : `${what} (${times}×)`;
  return bad ? colours.red(text) : outcome === 'written' ? colours.green(text) : text;
}

/** `opportunity created, quote updated (3 lines)`. */
function changesText(changes: readonly HistoryChange[]): string {
  const counts = new Map<string, { count: number; lines: number }>();
  for (const { record, action, lines = [], moreLines = 0 } of changes) {
    const key = `${record} ${action}`;
    const { count, lines: before } = counts.get(key) ?? { count: 0, lines: 0 };
    counts.set(key, { count: count + 1, lines: before + lines.length + moreLines });
  }
  return [...counts]
    .map(([key, { count, lines }]) => {
      const some = count === 1 ? key : `${count} × ${key}`;
      return lines === 0 ? some : `${some} (${counted(lines, 'line')})`;
    })
    .join(', ');
}
