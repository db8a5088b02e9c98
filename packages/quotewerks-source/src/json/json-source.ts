import {
  isTooDeep,
  type DocumentSource,
  type SourceDocument,
  type SourceFile,
  type SourceInput,
} from '@quotebridge/core/plugin';
import { decodeText } from '../text/decode-text.js';
import { notSuchFile } from '../text/not-such-file.js';
import { recogniseFormat } from '../text/recognise-format.js';
import { firstBytes } from '../text/first-bytes.js';
import { textPieces } from '../text/text-pieces.js';
import { JsonDocuments } from './json-documents.js';
import { listDocuments } from './list-documents.js';
import { locateJsonError } from './locate-json-error.js';
import { IrregularJson, streamElements } from './stream-elements.js';

/** Bytes. */
const recognisedBy = 64;

const next = 'Give one document, a list of documents, or { "documents": [...] }.';

/**
 * Documents as JSON in the form of the document schema (`urn:quotebridge:schema:document:1`). Only the text is
 * judged here: core validates what the documents hold.
 */
export class JsonSource implements DocumentSource {
  accepts(input: SourceInput): boolean {
    if (/\.json$/i.test(input.name)) return true;
    return /^\s*[{[]/.test(decodeText(input.bytes.subarray(0, 64)));
  }

  async read(input: SourceInput): Promise<readonly SourceDocument[]> {
    const documents = listDocuments(parse(input));
    if (documents === undefined) throw notSuchFile(input.name, 'holds no documents.', next);
    const numbered = new JsonDocuments();
    return documents.map(({ at, content }) => numbered.next(at, content));
  }

  stream(file: SourceFile): AsyncIterable<SourceDocument> {
    return { [Symbol.asyncIterator]: () => this.#streamed(file) };
  }

  async *#streamed(file: SourceFile): AsyncGenerator<SourceDocument> {
    const { name, open } = file;
    refuseOtherFormat(name, await firstBytes(open, recognisedBy));
    const numbered = new JsonDocuments();
    try {
      for await (const { at, text } of streamElements(textPieces(open))) {
        const content = parseElement(text);
        if (at === '' && listDocuments(content)?.[0]?.content !== content) throw new IrregularJson();
        yield numbered.next(at, content);
      }
    } catch (error) {
      if (!(error instanceof IrregularJson)) throw error;
      // Only the text as a whole can say what is wrong with it.
      await this.read({ name, bytes: await allBytes(open) });
      throw notSuchFile(name, 'names “documents” more than once.', next);
    }
  }
}

function parseElement(text: string): unknown {
  if (isTooDeep(text)) throw new IrregularJson();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new IrregularJson();
  }
}

async function allBytes(open: SourceFile['open']): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of open()) pieces.push(piece);
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

function refuseOtherFormat(name: string, bytes: Uint8Array): void {
  const other = recogniseFormat(bytes);
  if (other !== undefined) throw notSuchFile(name, `is not a JSON file: it looks like ${other}.`, next);
}

function parse({ name, bytes }: SourceInput): unknown {
  refuseOtherFormat(name, bytes);
  const text = decodeText(bytes);
  if (text.trim() === '') throw notSuchFile(name, 'is empty.', next);
  if (isTooDeep(text)) throw notSuchFile(name, 'nests lists and objects far deeper than any document.', next);
  try {
    return JSON.parse(text);
  } catch {
    const { line, column, expected } = locateJsonError(text);
    const place = `line ${line}, column ${column}`;
    throw notSuchFile(name, `is not valid JSON: ${place}, expected ${expected}.`, 'Correct the text there.', [
      { at: place, expected },
    ]);
  }
}
