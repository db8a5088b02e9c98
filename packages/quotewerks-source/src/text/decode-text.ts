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
    return isCutUtf8(bytes) ? new TextDecoder('utf-8').decode(bytes) : decodeWindows1252(bytes);
  }
}

/** Whether the bytes are UTF-8 but for a last character that they end inside of, as those of a cut-off file may. */
function isCutUtf8(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
    // A single character beyond ASCII at the very end is as likely one of Windows-1252.
    return /[^\0-\x7f]/.test(text);
  } catch {
    return false;
  }
}
