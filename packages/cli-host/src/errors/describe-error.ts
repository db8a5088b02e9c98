import { isQuotebridgeError, type ErrorCode, type ErrorDetails } from '@quotebridge/core';
import { CommanderError } from 'commander';

/** An error as plain data. */
export interface DescribedError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details: ErrorDetails;
}

/** Any error in the one form that all reports use. */
export function describeError(error: unknown): DescribedError {
  if (isQuotebridgeError(error)) return { code: error.code, message: error.message, details: error.details };
  if (error instanceof CommanderError) return describeUsage(error);
  // A closed prompt is a person who changed their mind.
  if (error instanceof Error && error.name === 'ExitPromptError') {
    return { code: 'cancelled', message: 'Stopped.', details: {} };
  }
  const text = error instanceof Error ? error.message : String(error);
  return {
    code: 'internal',
    message: `Something unexpected happened: ${text.split('\n')[0]?.slice(0, 300) ?? ''}`,
    details: { next: 'Run it again with --verbose and report what it prints.' },
  };
}

function describeUsage(error: CommanderError): DescribedError {
  // commander prints the help of an incomplete command itself and throws with a message of no use.
  if (error.code === 'commander.help') {
    return {
      code: 'usage',
      message: 'A command is missing.',
      details: { next: 'Choose one of those in the help.' },
    };
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
  const next = fileBehindOptions
    ? 'Name the file right after the command: an option that takes several values would take it as one of them.'
    : suggestion || 'The option --help prints what a command understands.';
  return {
    code: 'usage',
    message: `${first.charAt(0).toUpperCase()}${first.slice(1).replace(/\.$/, '')}.`,
    details: { next },
  };
}
