import { csvCell, withoutFormula } from '@quotebridge/command-line/csv';
import type { LineWriter } from '../line-writer.js';
import type { Dialect } from './dialect.js';
import type { CsvOptions } from './read-csv.js';

/** A cell that cannot be written as it is: it needs quotes, or a spreadsheet might run it. */
const special = /[",;\r\n\t]|^['=+\-@\s]|\s$/;

/**
 * Lines as CSV: cells of the given columns, whatever order a line has them in, then the result's.
 *
 * @param columns of the lines that are written; cells of others are left out
 * @param results names of the result's columns
 */
export function csvWriter(
  columns: readonly string[],
  results: readonly string[],
  dialect: Dialect,
  { plainCells = false }: CsvOptions = {},
): LineWriter {
  const { delimiter, lineEnd, byteOrderMark } = dialect;
  const slow = plainCells ? csvCell : (text: string): string => csvCell(withoutFormula(text));
  const rowOf = (first: readonly string[], others: readonly string[]): string => {
    let row = '';
    let before = '';
    for (const cells of [first, others]) {
      for (const cell of cells) {
        row += before + (special.test(cell) ? slow(cell) : cell);
        before = delimiter;
      }
    }
    return row + lineEnd;
  };
  const inOrder = ordering(columns);
  return {
    begin: () => (byteOrderMark ? '\uFEFF' : '') + rowOf(columns, results),
    line: (line, values) => rowOf(inOrder(line.columns, line.cells), values),
    end: () => '',
  };
}

/** Puts cells in the order of the columns. Lines with the same names share their `columns`. */
function ordering(
  columns: readonly string[],
): (names: readonly string[], cells: readonly string[]) => readonly string[] {
  let known: readonly string[] = columns;
  let places: readonly number[] | undefined;
  return (names, cells) => {
    if (names !== known) {
      known = names;
      places = same(names, columns) ? undefined : placesOf(columns, names);
    }
    return places === undefined ? cells : places.map((place) => cells[place] ?? '');
  };
}

/** Where each column is found; -1: nowhere. The second of two with one name is the second one. */
function placesOf(columns: readonly string[], names: readonly string[]): readonly number[] {
  const next = new Map<string, number>();
  return columns.map((column) => {
    const place = names.indexOf(column, next.get(column) ?? 0);
    next.set(column, place + 1);
    return place;
  });
}

function same(names: readonly string[], columns: readonly string[]): boolean {
  return names.length === columns.length && names.every((name, at) => name === columns[at]);
}
