import { hasJsonFlag } from './has-json-flag.js';
import { CommanderError, type Command } from 'commander';

/** Exit code of both commands when something that the command line names cannot be used. */
const unwritable = 2;

export interface ProgramParts {
  readonly create: (options: { readonly json: boolean }) => Command;
  /** Says what went wrong, in the form that was asked for, and answers the exit code. */
  readonly fail: (
    error: unknown,
    options: { readonly json: boolean; readonly verbose: boolean; readonly color: boolean },
  ) => Promise<number>;
}

/** Runs one command line and answers the exit code. Nothing is thrown. */
export async function runProgram(argv: readonly string[], { create, fail }: ProgramParts): Promise<number> {
  goOnWhenTheReaderLeaves();
  const json = hasJsonFlag(argv);
  process.exitCode = 0;
  try {
    await create({ json }).parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return flushed(0);
    const verbose = argv.includes('--verbose');
    return flushed(await fail(error, { json, verbose, color: !argv.includes('--no-color') }));
  }
  return flushed(exitCodeSoFar());
}

/** With `… | head` the rest of the text goes nowhere; the work itself is done to its end. A full disk ends it. */
function goOnWhenTheReaderLeaves(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', ({ code = 'unknown reason' }: NodeJS.ErrnoException) => {
      if (code === 'EPIPE') return;
      if (stream === process.stdout) process.stderr.write(`✗ Standard output cannot be written (${code}).\n`);
      process.exit(unwritable);
    });
  }
}

function exitCodeSoFar(): number {
  return typeof process.exitCode === 'number' ? process.exitCode : 0;
}

/** The caller exits at once: everything must have left the process by then. */
async function flushed(code: number): Promise<number> {
  for (const stream of [process.stdout, process.stderr]) {
    if (stream.writable && stream.writableLength > 0)
      await new Promise<void>((resolve) => stream.write('', () => resolve()));
  }
  return code;
}
