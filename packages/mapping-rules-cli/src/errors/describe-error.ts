import { Failure, type FailureCode, type FailureDetails } from './failure.js';
import { UnreadableData } from '../data/unreadable-data.js';
import { usageFault } from '@quotebridge/command-line/terminal';
import { CommanderError } from 'commander';
import { usageNext } from './usage-next.js';

/** An error as plain data. */
export interface DescribedError {
  readonly code: FailureCode;
  readonly message: string;
  readonly details: FailureDetails;
}

/** Any error in the one form that all reports use. */
export function describeError(error: unknown): DescribedError {
  if (error instanceof Failure) return { code: error.code, message: error.message, details: error.details };
  if (error instanceof UnreadableData) {
    const { message, line, expected, next, file = 'the file' } = error;
    const at = line === undefined ? file : `${file}:${line}`;
    return { code: 'data.invalid', message, details: { faults: [{ at, expected }], next } };
  }
  if (error instanceof CommanderError) {
    const { message, next } = usageFault(error);
    return { code: 'usage', message, details: { next: usageNext(error) ?? next } };
  }
  const text = error instanceof Error ? error.message : String(error);
  return {
    code: 'internal',
    message: `Something unexpected happened: ${text.split('\n')[0]?.slice(0, 300) ?? ''}`,
    details: { next: 'Run it again with --verbose and report what it prints.' },
  };
}
