import type { DataLine } from '../data-line.js';
import { UnreadableData } from '../unreadable-data.js';
import { JsonLines } from './json-lines.js';
import { ValueCutter, type CutValue } from './value-cutter.js';

/** Characters. */
const longestValue = 16 * 1024 * 1024;

/**
 * A JSON list of objects of any length, or objects that follow one another; one is held at a time.
 *
 * @throws UnreadableData where the text stops being JSON: what comes behind cannot be told apart
 */
export async function* readJson(
  pieces: AsyncIterable<Buffer>,
): AsyncGenerator<readonly DataLine[], void, undefined> {
  const made = new JsonLines();
  const cutter = new ValueCutter();
  const decoder = new TextDecoder('utf-8');
  for await (const bytes of pieces) {
    const lines: DataLine[] = [];
    for (const value of cutter.take(decoder.decode(bytes, { stream: true }))) lines.push(lineOf(made, value));
    yield lines;
    if (cutter.held > longestValue) throw notJson(cutter.line, `an object of at most 16 MB`);
  }
  const end = Array.from(cutter.take(decoder.decode()), (value) => lineOf(made, value));
  if (!cutter.ends()) throw notJson(cutter.begins, 'a list that is closed, or one object after the other');
  yield end;
}

function lineOf(made: JsonLines, { text, line }: CutValue): DataLine {
  let value: unknown;
  try {
    value = JSON.parse(text) as unknown;
  } catch {
    throw notJson(line, 'an object: { "ItemType": "Labor", … }');
  }
  return made.next(value, text, line);
}

function notJson(line: number, expected: string): UnreadableData {
  return new UnreadableData(`The text from line ${line} on is not valid JSON.`, {
    line,
    expected,
    next: 'Correct the text there.',
  });
}
