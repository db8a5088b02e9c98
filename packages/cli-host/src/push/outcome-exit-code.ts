import { resultExitCode } from '../presentation/result-exit-code.js';
import { errorCatalogue } from '@quotebridge/core';
import type { DocumentOutcome } from './document-outcome.js';

/** Exit code of several documents: the worst of them. */
export function worstExitCode(outcomes: readonly DocumentOutcome[]): number {
  return Math.max(0, ...outcomes.map(outcomeExitCode));
}

export function outcomeExitCode(outcome: DocumentOutcome): number {
  return 'error' in outcome ? errorCatalogue[outcome.error.code].exit : resultExitCode(outcome.result);
}
