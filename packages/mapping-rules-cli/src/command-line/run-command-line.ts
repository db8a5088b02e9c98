import { createProgram } from './program.js';
import { runProgram } from '@quotebridge/command-line';

/** Runs one command line and answers the exit code. Nothing is thrown. */
export async function runCommandLine(argv: readonly string[]): Promise<number> {
  return runProgram(argv, {
    create: createProgram,
    fail: async (error, options) => (await import('../errors/report-error.js')).reportError(error, options),
  });
}
