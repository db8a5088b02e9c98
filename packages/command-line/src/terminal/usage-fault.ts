import { nearestTo } from './nearest-to.js';
import type { CommanderError } from 'commander';

/** What is wrong with a command line, and what to do about it. */
export function usageFault(error: CommanderError): { readonly message: string; readonly next: string } {
  // commander prints the help of an incomplete command itself and throws with a message of no use.
  if (error.code === 'commander.help') {
    return { message: 'A command is missing.', next: 'Choose one of those in the help.' };
  }
  const [first = '', ...rest] = error.message
    .replace(/^error: /, '')
    .replaceAll(/'([^']*)'/g, '“$1”')
    .split('\n');
  const suggestion = rest
    .join(' ')
    .trim()
    .replace(/^\(|\)$/g, '');
  const fileBehindOptions = error.code === 'commander.missingArgument' && first.includes('“file”');
  const choice = nearChoice(error.message);
  const next = fileBehindOptions
    ? 'Name the file right after the command: an option that takes several values would take it as one of them.'
    : choice !== undefined
      ? `Did you mean ${choice}?`
      : suggestion || 'The option --help prints what a command understands.';
  return { message: `${first.charAt(0).toUpperCase()}${first.slice(1).replace(/\.$/, '')}.`, next };
}

/** Of the words that an option or argument takes, the one that was probably meant. */
function nearChoice(message: string): string | undefined {
  const [, value, choices] =
    /(?:value|argument) '(.*)' is invalid.* Allowed choices are (.*)\.$/s.exec(message) ?? [];
  return value === undefined || choices === undefined ? undefined : nearestTo(value, choices.split(', '))[0];
}
