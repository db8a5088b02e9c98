import { helpWidth } from './help-width.js';
import type { Command } from 'commander';

/** Gives every command of a tree the same manners: help as wide as the terminal, errors thrown and not printed. */
export function finishedProgram(program: Command, options: { readonly json: boolean }): Command {
  forEachCommand(program, (command) => {
    command
      .exitOverride()
      // Narrow texts are hard to read, but easier than lines that the terminal breaks anywhere.
      .configureHelp({ showGlobalOptions: true, minWidthToWrap: 16 })
      // Errors are reported in one place, as text or as JSON.
      .configureOutput({
        outputError: () => undefined,
        getOutHelpWidth: helpWidth,
        getErrHelpWidth: helpWidth,
        ...(options.json ? { writeErr: () => undefined } : {}),
      });
  });
  return program;
}

function forEachCommand(command: Command, visit: (command: Command) => void): void {
  visit(command);
  for (const child of command.commands) forEachCommand(child, visit);
}
