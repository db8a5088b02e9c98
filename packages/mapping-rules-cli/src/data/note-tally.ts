import type { TalliedProblem } from './problem-tally.js';
import { tallyRows } from './tally-rows.js';
import type { Terminal } from '@quotebridge/command-line/terminal';

/** Says what is wrong with lines beside the result; with --json the result says it itself. */
export function noteTally(problems: readonly TalliedProblem[], terminal: Terminal, file: string): void {
  if (terminal.json || problems.length === 0) return;
  const { width, noteColours: colours } = terminal;
  terminal.note(`${colours.bold(file)}\n${tallyRows(problems, { width, colours })}`);
}
