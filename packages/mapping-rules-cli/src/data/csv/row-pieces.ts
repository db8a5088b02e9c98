import { UnreadableData } from '../unreadable-data.js';

/** Whole rows. */
export interface RowPiece {
  readonly bytes: Buffer;
  /** Line of the file on which the first row begins, from 1. */
  readonly line: number;
  /** Whether a cell holds a line end, so that rows and lines do not go together. */
  readonly multiline: boolean;
}

/** Bytes. A row that is longer is one whose quotation mark is never closed. */
const longestRow = 16 * 1024 * 1024;

/**
 * Cuts a text between two rows: every piece but the last one ends with a line feed outside quotes, which is where as
 * many quotation marks have been closed as opened.
 *
 * @throws UnreadableData for a row that does not end
 */
export async function* rowPieces(pieces: AsyncIterable<Buffer>): AsyncGenerator<RowPiece, void, undefined> {
  let parts: Buffer[] = [];
  let length = 0;
  let line = 1;
  let feeds = 0;
  let quoted = false;
  let multiline = false;
  for await (const bytes of pieces) {
    // All of the scan is in local variables: this loop sees every byte of the file.
    let end = 0;
    let feedsAtEnd = 0;
    let multilineAtEnd = false;
    for (let at = 0; at < bytes.length; at += 1) {
      const byte = bytes[at];
      if (byte === 0x22) quoted = !quoted;
      else if (byte === 0x0a) {
        feeds += 1;
        if (quoted) multiline = true;
        else {
          end = at + 1;
          feedsAtEnd = feeds;
          multilineAtEnd = multiline;
        }
      }
    }
    if (end === 0) {
      parts.push(bytes);
      length += bytes.length;
      if (length > longestRow) throw endless(line);
      continue;
    }
    yield { bytes: joined(parts, bytes.subarray(0, end)), line, multiline: multilineAtEnd };
    line += feedsAtEnd;
    feeds -= feedsAtEnd;
    multiline = feeds > 0;
    const rest = bytes.subarray(end);
    parts = rest.length === 0 ? [] : [rest];
    length = rest.length;
  }
  if (length > 0) yield { bytes: joined(parts), line, multiline };
}

function joined(parts: readonly Buffer[], last?: Buffer): Buffer {
  if (last === undefined) return Buffer.concat(parts);
  return parts.length === 0 ? last : Buffer.concat([...parts, last]);
}

function endless(line: number): UnreadableData {
  return new UnreadableData(`The row in line ${line} does not end.`, {
    line,
    expected: `a row of at most ${longestRow / 1024 ** 2} MB; a quotation mark that opens is closed`,
    next: 'Close the quotation mark, or export the file again.',
  });
}
