import type { LocatedProblem } from '../rules/located-problem.js';
import type { RefusalDetails } from '@quotebridge/command-line/files';

/** Why a command did not do its work, and the exit code that says so. */
export const failureCodes = {
  /** The rules, or the table that was to become rules, have errors. */
  'rules.invalid': 1,
  /** The command line, or a file that it names. */
  usage: 2,
  /** Lines that cannot be read as a whole. */
  'data.invalid': 2,
  /** Nobody foresaw it. */
  internal: 7,
  cancelled: 130,
} as const;
export type FailureCode = keyof typeof failureCodes;

export interface FailureDetails extends Partial<RefusalDetails> {
  /** What is wrong with the rules. */
  readonly problems?: readonly LocatedProblem[];
}

/** The one error of this command; everything that people can do something about is one. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: FailureCode;
  readonly details: FailureDetails;

  constructor(code: FailureCode, message: string, details: FailureDetails = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}
