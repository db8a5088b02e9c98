import { withFormula } from './formula-cell.js';
import { readInputFile } from '../files/read-input-file.js';
import type { Refusal } from '../files/refusal.js';
import { utf8Text } from '../files/utf8-text.js';
import { CsvError, parse } from 'csv-parse/sync';

export interface CsvFileRow {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Rows of a table in UTF-8, separated by commas, semicolons or tabs, without the empty ones.
 *
 * @throws what `refuse` makes of it
 */
export async function readCsvFile(
  path: string,
  purpose: string,
  refuse: Refusal,
): Promise<readonly CsvFileRow[]> {
  const text = utf8Text(await readInputFile(path, purpose, refuse), path, purpose, refuse);
  const [first = ''] = text.split(/\r?\n/, 1);
  const delimiter = [',', ';', '\t'].find((candidate) => first.includes(candidate)) ?? ',';
  try {
    const records = parse(text, { delimiter, info: true, relax_column_count: true, trim: true });
    return (records as unknown as { readonly record: string[]; readonly info: { readonly lines: number } }[])
      .map(({ record, info }) => ({ line: info.lines, cells: record.map(withFormula) }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const at = `line ${String(error['lines'])}`;
    throw refuse(`The ${purpose} “${path}” cannot be read as a table; nothing was written.`, {
      faults: [{ at, expected: 'text in quotes, with each quote inside it doubled ("")' }],
      next: 'Save it as CSV in UTF-8 again.',
    });
  }
}
