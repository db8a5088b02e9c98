import { decodeWindows1252 } from './decode-windows-1252.js';

/**
 * Text of a file in whatever encoding a Windows program saved it: UTF-8 and UTF-16 are known by their byte order
 * mark, bytes that are no valid UTF-8 are Windows-1252 (QuoteWerks and its database drivers still produce it).
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}
