import type { DocumentSource, SourceDocument, SourceFile, SourceInput } from '@quotebridge/core/plugin';
import { ColumnLayout } from '../columns/column-layout.js';
import { groupRows } from '../document/group-rows.js';
import { readDocument } from '../document/read-document.js';
import { decodeText } from '../text/decode-text.js';
import { detectDelimiter } from './detect-delimiter.js';
import { numberRules } from './number-rules.js';
import { parseCsvTable, quoteNeverClosed } from './parse-csv-table.js';
import { emptyFile, refuseJson, refuseOtherFormat, refuseOtherText } from './refuse-other-file.js';
import { WideCsvStream } from './wide-csv-stream.js';

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
    const rules = numberRules(delimiter);
    const [first] = table.rows;
    if (first?.open === true && !layout.statesNumber(first)) throw quoteNeverClosed(input.name, first.number);
    return groupRows(table.rows, layout).map((group) => readDocument(group, layout, rules));
  }

  stream(file: SourceFile): AsyncIterable<SourceDocument> {
    return new WideCsvStream(file);
  }
}

function textOf({ name, bytes }: SourceInput): string {
  refuseOtherFormat(name, bytes);
  const text = decodeText(bytes);
  if (text.trim() === '') throw emptyFile(name);
  refuseOtherText(name, text);
  refuseJson(name, text);
  return text;
}
