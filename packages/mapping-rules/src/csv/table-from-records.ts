import { makeProblem } from '../problem/make-problem.js';
import type { Compilation } from '../problem/compilation.js';
import type { Problem } from '../problem/problem.js';
import { shown } from '../problem/shown.js';
import type { Condition, MatchMode, TableRow } from '../table/table.js';
import { conditionOfCell } from './condition-cell.js';
import { readColumns, type ReadColumns } from './read-columns.js';
import type { ImportedTable } from './table-records.js';

export interface ImportOptions {
  /** The field that a plain `when` compares. */
  readonly key: string;
  /** How the table compares plain texts; absent: `anyCase`. */
  readonly match?: MatchMode;
  /** Line of the file that a record stands on, for the problems. */
  readonly lineOf?: (record: number) => number;
}

/**
 * Reads a table back from a spreadsheet. Records without any text are passed over. A record that means nothing for sure
 * is a problem: `path` leads to the record (`/rows/3`), `line` to the line of the file.
 */
export function tableFromRecords(
  columns: readonly string[],
  records: readonly (readonly string[])[],
  options: ImportOptions,
): Compilation<ImportedTable> {
  const headings = readColumns(columns);
  if (!headings.ok) return headings;
  const reader = new RecordReader(columns.length, headings.rule, options);
  records.forEach((cells, record) => reader.read(cells, record));
  return reader.table();
}

class RecordReader {
  readonly #width: number;
  readonly #columns: ReadColumns;
  readonly #options: ImportOptions;
  readonly #problems: Problem[] = [];
  readonly #rows: TableRow[] = [];
  readonly #records: number[] = [];
  /** Columns without a heading that hold something: a problem of the table and not of each row. */
  readonly #strays = new Set<number>();
  #default: string | undefined;

  constructor(width: number, columns: ReadColumns, options: ImportOptions) {
    this.#width = width;
    this.#columns = columns;
    this.#options = options;
  }

  read(cells: readonly string[], record: number): void {
    if (cells.every((cell) => cell.trim() === '')) return;
    if (!this.#hasItsCells(cells, record)) return;
    const { fields, value: valueAt, comment: commentAt } = this.#columns;
    const value = cells[valueAt] ?? '';
    const conditions: (readonly [string, Condition])[] = [];
    let isDefault = false;
    for (const { name, at } of fields) {
      const cell = conditionOfCell(cells[at] ?? '', this.#options.match ?? 'anyCase');
      if (cell.kind === 'refused') {
        this.#refuse(record, `${shown(cells[at] ?? '')} under ${shown(name)} means nothing.`, cell.expected);
        return;
      }
      if (cell.kind === 'default') isDefault = true;
      if (cell.kind === 'condition') conditions.push([name, cell.condition]);
    }
    if (isDefault) this.#takeDefault(value, conditions.length, record);
    else if (conditions.length === 0) {
      const expected = 'a text under one of the fields, or “default:” for everything that no row matches';
      this.#refuse(record, 'The row has a value but no condition.', expected);
    } else {
      const comment = commentAt === undefined ? '' : (cells[commentAt] ?? '');
      const when = this.#shortened(conditions);
      this.#rows.push(comment === '' ? { when, value } : { when, value, comment });
      this.#records.push(record);
    }
  }

  table(): Compilation<ImportedTable> {
    if (this.#problems.length > 0) return { ok: false, problems: this.#problems };
    const rest = this.#default === undefined ? {} : { default: this.#default };
    return { ok: true, rule: { rows: this.#rows, ...rest, records: this.#records }, problems: [] };
  }

  /** Spreadsheets leave out empty cells at the end: harmless for a comment, but a lost condition would match more. */
  #hasItsCells(cells: readonly string[], record: number): boolean {
    const { named, needed } = this.#columns;
    const stray = cells.findIndex((cell, at) => cell.trim() !== '' && !named.has(at));
    if (stray >= 0 && stray < this.#width) {
      if (!this.#strays.has(stray)) this.#problems.push(noHeading(stray, cells[stray] ?? ''));
      this.#strays.add(stray);
      return false;
    }
    if (stray >= 0) {
      const message = `${shown(cells[stray] ?? '')} stands in column ${stray + 1}, which has no heading.`;
      this.#problems.push(this.#problem('data.raggedRow', record, message, 'cells under headings only'));
      return false;
    }
    if (cells.length >= needed) return true;
    const message = `The row has ${cells.length} cells, but needs ${needed}.`;
    this.#problems.push(
      this.#problem('data.raggedRow', record, message, `${needed} cells, empty ones included`),
    );
    return false;
  }

  #takeDefault(value: string, conditions: number, record: number): void {
    const alone = 'the row “default:” without conditions, once at most';
    if (conditions > 0) this.#refuse(record, 'The default row has conditions.', alone);
    else if (this.#default !== undefined) this.#refuse(record, 'There is a default row already.', alone);
    else this.#default = value;
  }

  #shortened(conditions: readonly (readonly [string, Condition])[]): TableRow['when'] {
    const [first, second] = conditions;
    const [field, condition] = first ?? [];
    const plain = second === undefined && field === this.#options.key;
    return plain && typeof condition === 'string' ? condition : Object.fromEntries(conditions);
  }

  #refuse(record: number, message: string, expected: string): void {
    this.#problems.push(this.#problem('data.wrongValue', record, message, expected));
  }

  #problem(
    code: 'data.wrongValue' | 'data.raggedRow',
    record: number,
    message: string,
    expected: string,
  ): Problem {
    const line = this.#options.lineOf?.(record);
    return makeProblem(code, `/rows/${record}`, message, expected, line === undefined ? {} : { line });
  }
}

function noHeading(column: number, cell: string): Problem {
  const message = `Column ${column + 1} has no heading, but holds ${shown(cell)}.`;
  return makeProblem('data.unknownColumn', '', message, 'a heading above every column that holds something');
}
