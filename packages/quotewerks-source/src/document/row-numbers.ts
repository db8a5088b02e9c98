import type { ColumnLayout } from '../columns/column-layout.js';
import type { CsvRow } from '../csv/csv-table.js';

/**
 * Tells to which document each row belongs, from the top of the file to its end. A row that ends before its document
 * number belongs to the document of the row above, and so does the last row when the file ends in a number that no row
 * above has.
 */
export class RowNumbers {
  readonly #layout: ColumnLayout;
  readonly #index: number;
  readonly #seen = new Set<string>();
  #above: string | undefined;

  constructor(layout: ColumnLayout) {
    this.#layout = layout;
    this.#index = layout.header.find('DocNo')?.index ?? -1;
  }

  /** The document number of the next row; empty when it has none. */
  next(row: CsvRow, isLast: boolean): string {
    const stated = row.cells[this.#index]?.trim();
    const doubtful = isLast && !this.#layout.statesNumber(row) && !this.#seen.has(stated ?? '');
    const number = (doubtful ? this.#above : undefined) ?? stated ?? this.#above ?? '';
    this.#seen.add(number);
    this.#above = number;
    return number;
  }
}
