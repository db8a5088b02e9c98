import { firstBytes } from './first-bytes.js';
import { decodeWindows1252 } from './decode-windows-1252.js';

type Open = () => AsyncIterable<Uint8Array>;
type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Text of a file of any length, in pieces; the encoding is found as `decodeText` finds it, in a first reading. */
export async function* textPieces(open: Open): AsyncIterable<string> {
  const encoding = await encodingOf(open);
  if (encoding === 'windows-1252') {
    for await (const bytes of open()) yield decodeWindows1252(bytes);
    return;
  }
  const decoder = new TextDecoder(encoding);
  for await (const bytes of open()) yield decoder.decode(bytes, { stream: true });
  yield decoder.decode();
}

async function encodingOf(open: Open): Promise<Encoding> {
  const [first, second] = await firstBytes(open, 2);
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let beyondAscii = false;
  try {
    for await (const bytes of open()) {
      const text = decoder.decode(bytes, { stream: true });
      beyondAscii ||= /[^\0-\x7f]/.test(text);
    }
  } catch {
    return 'windows-1252';
  }
  try {
    decoder.decode();
    return 'utf-8';
  } catch {
    // The file ends inside a character. A single one beyond ASCII at the very end is as likely one of Windows-1252.
    return beyondAscii ? 'utf-8' : 'windows-1252';
  }
}
