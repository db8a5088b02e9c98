import { bufferOf } from './buffer-of.js';

/** The same pieces, the first of which has at least that many bytes, if there are as many: a pipe may bring one at a time. */
export async function* withBeginning(
  pieces: AsyncIterable<Uint8Array>,
  least: number,
): AsyncGenerator<Buffer, void, undefined> {
  let beginning: Buffer | undefined = Buffer.alloc(0);
  for await (const bytes of pieces) {
    if (beginning === undefined) yield bufferOf(bytes);
    else {
      beginning = beginning.length === 0 ? bufferOf(bytes) : Buffer.concat([beginning, bytes]);
      if (beginning.length < least) continue;
      yield beginning;
      beginning = undefined;
    }
  }
  if (beginning !== undefined) yield beginning;
}
