import { tableColumns, type TableColumns } from './table-columns.js';
import { refuse } from '../errors/refuse.js';
import { conditionKey } from './condition-key.js';
import { idleFields } from './idle-fields.js';
import type { TableFile } from '../sections/read-table-file.js';
import { tableFailure } from '../sections/table-problems.js';
import type { TableRow } from '@quotebridge/mapping-rules';
import { tableFromRecords } from '@quotebridge/mapping-rules/tools';

const notFields: ReadonlySet<string> = new Set(['', 'value', 'comment']);

/** What a spreadsheet says, as rows of rules. */
export interface TableRead {
  readonly columns: TableColumns;
  readonly rows: readonly TableRow[];
  readonly default?: string;
  /** The record that a row comes from. */
  readonly records: readonly number[];
  /** How many rows give nothing, and how many say what one above says. */
  readonly empty: number;
  readonly repeated: number;
  /** Columns that could be conditions, but only tell rows apart that need not be, as the table calls them. */
  readonly idle: readonly string[];
}

export interface TableChoice {
  /** The column that the rules give. */
  readonly value?: string;
  /** Columns that are conditions. */
  readonly key?: readonly string[];
}

/**
 * Reads rows for rules. Those without a value, and those that only repeat another, are left out.
 *
 * @throws Failure `usage` or `rules.invalid` when there are none, or they mean nothing
 */
export function readTable(file: TableFile, choice: TableChoice): TableRead {
  const all = rowsOf(file, choice);
  const idle = choice.key === undefined ? idleFields(all.columns.fields, all.rows) : new Set<string>();
  const isIdle = (_: string, at: number): boolean => idle.has(all.columns.fields[at] ?? '');
  if (idle.size === 0) return { ...all, idle: [] };
  const { conditions } = all.columns;
  const key = conditions.filter((heading, at) => !isIdle(heading, at));
  return { ...rowsOf(file, { ...choice, key }), idle: conditions.filter(isIdle) };
}

function rowsOf(file: TableFile, choice: TableChoice): Omit<TableRead, 'idle'> {
  const columns = tableColumns(file, choice);
  if (file.records.length === 0)
    throw noRows(`The table “${file.path}” has no rows.`, 'Write some below its headings.');
  const { headings, fields, value } = columns;
  const imported = tableFromRecords(
    headings.filter((heading) => heading !== undefined),
    file.records.map((cells) => projected(cells, headings)),
    { key: fields[0] ?? '', lineOf: (record) => file.lineOf(record) },
  );
  if (!imported.ok) throw tableFailure(imported.problems, file);
  const { rows, records, default: otherwise } = imported.rule;
  const seen = new Set<string>();
  const filled = rows.map((row, at) => ({ row, at })).filter(({ row }) => row.value.trim() !== '');
  const kept = filled.filter(({ row }) => {
    const said = JSON.stringify([row.value, conditionKey(row.when, fields)]);
    return !seen.has(said) && seen.add(said).size > 0;
  });
  if (kept.length === 0 && otherwise === undefined)
    throw noRows(
      `No row of “${file.path}” has a value under “${value}”.`,
      'Name the column that the rules give with --value.',
    );
  return {
    columns,
    rows: kept.map(({ row }) => row),
    ...(otherwise === undefined ? {} : { default: otherwise }),
    records: kept.map(({ at }) => records[at] ?? 0),
    empty: rows.length - filled.length,
    repeated: filled.length - kept.length,
  };
}

/** A record without the columns that are left out; where its “default:” stood in one of them, the first field says so. */
function projected(cells: readonly string[], headings: TableColumns['headings']): readonly string[] {
  const isLeftOut = (at: number): boolean => at < headings.length && headings[at] === undefined;
  const isDefault = cells.some((cell, at) => isLeftOut(at) && cell.trim().toLowerCase() === 'default:');
  const first = headings.findIndex((heading) => heading !== undefined && !notFields.has(heading));
  return cells
    .map((cell, at) => (isDefault && at === first && cell.trim() === '' ? 'default:' : cell))
    .filter((_, at) => !isLeftOut(at));
}

function noRows(message: string, next: string): Error {
  return refuse(message, { next });
}
