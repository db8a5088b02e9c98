import { usageFault } from '@quotebridge/command-line/terminal';
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
  if (error instanceof CommanderError) {
    const { message, next } = usageFault(error);
    return { code: 'usage', message, details: { next } };
  }
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
