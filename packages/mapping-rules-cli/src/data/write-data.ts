import { writeFileWhole, type Refusal } from '@quotebridge/command-line/files';
import { once } from 'node:events';
import { pipeName } from './named-input.js';

/**
 * Writes a text that is made while it is written: a file as a whole or not at all, or standard output for `-`. What
 * making the text fails with is passed on. `left`: whoever read standard output has gone before its end.
 */
export async function writeData(
  path: string,
  text: AsyncIterable<string>,
  refuse: Refusal,
): Promise<'whole' | 'left'> {
  if (path === pipeName) return writeOut(text);
  let failure: { readonly error: unknown } | undefined;
  try {
    await writeFileWhole(
      path,
      noticing(text, (error) => (failure = { error })),
      refuse,
    );
  } catch (error) {
    throw failure === undefined ? error : failure.error;
  }
  return 'whole';
}

async function* noticing(
  text: AsyncIterable<string>,
  onFailure: (error: unknown) => void,
): AsyncGenerator<string, void, undefined> {
  try {
    yield* text;
  } catch (error) {
    onFailure(error);
    throw error;
  }
}

async function writeOut(text: AsyncIterable<string>): Promise<'whole' | 'left'> {
  const { stdout } = process;
  const left = new AbortController();
  const leave = (): void => left.abort();
  stdout.once('error', leave);
  stdout.once('close', leave);
  try {
    for await (const piece of text) {
      if (left.signal.aborted) return 'left';
      if (!stdout.write(piece)) await once(stdout, 'drain', { signal: left.signal }).catch(() => undefined);
    }
    return 'whole';
  } finally {
    stdout.off('error', leave);
    stdout.off('close', leave);
  }
}
