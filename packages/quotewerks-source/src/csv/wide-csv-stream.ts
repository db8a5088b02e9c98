import type { SourceDocument, SourceFile } from '@quotebridge/core/plugin';
import { ColumnLayout } from '../columns/column-layout.js';
import { readDocument } from '../document/read-document.js';
import { RowNumbers } from '../document/row-numbers.js';
import { firstBytes } from '../text/first-bytes.js';
import { textPieces } from '../text/text-pieces.js';
import type { CsvRow } from './csv-table.js';
import type { Delimiter } from './detect-delimiter.js';
import { numberRules } from './number-rules.js';
import { quoteNeverClosed } from './parse-csv-table.js';
import { emptyFile, refuseJson, refuseOtherFormat, refuseOtherText } from './refuse-other-file.js';
import { rowPieces } from './row-pieces.js';
import { streamCsvRows } from './stream-csv-rows.js';

/** Bytes. */
const recognisedBy = 64;

interface NumberedRow {
  readonly number: string;
  readonly row: CsvRow;
  readonly layout: ColumnLayout;
  readonly delimiter: Delimiter;
}

/**
 * The documents of a wide CSV of any length, one in the memory at a time: rows of one document stand together in an export.
 * A first reading finds the documents of which that is not so (their rows are held until the last one is there) and
 * refuses a file that breaks off before anything of it is used.
 */
export class WideCsvStream implements AsyncIterable<SourceDocument> {
  readonly #file: SourceFile;
  #scattered: Promise<ReadonlyMap<string, number>> | undefined;

  constructor(file: SourceFile) {
    this.#file = file;
  }

  async *[Symbol.asyncIterator](): AsyncIterator<SourceDocument> {
    this.#scattered ??= this.#survey();
    const lastRows = await this.#scattered;
    const held = new Map<string, CsvRow[]>();
    let above: NumberedRow | undefined;
    const documentOf = ({ number, layout, delimiter }: NumberedRow): SourceDocument | undefined => {
      const [first, ...others] = held.get(number) ?? [];
      held.delete(number);
      if (first === undefined) return undefined;
      return readDocument({ number, rows: [first, ...others] }, layout, numberRules(delimiter));
    };
    for await (const next of this.#rows()) {
      const { number, row } = next;
      if (above !== undefined && above.number !== number && !lastRows.has(above.number)) {
        const document = documentOf(above);
        if (document !== undefined) yield document;
      }
      const rows = held.get(number);
      if (rows === undefined) held.set(number, [row]);
      else rows.push(row);
      above = next;
      if (lastRows.get(number) !== row.number) continue;
      const document = documentOf(next);
      if (document !== undefined) yield document;
    }
    const last = above === undefined ? undefined : documentOf(above);
    if (last !== undefined) yield last;
  }

  /** Documents whose rows do not stand together, with the number of the last one. */
  async #survey(): Promise<ReadonlyMap<string, number>> {
    const complete = new Set<string>();
    const scattered = new Map<string, number>();
    let above: string | undefined;
    for await (const { number, row } of this.#rows()) {
      if (above !== undefined && above !== number) complete.add(above);
      if (complete.has(number)) scattered.set(number, row.number);
      above = number;
    }
    return scattered;
  }

  async *#rows(): AsyncIterable<NumberedRow> {
    const { name } = this.#file;
    let layout: ColumnLayout | undefined;
    let numbers: RowNumbers | undefined;
    let held: { readonly row: CsvRow; readonly delimiter: Delimiter } | undefined;
    const numbered = (isLast: boolean): NumberedRow | undefined => {
      if (held === undefined || layout === undefined || numbers === undefined) return undefined;
      return { ...held, layout, number: numbers.next(held.row, isLast) };
    };
    let isFirst = true;
    for await (const streamed of streamCsvRows(name, rowPieces(this.#texts()))) {
      if (layout === undefined) {
        layout = ColumnLayout.of(name, streamed.row.cells);
        numbers = new RowNumbers(layout);
        continue;
      }
      const { row } = streamed;
      if (isFirst && row.open === true && !layout.statesNumber(row)) throw quoteNeverClosed(name, row.number);
      isFirst = false;
      const above = numbered(false);
      if (above !== undefined) yield above;
      held = streamed;
    }
    const last = numbered(true);
    if (last !== undefined) yield last;
  }

  async *#texts(): AsyncIterable<string> {
    const { name, open } = this.#file;
    refuseOtherFormat(name, await firstBytes(open, recognisedBy));
    let start = '';
    for await (const text of textPieces(open)) {
      refuseOtherText(name, text);
      if (start.trim() === '') {
        start += text;
        refuseJson(name, start);
      }
      yield text;
    }
    if (start.trim() === '') throw emptyFile(name);
  }
}
