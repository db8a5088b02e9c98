import { shown } from '../problem/shown.js';
import type { ConsideredRow } from './compiled-table.js';
import { describeCondition } from './describe-condition.js';
import { Question } from './question.js';
import type { ReadTable } from './read-table.js';
import { RowIndex } from './row-index.js';
import type { ReadRow } from './table-condition.js';
import type { TableField } from './table-field.js';
import { wholeValueForm } from './whole-values.js';

/** Rows that a trace lists. */
const listed = 20;

const none: readonly ConsideredRow[] = Object.freeze([]);

/** Finds the rows of which any condition holds, and says of each why it decided or not. */
export class NearRows {
  readonly fields: readonly TableField[];
  readonly #rows: readonly ReadRow[];
  /** Each condition by itself; made when first needed. */
  #conditions: RowIndex<ReadRow> | undefined;
  /** By the deciding row, where the table compares whole values of one field: no other row can be near then. */
  readonly #told: (readonly ConsideredRow[] | undefined)[] | undefined;

  constructor(table: ReadTable) {
    this.fields = table.fields;
    this.#rows = table.rows;
    this.#told = wholeValueForm(table) === undefined ? undefined : new Array(table.rows.length);
  }

  get size(): number {
    return this.#rows.length;
  }

  /** @param taken the row that decided */
  considered(values: readonly string[], taken: number | undefined): readonly ConsideredRow[] {
    if (this.#told === undefined) return this.#find(values, taken);
    return taken === undefined ? none : (this.#told[taken] ??= frozen(this.#find(values, taken)));
  }

  #find(values: readonly string[], taken: number | undefined): readonly ConsideredRow[] {
    const question = new Question(values);
    const near = new Set((this.#conditions ??= this.#index()).some(question, listed));
    const deciding = taken === undefined ? undefined : this.#rows[taken];
    if (deciding !== undefined) near.add(deciding);
    return [...near]
      .sort((a, b) => a.row - b.row)
      .filter(({ row }, place) => place < listed - 1 || row === taken)
      .map((row) => this.#consideredRow(row, question, taken));
  }

  #index(): RowIndex<ReadRow> {
    const index = new RowIndex<ReadRow>();
    for (const row of this.#rows) {
      for (const condition of row.conditions) index.add(row.row, [condition], row);
    }
    return index;
  }

  #consideredRow(
    { row, conditions, value }: ReadRow,
    question: Question,
    taken: number | undefined,
  ): ConsideredRow {
    const failing = conditions.find((condition) => !question.meets(condition));
    const why =
      row === taken
        ? 'it is the first whose conditions all hold'
        : failing === undefined
          ? `row ${(taken ?? 0) + 1} comes first`
          : valueText(this.fields[failing.field]?.text ?? '', question.exact(failing.field));
    const text = conditions.map((condition) => describeCondition(condition, this.fields)).join(', ');
    return { row, conditions: text, value, taken: row === taken, why };
  }
}

function frozen(rows: readonly ConsideredRow[]): readonly ConsideredRow[] {
  return Object.freeze(rows.map((row) => Object.freeze(row)));
}

function valueText(field: string, value: string): string {
  return value === '' ? `${field} is empty` : `${field} is ${shown(value)}`;
}
