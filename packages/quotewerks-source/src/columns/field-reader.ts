import type { DecimalText, InputFault, IsoDate } from '@quotebridge/core/plugin';
import type { CsvRow } from '../csv/csv-table.js';
import { shorten } from '../text/shorten.js';
import { parseDate } from '../values/parse-date.js';
import { parseFlag } from '../values/parse-flag.js';
import { parseNumber, type NumberRules } from '../values/parse-number.js';
import type { TableName } from './known-columns.js';
import type { KnownColumn, TableColumns } from './table-columns.js';

/** Reads typed values of one row and notes a fault with row and column for each that it cannot read. */
export class FieldReader<Table extends TableName> {
  readonly columns: TableColumns<Table>;
  readonly row: CsvRow;
  readonly #rules: NumberRules;
  readonly #faults: InputFault[];

  constructor(columns: TableColumns<Table>, row: CsvRow, rules: NumberRules, faults: InputFault[]) {
    this.columns = columns;
    this.row = row;
    this.#rules = rules;
    this.#faults = faults;
  }

  /** Of several columns the first that is filled. Empty text: none is. Line ends are `\n`. */
  text(...fields: readonly KnownColumn<Table>[]): string {
    for (const field of fields) {
      const column = this.columns.find(field);
      const text = column === undefined ? '' : (this.row.cells[column.index] ?? '').trim();
      if (text !== '') return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
    }
    return '';
  }

  /** Undefined: empty or at fault. */
  decimal(field: KnownColumn<Table>): DecimalText | undefined {
    const text = this.text(field);
    if (text === '') return undefined;
    const value = parseNumber(text, this.#rules);
    if (value === undefined) this.fault(field, this.#numberForm(text));
    return value;
  }

  /** Undefined: empty or at fault. */
  date(...fields: readonly KnownColumn<Table>[]): IsoDate | undefined {
    for (const field of fields) {
      const value = parseDate(this.text(field));
      if (value === undefined)
        this.fault(field, 'a date that exists, as month/day/year (3/31/2026) or 2026-03-31');
      else if (value !== '') return value;
    }
    return undefined;
  }

  flag(...fields: readonly KnownColumn<Table>[]): boolean {
    return fields.some((field) => {
      const value = parseFlag(this.text(field));
      if (value === undefined) this.fault(field, '1 or 0, Y or N, true or false');
      return value ?? false;
    });
  }

  fault(field: KnownColumn<Table>, expected: string): void {
    const column = this.columns.find(field)?.title ?? `${this.columns.table}_${field}`;
    const value = shorten(this.text(field));
    this.#faults.push({
      at: `row ${this.row.number}, column ${column}`,
      ...(value === '' ? {} : { value }),
      expected,
    });
  }

  #numberForm(text: string): string {
    if (this.#rules.commas === 'none')
      return 'a number such as 1399.00, with a decimal point and without commas';
    // What only the stricter rule refuses can be read in two ways.
    const ambiguous = parseNumber(text, { commas: 'thousands' }) !== undefined;
    return ambiguous
      ? `a number such as 1399.00 or 1,399.00: the comma of ${text} may be a decimal comma`
      : 'a number such as 1399.00 or -1,399.00';
  }
}
