import type { InputFault } from '@quotebridge/core/plugin';
import type { CsvRow } from '../csv/csv-table.js';
import { notSuchFile } from '../text/not-such-file.js';
import { shorten } from '../text/shorten.js';
import { requiredColumns, type TableName } from './known-columns.js';
import { TableColumns, type Column } from './table-columns.js';

const prefixed = /^Document(Headers|Items)_(.*)$/is;

/** Which cell of a row belongs to which field, found by the header row. Names of columns are case-insensitive. */
export class ColumnLayout {
  readonly header: TableColumns<'DocumentHeaders'>;
  readonly items: TableColumns<'DocumentItems'>;
  /** Number of cells of a full row. */
  readonly width: number;

  private constructor(columns: readonly Column[], width: number) {
    this.header = new TableColumns('DocumentHeaders', columns);
    this.items = new TableColumns('DocumentItems', columns);
    this.width = width;
  }

  /** Whether a row has as many cells as the header row, and the file does not end inside it. */
  isWhole({ cells, open }: CsvRow): boolean {
    return open !== true && cells.length === this.width;
  }

  /** Whether a row at the end of the file reaches beyond its document number, which is otherwise cut short. */
  statesNumber({ cells, open }: CsvRow): boolean {
    const index = this.header.find('DocNo')?.index ?? -1;
    return index < cells.length - 1 || (open !== true && cells.length >= this.width);
  }

  /** Raises `document.invalid` naming every column that is missing or there twice. */
  static of(file: string, header: readonly string[]): ColumnLayout {
    const columns = header.flatMap((title, index) => toColumn(title.trim(), index));
    if (!columns.some((column) => prefixed.test(column.title))) throw noWideCsv(file, header);
    const layout = new ColumnLayout(columns, header.length);
    const faults = [...duplicates(columns), ...missing(layout)];
    if (faults.length === 0) return layout;
    const shown = faults.slice(0, mostShown);
    const more = faults.length > mostShown ? ` and ${faults.length - mostShown} more` : '';
    const names = shown.map((fault) => `${fault.at} (${fault.expected})`).join('; ') + more;
    const next = 'Correct the columns of the export and run it again.';
    throw notSuchFile(file, `has ${faults.length} fault(s) in its header row: ${names}.`, next, shown);
  }
}

/** Of faults of a header row; a hostile one has as many as it likes. */
const mostShown = 50;

/** A column without a table prefix may differ from row to row, so it is taken for one of the line. */
function toColumn(title: string, index: number): Column[] {
  if (title === '') return [];
  const match = prefixed.exec(title);
  const table: TableName = match?.[1]?.toLowerCase() === 'headers' ? 'DocumentHeaders' : 'DocumentItems';
  return [{ table, title, prefixed: match !== null, field: match?.[2] ?? title, index }];
}

function duplicates(columns: readonly Column[]): InputFault[] {
  const seen = new Map<string, Column>();
  return columns.flatMap((column) => {
    const key = `${column.table} ${column.field.toLowerCase()}`;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, column);
      return [];
    }
    const expected = `one column of this name, not the columns ${first.index + 1} and ${column.index + 1}`;
    return [{ at: `column ${shorten(column.title)}`, expected }];
  });
}

function missing(layout: ColumnLayout): InputFault[] {
  return requiredColumns.flatMap(([table, anyOf]) => {
    const columns = table === 'DocumentHeaders' ? layout.header : layout.items;
    if (anyOf.some((field) => columns.has(field))) return [];
    const names = anyOf.map((field) => `${table}_${field}`);
    const others = names.slice(1);
    const expected =
      others.length === 0
        ? 'is missing'
        : `is missing, and so is ${others.join(', ')}: one of them is needed`;
    return [{ at: `column ${names[0] ?? ''}`, expected }];
  });
}

function noWideCsv(file: string, header: readonly string[]): Error {
  const next =
    'Export the documents from QuoteWerks with columns such as DocumentHeaders_DocNo and DocumentItems_Description.';
  return notSuchFile(
    file,
    'is no QuoteWerks wide CSV: no column of its first row begins with DocumentHeaders_.',
    next,
    [{ at: 'row 1', value: shorten(header.join(', ')), expected: 'columns such as DocumentHeaders_DocNo' }],
  );
}
