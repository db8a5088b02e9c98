import type { DocumentSource, SourceDocument, SourceFile } from '../contract/document-source.js';
import type { ReadDocument } from './engine-types.js';
import { noSourceFor, validated } from './read-documents.js';

/** A source recognises its files by their first bytes. */
const recognisedBy = 4096;

/**
 * The documents of a file one after the other, each validated against the schema; may be iterated several times. A source
 * that cannot stream reads the file as a whole each time.
 */
export function streamDocuments(
  file: SourceFile,
  sources: () => AsyncIterable<{ readonly displayName: string; readonly source: DocumentSource }>,
): AsyncIterable<ReadDocument> {
  let found: Promise<AsyncIterable<SourceDocument>> | undefined;
  return {
    async *[Symbol.asyncIterator](): AsyncIterator<ReadDocument> {
      found ??= documentsOf(file, sources());
      for await (const { number, content, faults } of await found) yield validated(number, content, faults);
    },
  };
}

async function documentsOf(
  file: SourceFile,
  sources: AsyncIterable<{ readonly displayName: string; readonly source: DocumentSource }>,
): Promise<AsyncIterable<SourceDocument>> {
  const start = { name: file.name, bytes: await firstBytes(file) };
  const tried: string[] = [];
  for await (const { displayName, source } of sources) {
    tried.push(displayName);
    if (source.accepts(start)) return source.stream?.(file) ?? wholeDocuments(file, source);
  }
  throw noSourceFor(file.name, tried);
}

async function* wholeDocuments(file: SourceFile, source: DocumentSource): AsyncIterable<SourceDocument> {
  yield* await source.read({ name: file.name, bytes: await allBytes(file) });
}

async function firstBytes(file: SourceFile): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of file.open()) {
    pieces.push(piece);
    length += piece.length;
    if (length >= recognisedBy) break;
  }
  return joined(pieces, length).subarray(0, recognisedBy);
}

async function allBytes(file: SourceFile): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of file.open()) {
    pieces.push(piece);
    length += piece.length;
  }
  return joined(pieces, length);
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
