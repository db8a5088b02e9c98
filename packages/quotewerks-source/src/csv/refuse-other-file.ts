import { notSuchFile } from '../text/not-such-file.js';
import { recogniseFormat } from '../text/recognise-format.js';

const next =
  'Export the documents from QuoteWerks as delimited text with DocumentHeaders and DocumentItems columns.';

/** @throws `document.invalid` when the first bytes are those of another format */
export function refuseOtherFormat(name: string, bytes: Uint8Array): void {
  const other = recogniseFormat(bytes);
  if (other !== undefined) throw notSuchFile(name, `is not a CSV file: it looks like ${other}.`, next);
}

/** @throws `document.invalid` when a text, or a piece of it, is that of a binary file */
export function refuseOtherText(name: string, text: string): void {
  if (!text.includes('\0')) return;
  throw notSuchFile(
    name,
    'is not a CSV file: it holds NUL bytes, as binary files do.',
    'Save it as UTF-8 text.',
  );
}

/** @throws `document.invalid` when the text begins as JSON does */
export function refuseJson(name: string, start: string): void {
  if (!/^\s*[{[]/.test(start)) return;
  throw notSuchFile(name, 'is not a CSV file: it looks like JSON.', 'Give the file an ending of .json.');
}

export function emptyFile(name: string): Error {
  return notSuchFile(name, 'is empty.', next);
}
