import type { DataInput } from './data-input.js';

/** The same input, that tells how many bytes of it have been read. */
export function countedInput(input: DataInput, onBytes: (bytes: number) => void): DataInput {
  return { ...input, open: () => counted(input.open(), onBytes) };
}

async function* counted(
  pieces: AsyncIterable<Uint8Array>,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  let bytes = 0;
  for await (const piece of pieces) {
    yield piece;
    bytes += piece.length;
    onBytes(bytes);
  }
}
