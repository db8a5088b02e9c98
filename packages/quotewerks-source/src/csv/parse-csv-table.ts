// The browser build is the same parser without Node's streams: this package stays platform-neutral.
import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { notSuchFile } from '../text/not-such-file.js';
import type { CsvRow, CsvTable } from './csv-table.js';
import type { Delimiter } from './detect-delimiter.js';

/** Parses text of RFC 4180, with CRLF or LF between rows. Raises `document.invalid` where its quotes do not match. */
export function parseCsvTable(file: string, text: string, delimiter: Delimiter): CsvTable {
  const records = parseRecords(file, text, delimiter);
  const rows: CsvRow[] = [];
  for (let index = 1; index < records.length; index++) {
    const cells = records[index] ?? [];
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ number: index + 1, cells });
  }
  return { header: records[0] ?? [], rows };
}

function parseRecords(file: string, text: string, delimiter: Delimiter): readonly (readonly string[])[] {
  try {
    // Bytes, because the parser would otherwise encode the text again, many times slower. Blank lines come back as
    // rows, so that rows can be counted as a spreadsheet counts them.
    return parse(new TextEncoder().encode(text) as Buffer, {
      delimiter,
      record_delimiter: ['\r\n', '\n'],
      relax_column_count: true,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw notSuchFile(
      file,
      `breaks off: ${quoteProblem(error)}`,
      'Export it again, or mend the quotes in a text editor.',
      [
        {
          at: `line ${Number(error['lines'])}`,
          expected: 'text in quotes, with each quote inside it doubled ("")',
        },
      ],
    );
  }
}

function quoteProblem(error: CsvError): string {
  const line = Number(error['lines']);
  return error.code === 'CSV_QUOTE_NOT_CLOSED'
    ? `a quoted text that is still open at the end of the file, line ${line}.`
    : `a quote in line ${line} stands where none may stand.`;
}
