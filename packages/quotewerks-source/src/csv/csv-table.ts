/** A row of cells with its number as a spreadsheet shows it: the header row is 1. */
export interface CsvRow {
  readonly number: number;
  readonly cells: readonly string[];
  /** Whether the file ends inside the quotes of its last cell. */
  readonly open?: boolean;
}

export interface CsvTable {
  readonly header: readonly string[];
  /** Without rows whose cells are all empty; their numbers are counted. */
  readonly rows: readonly CsvRow[];
}
