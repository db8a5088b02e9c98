import { refuse } from '../errors/refuse.js';
import { namedInput } from '../data/named-input.js';
import { readData } from '../data/read-data.js';

/** A table as a spreadsheet has it. */
export interface TableFile {
  /** As it was named on the command line. */
  readonly path: string;
  readonly columns: readonly string[];
  readonly records: readonly (readonly string[])[];
  /** Line of the file where a record begins, from 1. */
  lineOf(record: number): number;
}

/**
 * Reads a CSV with a header in any encoding that spreadsheets write.
 *
 * @throws Failure `usage`, or UnreadableData, when it is no table
 */
export async function readTableFile(path: string): Promise<TableFile> {
  const { columns, lines } = await readData(await namedInput(path, refuse, 'table'), { format: 'csv' });
  const records: (readonly string[])[] = [];
  const places: number[] = [];
  for await (const batch of lines) {
    for (const { line, cells, problem } of batch) {
      if (problem !== undefined) {
        throw refuse(`The table “${path}” cannot be used; nothing was written.`, {
          faults: [{ at: `${path}:${line}`, expected: problem.expected }],
          next: `${problem.message} Correct that row.`,
        });
      }
      records.push(cells);
      places.push(line);
    }
  }
  return { path, columns: columns ?? [], records, lineOf: (record) => places[record] ?? 1 };
}
