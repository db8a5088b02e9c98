import { UnreadableData } from '../unreadable-data.js';
import { delimiters, type Delimiter } from './dialect.js';
import type { RowPiece } from './row-pieces.js';

/** A line by which files tell Excel what stands between their cells; other programs take it for a row. */
const declaration = /^"?sep=([^\r\n]|\\t)"?\r?\n?$/i;

/** Longer first rows are no declaration. Bytes. */
const longest = 16;

/**
 * The delimiter that the first row of a file declares, and the rows below it; undefined: it declares none.
 *
 * @param piece the first rows, without a byte order mark
 * @throws UnreadableData for a delimiter that is none of the usual ones
 */
export function declaredDelimiter(
  piece: RowPiece,
): { readonly delimiter: Delimiter; readonly below: RowPiece } | undefined {
  const { bytes, line } = piece;
  const feed = bytes.subarray(0, longest).indexOf(0x0a);
  const end = feed === -1 ? bytes.length : feed + 1;
  if (end > longest) return undefined;
  const written = declaration.exec(bytes.toString('latin1', 0, end))?.[1];
  if (written === undefined) return undefined;
  const delimiter = delimiters.find((each) => each === written.replace('\\t', '\t'));
  if (delimiter === undefined) {
    throw new UnreadableData(`The first line says that “${written}” stands between the cells.`, {
      line,
      expected: 'a comma, a semicolon or a tab',
      next: 'Export the file again with one of them.',
    });
  }
  return { delimiter, below: { ...piece, bytes: bytes.subarray(end), line: line + 1 } };
}
