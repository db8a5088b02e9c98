import { tables, type HeaderColumn, type ItemColumn, type TableName } from './known-columns.js';

export interface Column {
  readonly table: TableName;
  /** As the file spells it, for messages. */
  readonly title: string;
  /** Whether the title names its table; another column is never taken for one of QuoteWerks. */
  readonly prefixed: boolean;
  /** Without its table prefix. */
  readonly field: string;
  readonly index: number;
}

export type KnownColumn<Table extends TableName> = Table extends 'DocumentHeaders'
  ? HeaderColumn
  : ItemColumn;

/** The columns of one table. */
export class TableColumns<Table extends TableName> {
  readonly all: readonly Column[];
  readonly table: Table;
  readonly #byName: ReadonlyMap<string, Column>;

  constructor(table: Table, columns: readonly Column[]) {
    this.table = table;
    const known: readonly string[] = tables[table];
    const spelling = new Map(known.map((name) => [name.toLowerCase(), name]));
    this.all = columns
      .filter((column) => column.table === table)
      .map((column) => ({ ...column, field: spelling.get(column.field.toLowerCase()) ?? column.field }));
    this.#byName = new Map(
      this.all.filter(({ prefixed }) => prefixed).map((column) => [column.field, column]),
    );
  }

  has(field: string): boolean {
    return this.#byName.has(field);
  }

  find(field: KnownColumn<Table>): Column | undefined {
    return this.#byName.get(field);
  }

  /** Every cell under its field's name, as it stands in the file. */
  fields(cells: readonly string[]): Readonly<Record<string, string>> {
    const fields: Record<string, string> = {};
    for (const { field, index } of this.all) {
      const value = cells[index] ?? '';
      // Assigning to `__proto__` would change the object's prototype instead of adding a field.
      if (field === '__proto__') Object.defineProperty(fields, field, { value, enumerable: true });
      else fields[field] = value;
    }
    return fields;
  }
}
