import type { DataInput } from '../data-input.js';
import { UnreadableData } from '../unreadable-data.js';
import { decoderOf } from './decoder-of.js';
import { encodingOf, markedEncoding } from './encoding.js';
import { Utf8Text } from './utf8-text.js';
import { withBeginning } from './with-beginning.js';

/**
 * The content in pieces of UTF-8, whatever encoding it has. A byte order mark stays, as that of UTF-8; a file in
 * Windows-1252 gets one.
 *
 * @throws UnreadableData when a pipe changes its encoding on the way
 */
export async function* utf8Pieces(input: DataInput): AsyncGenerator<Buffer, void, undefined> {
  if (input.size === undefined) {
    yield* pipedPieces(input);
    return;
  }
  const encoding = await encodingOf(input);
  const decode = decoderOf(encoding);
  // What stood in Windows-1252 stands in UTF-8 from now on, which spreadsheets know by the mark alone.
  if (encoding === 'windows-1252') yield Buffer.from('\uFEFF');
  for await (const bytes of input.open()) yield decode(bytes);
  yield decode();
}

/** A pipe cannot be read twice: its encoding is known as soon as something else than ASCII comes. */
async function* pipedPieces(input: DataInput): AsyncGenerator<Buffer, void, undefined> {
  const text = new Utf8Text();
  let decode: ((bytes?: Uint8Array) => Buffer) | undefined;
  let isFirst = true;
  for await (const bytes of withBeginning(input.open(), 2)) {
    const marked = isFirst ? markedEncoding(bytes) : undefined;
    isFirst = false;
    if (marked !== undefined) decode = decoderOf(marked);
    if (decode !== undefined) yield decode(bytes);
    else {
      const cut = text.cut;
      const whole = text.take(bytes);
      if (whole !== undefined) yield whole;
      else if (text.beyondAscii) throw mixed(input.name);
      else {
        decode = decoderOf('windows-1252');
        yield decode(Buffer.concat([cut, bytes]));
      }
    }
  }
  yield decode === undefined ? decoderOf(text.ends() ? 'utf-8' : 'windows-1252')(text.cut) : decode();
}

function mixed(name: string): UnreadableData {
  return new UnreadableData(`${name} begins as UTF-8 and goes on as something else.`, {
    expected: 'text in UTF-8',
    next: 'Name the file with --in: a file is looked at as a whole first.',
  });
}
