import { refuse } from '../errors/refuse.js';
import { Failure } from '../errors/failure.js';
import { countedInput } from './counted-input.js';
import type { DataInput } from './data-input.js';
import { interruptible } from './interruptible.js';
import { namedInput, pipeName } from './named-input.js';
import { Interruption, ProgressLine, type Terminal } from '@quotebridge/command-line/terminal';

/** Lines that a command reads, with progress and Ctrl-C. */
export interface OpenedLines extends Disposable {
  readonly input: DataInput;
}

const megabyte = 1_000_000;

/**
 * @param path of the lines; `-`: standard input
 * @param output where the result goes; `-`: standard output; left out: no lines are written
 * @throws Failure `usage` when nobody gives standard input anything
 */
export async function openLines(path: string, terminal: Terminal, output?: string): Promise<OpenedLines> {
  if (path === pipeName && process.stdin.isTTY) {
    throw new Failure('usage', 'There are no lines to read.', {
      next: 'Name a file with --in, or send the lines to standard input.',
    });
  }
  const named = await namedInput(path, refuse);
  const interruption = new Interruption(terminal);
  const progress = new ProgressLine(terminal);
  const total = named.size ?? 0;
  let started = Date.now();
  let read = 0;
  const onBytes = (bytes: number): void => {
    if (total === 0) return;
    // A file is read twice: to know its encoding, which takes no time, and for its lines.
    if (bytes < read) started = Date.now();
    read = bytes;
    const left = ((Date.now() - started) / bytes) * (total - bytes);
    progress.track({ done: toMegabytes(bytes), total: toMegabytes(total), left, current: `MB of ${path}` });
  };
  if (total === 0) progress.report({ message: `reading ${named.name}` });
  return {
    input: countedInput(interruptible(named, interruption.signal, stoppedText(output)), onBytes),
    [Symbol.dispose]: () => {
      progress[Symbol.dispose]();
      interruption[Symbol.dispose]();
    },
  };
}

function stoppedText(output: string | undefined): string {
  if (output === undefined) return 'Stopped.';
  if (output === pipeName) return 'Stopped; what is on standard output breaks off.';
  return 'Stopped; nothing was written.';
}

function toMegabytes(bytes: number): number {
  return Math.ceil(bytes / megabyte);
}
