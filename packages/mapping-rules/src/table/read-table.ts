import { nearestNames } from '../problem/nearest-names.js';
import { makeProblem, mostProblems } from '../problem/make-problem.js';
import type { Problem } from '../problem/problem.js';
import type { RunCode } from '../problem/problem-codes.js';
import { readBySchema } from '../schema/read-by-schema.js';
import { tableSchema } from '../schema/table-schema.js';
import { FieldNames } from '../vocabulary/field-names.js';
import { fieldReference, fieldText } from '../vocabulary/field-reference.js';
import { readCondition } from './read-condition.js';
import { pointer } from '../problem/pointer.js';
import { RepeatedRows } from './repeated-rows.js';
import { shown } from '../problem/shown.js';
import { rowPaths } from './row-paths.js';
import type { ReadRow, TableCondition } from './table-condition.js';
import type { TableField } from './table-field.js';
import type { TableOptions } from './table-options.js';
import type { Condition, MatchMode, Table, TableRow } from './table.js';

/** A table's rows with their conditions, or what is wrong with them. */
export interface ReadTable {
  readonly key: TableField;
  /** Those that conditions read, in the order of their first use. */
  readonly fields: readonly TableField[];
  readonly rows: readonly ReadRow[];
  /** JSON pointer to a row within the table. */
  readonly pathOf: (row: number) => string;
  readonly problems: readonly Problem[];
}

export function readTable(table: Table, options: TableOptions): ReadTable {
  const { problems } = readBySchema(tableSchema, table);
  if (problems.length === 0) return new TableReader(table, options).read();
  const key = { area: 'line', field: options.key, text: options.key } as const;
  return { key, fields: [], rows: [], pathOf: (row) => `/rows/${row}`, problems };
}

class TableReader {
  readonly #table: Table;
  readonly #names: FieldNames | undefined;
  readonly #match: MatchMode;
  readonly #fields: TableField[] = [];
  readonly #places = new Map<string, number>();
  readonly #problems: Problem[] = [];
  readonly #key: TableField | undefined;

  constructor(table: Table, { key, vocabulary }: TableOptions) {
    this.#table = table;
    this.#names = vocabulary === undefined ? undefined : new FieldNames(vocabulary);
    this.#match = table.match ?? 'anyCase';
    this.#key = this.#field(table.key ?? key, table.key === undefined ? '' : '/key');
  }

  read(): ReadTable {
    const { rows: written } = this.#table;
    const listed = Array.isArray(written);
    const rows = listed ? this.#list(written) : this.#entries(written as Readonly<Record<string, string>>);
    const pathOf = rowPaths(this.#table);
    const repeated = new RepeatedRows();
    for (const row of rows) {
      const earlier = repeated.add(row);
      if (earlier === undefined) continue;
      const conditions = shown(row.conditions.map(({ text }) => text).join(', '));
      const message = `Row ${row.row + 1} (${conditions}) repeats the conditions of row ${earlier + 1}.`;
      this.#refuse(
        'table.duplicateKey',
        pathOf(row.row) + (listed ? '/when' : ''),
        message,
        'each condition once',
      );
    }
    const key = this.#key ?? { area: 'line', field: '', text: '' };
    return { key, fields: this.#fields, rows, pathOf, problems: this.#problems };
  }

  /** Key → value. */
  #entries(rows: Readonly<Record<string, string>>): readonly ReadRow[] {
    if (this.#match === 'prefix' || this.#match === 'pattern') {
      const message = `Rows that compare by ${this.#match} have an order, and these have none.`;
      this.#refuse('rules.wrongValue', '/rows', message, 'a list of rows with “when” and “value”');
    }
    return Object.entries(rows).flatMap(([key, value], row) => {
      const condition = this.#condition(this.#key, key, pointer(['rows', key]), row);
      return condition === undefined ? [] : [{ row, conditions: [condition], value }];
    });
  }

  #list(rows: readonly TableRow[]): readonly ReadRow[] {
    return rows.flatMap(({ when, value }, row) => {
      const conditions = this.#conditions(when, row);
      return conditions === undefined ? [] : [{ row, conditions, value }];
    });
  }

  /** Undefined: the row cannot work, which was said. */
  #conditions(when: TableRow['when'], row: number): readonly TableCondition[] | undefined {
    if (this.#problems.length >= mostProblems) return undefined;
    const path = `/rows/${row}/when`;
    if (typeof when === 'string') {
      const condition = this.#condition(this.#key, when, path, row);
      return condition === undefined ? undefined : [condition];
    }
    const entries = Object.entries(when);
    if (entries.length === 0) {
      const expected = 'a condition; for all other lines, the table’s “default”';
      this.#refuse('table.emptyKey', path, `Row ${row + 1} has no condition.`, expected);
      return undefined;
    }
    const conditions = entries.map(([name, condition]) => {
      const at = path + pointer([name]);
      return this.#condition(this.#field(name, at), condition, at, row);
    });
    return conditions.every((condition) => condition !== undefined) ? conditions : undefined;
  }

  #condition(
    field: TableField | undefined,
    written: Condition,
    path: string,
    row: number,
  ): TableCondition | undefined {
    const read = readCondition(this.#placeOf(field), written, this.#match, path, row);
    if ('form' in read) return field === undefined ? undefined : read;
    this.#problems.push(...read);
    return undefined;
  }

  #placeOf(field: TableField | undefined): number {
    if (field === undefined) return 0;
    const place = this.#places.get(field.text) ?? this.#fields.push(field) - 1;
    this.#places.set(field.text, place);
    return place;
  }

  /** Undefined: there is no such field, which was said. */
  #field(name: string, path: string): TableField | undefined {
    const reference = fieldReference(name);
    const known = this.#names?.resolve(name);
    if (this.#names !== undefined && known === undefined) {
      const suggestions = nearestNames(reference.name, this.#names.names(reference.area)).map((near) =>
        fieldText(reference.area, near),
      );
      const expected = 'a field such as ItemType, DH_SalesRep or APP_LoggedInUserName';
      const message = `There is no field ${shown(name)}.`;
      this.#problems.push(makeProblem('table.unknownField', path, message, expected, { suggestions }));
      return undefined;
    }
    const { area, field } = known ?? { area: reference.area, field: reference.name };
    return { area, field, text: fieldText(area, field) };
  }

  #refuse(code: RunCode, path: string, message: string, expected: string): void {
    this.#problems.push(makeProblem(code, path, message, expected));
  }
}
