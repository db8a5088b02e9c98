import { QuotebridgeError } from '@quotebridge/core';

/** No line of a sound file is longer: characters. */
const longestLine = 64_000_000;

/**
 * The lines of a text in UTF-8, one after the other, without their ends: no more than one line is in memory.
 *
 * @throws `document.invalid` for a text that is not UTF-8, or has a line without end
 */
export async function* inputLines(
  content: AsyncIterable<Uint8Array | string>,
  name: string,
): AsyncGenerator<string, void, undefined> {
  const text = new TextDecoder('utf-8', { fatal: true });
  const decode = (piece?: Uint8Array): string => {
    try {
      return piece === undefined ? text.decode() : text.decode(piece, { stream: true });
    } catch {
      throw unreadable(name, 'text in UTF-8');
    }
  };
  // In parts, so that a long line is not put together again with each piece.
  let begun: string[] = [];
  let length = 0;
  for await (const piece of content) {
    const [first = '', ...others] = (typeof piece === 'string' ? piece : decode(piece)).split('\n');
    begun.push(first);
    length += first.length;
    if (length > longestLine) throw unreadable(name, `lines of at most ${longestLine} characters`);
    const last = others.pop();
    if (last === undefined) continue;
    yield withoutReturn(begun.join(''));
    for (const line of others) yield withoutReturn(line);
    begun = [last];
    length = last.length;
  }
  const rest = begun.join('') + decode();
  if (rest !== '') yield withoutReturn(rest);
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

function unreadable(name: string, expected: string): QuotebridgeError {
  return new QuotebridgeError(
    'document.invalid',
    `The file “${name}” cannot be read line by line: expected ${expected}.`,
    {
      next: 'Export it again.',
    },
  );
}
