import { sha256OfStream } from '../base/sha256-of-stream.js';
import { tellingBytes } from './file-type.js';

export interface InspectedFile {
  /** In hexadecimal. */
  readonly sha256: string;
  /** Bytes. */
  readonly length: number;
  readonly start: Uint8Array;
}

/** Reads a file once, piece by piece: its hash, its length, and the few bytes that tell what it is. */
export async function inspectFile(open: () => AsyncIterable<Uint8Array>): Promise<InspectedFile> {
  const start = new Uint8Array(tellingBytes);
  let length = 0;
  async function* watched(): AsyncGenerator<Uint8Array> {
    for await (const piece of open()) {
      if (length < tellingBytes) start.set(piece.subarray(0, tellingBytes - length), length);
      length += piece.byteLength;
      yield piece;
    }
  }
  const sha256 = await sha256OfStream(watched());
  return { sha256, length, start: start.subarray(0, Math.min(length, tellingBytes)) };
}
