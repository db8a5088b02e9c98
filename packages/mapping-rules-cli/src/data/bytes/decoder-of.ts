import { bufferOf } from './buffer-of.js';
import { decodeWindows1252 } from './decode-windows-1252.js';
import type { Encoding } from './encoding.js';

/** Makes UTF-8 of bytes that come in pieces; without a piece: of what the last one has left. A byte order mark stays. */
export function decoderOf(encoding: Encoding): (bytes?: Uint8Array) => Buffer {
  if (encoding === 'utf-8') return (bytes) => (bytes === undefined ? Buffer.alloc(0) : bufferOf(bytes));
  if (encoding === 'windows-1252')
    return (bytes) => Buffer.from(bytes === undefined ? '' : decodeWindows1252(bytes));
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return (bytes) => Buffer.from(decoder.decode(bytes, { stream: bytes !== undefined }));
}
