import { createProgram } from './program.js';
import { errorExitCode } from './detailed-exit-code.js';
import { hasJsonFlag } from './has-json-flag.js';
import { CommanderError } from 'commander';

/** Runs one command line and answers the exit code. Nothing is thrown. */
export async function runCommandLine(argv: readonly string[]): Promise<number> {
  goOnWhenTheReaderLeaves();
  const json = hasJsonFlag(argv);
  process.exitCode = 0;
  try {
    await createProgram({ json }).parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return flushed(0);
    const { reportError } = await import('../errors/report-error.js');
    const code = reportError(error, {
      json,
      verbose: argv.includes('--verbose'),
      color: !argv.includes('--no-color'),
    });
    return flushed(errorExitCode(argv, code));
  }
  return flushed(exitCodeSoFar());
}

/** With `quotebridge … | head` the rest of the text goes nowhere; the work itself is done to its end. */
function goOnWhenTheReaderLeaves(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
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
