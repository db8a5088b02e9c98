export type Row = Readonly<Record<string, string>>;

/** A row that can be read: tests override the columns they are about. `H_` and `I_` stand for the table prefixes. */
export const plainRow: Row = {
  H_DocNo: 'AAAQ1',
  H_DocType: 'QUOTE',
  H_SoldToCompany: 'Acme Dental Group',
  I_Description: 'Monitor',
  I_QtyTotal: '2',
  I_UnitPrice: '389.00',
};

export interface CsvForm {
  readonly delimiter?: string;
  readonly end?: string;
}

/** CSV text with every cell quoted. The columns are those of all rows together. */
export function writeCsv(rows: readonly Row[], { delimiter = ',', end = '\r\n' }: CsvForm = {}): string {
  const columns = [...new Set([...Object.keys(plainRow), ...rows.flatMap((row) => Object.keys(row))])];
  const header = columns.map((column) =>
    column.replace(/^H_/, 'DocumentHeaders_').replace(/^I_/, 'DocumentItems_'),
  );
  const lines = rows.map((row) => columns.map((column) => row[column] ?? plainRow[column] ?? ''));
  return [header, ...lines]
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter) + end)
    .join('');
}
