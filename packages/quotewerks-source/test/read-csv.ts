import type { InputFault, QuoteDocument } from '@quotebridge/core/plugin';
import { WideCsvSource } from '../src/index.js';
import { plainRow, writeCsv, type CsvForm, type Row } from './write-csv.js';

export interface ReadDocument {
  readonly number: string;
  readonly content: QuoteDocument;
  readonly faults: readonly InputFault[];
}

export async function readText(
  text: string | Uint8Array,
  name = 'export.csv',
): Promise<readonly ReadDocument[]> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return (await new WideCsvSource().read({ name, bytes })) as readonly ReadDocument[];
}

/** Reads rows that are each stated by what differs from `plainRow`. */
export async function readRows(rows: readonly Row[], form?: CsvForm): Promise<readonly ReadDocument[]> {
  return readText(
    writeCsv(
      rows.map((row) => ({ ...plainRow, ...row })),
      form,
    ),
  );
}

export async function readOne(...rows: readonly Row[]): Promise<ReadDocument> {
  const [document, ...others] = await readRows(rows);
  if (document === undefined || others.length > 0)
    throw new Error(`Expected one document, read ${others.length + 1}.`);
  return document;
}
