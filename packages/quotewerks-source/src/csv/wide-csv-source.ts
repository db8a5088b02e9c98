import type { DocumentSource, SourceDocument, SourceInput } from '@quotebridge/core/plugin';
import { ColumnLayout } from '../columns/column-layout.js';
import { groupRows } from '../document/group-rows.js';
import { readDocument } from '../document/read-document.js';
import { decodeText } from '../text/decode-text.js';
import { notSuchFile } from '../text/not-such-file.js';
import { recogniseFormat } from '../text/recognise-format.js';
import type { NumberRules } from '../values/parse-number.js';
import { detectDelimiter, type Delimiter } from './detect-delimiter.js';
import { parseCsvTable, quoteNeverClosed } from './parse-csv-table.js';

const next =
  'Export the documents from QuoteWerks as delimited text with DocumentHeaders and DocumentItems columns.';

/**
 * Where the delimiter is a semicolon the comma is likely a decimal comma. A tab says nothing about it, and a file with
 * commas between its cells comes from where the decimal mark is a point.
 */
const commasBeside: Readonly<Record<Delimiter, NumberRules['commas']>> = {
  ',': 'thousands',
  '\t': 'unambiguous',
  ';': 'none',
};

/**
 * The wide CSV form of QuoteWerks documents: columns `DocumentHeaders_<Field>` and `DocumentItems_<Field>`, one row
 * a line, the header repeated on each. The field names are those of the QuoteWerks tables
 * (https://quotewerks.com/helpfilelatest/tablesandfields.htm).
 */
export class WideCsvSource implements DocumentSource {
  accepts(input: SourceInput): boolean {
    if (/\.(csv|txt)$/i.test(input.name)) return true;
    const start = decodeText(input.bytes.subarray(0, 4096));
    return /^"?Document(Headers|Items)_/i.test(start);
  }

  async read(input: SourceInput): Promise<readonly SourceDocument[]> {
    const text = textOf(input);
    const delimiter = detectDelimiter(text);
    const table = parseCsvTable(input.name, text, delimiter);
    const layout = ColumnLayout.of(input.name, table.header);
    const rules: NumberRules = { commas: commasBeside[delimiter] };
    const [first] = table.rows;
    if (first?.open === true && !layout.statesNumber(first)) throw quoteNeverClosed(input.name, first.number);
    return groupRows(table.rows, layout).map((group) => readDocument(group, layout, rules));
  }
}

function textOf({ name, bytes }: SourceInput): string {
  const other = recogniseFormat(bytes);
  if (other !== undefined) throw notSuchFile(name, `is not a CSV file: it looks like ${other}.`, next);
  const text = decodeText(bytes);
  if (text.trim() === '') throw notSuchFile(name, 'is empty.', next);
  if (text.includes('\0')) {
    throw notSuchFile(
      name,
      'is not a CSV file: it holds NUL bytes, as binary files do.',
      'Save it as UTF-8 text.',
    );
  }
  if (/^\s*[{[]/.test(text)) {
    throw notSuchFile(name, 'is not a CSV file: it looks like JSON.', 'Give the file an ending of .json.');
  }
  return text;
}
