import type { DocumentSource, SourceDocument } from '@quotebridge/core/plugin';

/** Bytes in pieces of that size. */
export async function* piecesOf(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Every document that a source streams. */
export async function streamed(
  source: Required<DocumentSource>,
  bytes: Uint8Array,
  name: string,
  size: number,
): Promise<readonly SourceDocument[]> {
  const documents: SourceDocument[] = [];
  for await (const document of source.stream({ name, open: () => piecesOf(bytes, size) })) {
    documents.push(document);
  }
  return documents;
}
