import type { DataInput } from '../data-input.js';
import { Utf8Text } from './utf8-text.js';
import { withBeginning } from './with-beginning.js';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** By the byte order mark at the beginning; undefined: there is none of UTF-16. */
export function markedEncoding(bytes: Uint8Array): Encoding | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/**
 * The encoding of a file, whatever a Windows program saved it in, found in a first reading: UTF-16 is known by its byte
 * order mark, and bytes that are no valid UTF-8 are Windows-1252.
 */
export async function encodingOf(input: DataInput): Promise<Encoding> {
  const text = new Utf8Text();
  let isFirst = true;
  for await (const bytes of withBeginning(input.open(), 2)) {
    const marked = isFirst ? markedEncoding(bytes) : undefined;
    if (marked !== undefined) return marked;
    isFirst = false;
    if (text.take(bytes) === undefined) return 'windows-1252';
  }
  return text.ends() ? 'utf-8' : 'windows-1252';
}
