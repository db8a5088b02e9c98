import { resultExitCode } from '../presentation/result-exit-code.js';
import { errorCatalogue } from '@quotebridge/core';
import type { DocumentOutcome } from './document-outcome.js';

/** Exit code of several documents: the worst of them. */
export function worstExitCode(outcomes: readonly DocumentOutcome[]): number {
  return Math.max(0, ...outcomes.map(outcomeExitCode));
}

/** One that was skipped or never begun has no say: the one that stopped the rest has. */
export function outcomeExitCode(outcome: DocumentOutcome): number {
  if (outcome.kind === 'failed') return errorCatalogue[outcome.error.code].exit;
  return outcome.kind === 'done' ? resultExitCode(outcome.result) : 0;
}
