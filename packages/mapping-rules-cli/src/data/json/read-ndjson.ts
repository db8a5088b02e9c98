import type { DataLine } from '../data-line.js';
import { UnreadableData } from '../unreadable-data.js';
import { JsonLines } from './json-lines.js';

/** Characters. */
const longestLine = 16 * 1024 * 1024;

/**
 * One JSON object a line. A line that is none has a problem and the others go on; blank lines are left out.
 *
 * @throws UnreadableData for a line without end
 */
export async function* readNdjson(
  pieces: AsyncIterable<Buffer>,
): AsyncGenerator<readonly DataLine[], void, undefined> {
  const made = new JsonLines();
  const decoder = new TextDecoder('utf-8');
  let begun: string[] = [];
  let length = 0;
  let line = 1;
  const take = (texts: readonly string[]): readonly DataLine[] =>
    texts.flatMap((text) => {
      const at = line;
      line += 1;
      return text.trim() === '' ? [] : lineOf(made, text, at);
    });
  for await (const bytes of pieces) {
    const [first = '', ...others] = decoder.decode(bytes, { stream: true }).split('\n');
    begun.push(first);
    length += first.length;
    if (length > longestLine) throw endless(line);
    const last = others.pop();
    if (last === undefined) continue;
    yield take([begun.join(''), ...others]);
    begun = [last];
    length = last.length;
  }
  yield take([begun.join('') + decoder.decode()]);
}

function lineOf(made: JsonLines, text: string, line: number): DataLine {
  let value: unknown;
  try {
    value = JSON.parse(text) as unknown;
  } catch {
    return made.broken(line, 'The line is not JSON.');
  }
  return made.next(value, text.trim(), line);
}

function endless(line: number): UnreadableData {
  return new UnreadableData(`Line ${line} does not end.`, {
    line,
    expected: 'one JSON object in each line, of at most 16 MB',
    next: 'Give a JSON list as a .json file.',
  });
}
