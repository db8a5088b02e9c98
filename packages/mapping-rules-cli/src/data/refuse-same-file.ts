import { refuse } from '../errors/refuse.js';
import { isSameFile } from './is-same-file.js';
import { pipeName } from './named-input.js';

/**
 * What is read is not written over: a slip on the command line must not cost anybody the rules or the export.
 *
 * @param option by which one of the two was named
 * @throws Failure `usage` when it is one of the inputs, whatever both are called
 */
export async function refuseSameFile(
  option: '--out' | '--output' | '--junit' | '--from',
  output: string,
  inputs: readonly string[],
): Promise<void> {
  if (output === pipeName) return;
  for (const input of inputs) {
    if (input === pipeName || !(await isSameFile(output, input))) continue;
    throw refuse(`The result would take the place of “${input}”, which the command reads.`, {
      faults: [{ at: option, value: output, expected: 'a file of its own' }],
      next: 'Name another file.',
    });
  }
}
