import type { FieldChange, JsonValue } from '@quotebridge/core';
import type { HistoryJson } from '../presentation/history-json.js';

/** Names of the columns; a row for each field that changed, and one for a push that changed nothing. */
export const historyColumns = [
  'push',
  'when',
  'last',
  'times',
  'who',
  'purpose',
  'document',
  'type',
  'family',
  'outcome',
  'record',
  'id',
  'action',
  'line',
  'field',
  'before',
  'after',
  'reads',
  'writes',
  'proof',
  'error',
  'message',
  'file',
] as const;

/** One push as rows of the table; what the columns of a change hold is empty where nothing changed. */
export function historyRows(entry: HistoryJson): readonly (readonly string[])[] {
  const { document, requests, error } = entry;
  const row = (change: readonly string[]): readonly string[] => [
    entry.id,
    entry.startedAt,
    entry.lastAt,
    String(entry.times),
    inert(entry.actor),
    entry.purpose,
    inert(document.number),
    document.type ?? '',
    inert(document.family),
    entry.outcome,
    ...change,
    String(requests.read),
    String(requests.write),
    entry.proof ?? '',
    error?.code ?? '',
    inert(error?.message ?? ''),
    inert(entry.source?.file ?? ''),
  ];
  const rows = entry.changes.flatMap(({ record, id = '', action, name, fields, lines = [] }) => [
    ...changed([record, id, action, inert(name ?? '')], fields),
    ...lines.flatMap((line) => changed([record, id, line.action, inert(line.line)], line.fields)),
  ]);
  return rows.length === 0 ? [row(['', '', '', '', '', '', ''])] : rows.map(row);
}

function changed(record: readonly string[], fields: readonly FieldChange[]): readonly (readonly string[])[] {
  if (fields.length === 0) return [[...record, '', '', '']];
  return fields.map(({ field, before, after }) => [...record, inert(field), cell(before), cell(after)]);
}

function cell(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return '';
  return inert(typeof value === 'string' ? value : JSON.stringify(value));
}

/** A spreadsheet takes what begins like a formula for one, and computes what a document says. Numbers stay numbers. */
function inert(text: string): string {
  return /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
}
