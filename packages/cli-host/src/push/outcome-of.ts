import { Declined } from './declined.js';
import { describeError } from '../errors/describe-error.js';
import type { DocumentOutcome } from './document-outcome.js';
import type { PushResult } from '@quotebridge/core';

/** What became of one document of several; its failure is a value. */
export async function outcomeOf(number: string, work: () => Promise<PushResult>): Promise<DocumentOutcome> {
  try {
    return { kind: 'done', number, result: await work() };
  } catch (error) {
    if (error instanceof Declined) return { kind: 'skipped', number, result: error.result };
    return { kind: 'failed', number, error: describeError(error), cause: error };
  }
}
