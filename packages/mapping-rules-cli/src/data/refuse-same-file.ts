import { refuse } from '../errors/refuse.js';
import { pipeName } from './named-input.js';
import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';

/**
 * What is read is not written over: a slip on the command line must not cost anybody the rules or the export.
 *
 * @param option by which one of the two was named
 * @throws Failure `usage` when it is one of the inputs, whatever both are called
 */
export async function refuseSameFile(
  option: '--out' | '--junit' | '--from',
  output: string,
  inputs: readonly string[],
  next = 'Name another file.',
): Promise<void> {
  const written = await factsOf(output);
  if (output === pipeName || written?.isFile() !== true) return;
  for (const input of inputs) {
    const read = input === pipeName ? undefined : await factsOf(input);
    if (read?.dev !== written.dev || read.ino !== written.ino) continue;
    throw refuse(`The result would take the place of “${input}”, which the command reads.`, {
      faults: [{ at: option, value: output, expected: 'a file of its own' }],
      next,
    });
  }
}

async function factsOf(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch {
    return undefined;
  }
}
