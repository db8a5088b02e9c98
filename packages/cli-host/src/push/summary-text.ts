import { outcomeExitCode } from './outcome-exit-code.js';
import { counted } from '../presentation/counted.js';
import type { DocumentOutcome } from './document-outcome.js';

/** `4 documents: 2 pushed, 1 unchanged, 1 failed (AAAQ1004)`. */
export function summaryText(outcomes: readonly DocumentOutcome[]): string {
  const failed = outcomes.filter((outcome) => outcomeExitCode(outcome) !== 0);
  const fine = outcomes.filter((outcome) => !failed.includes(outcome));
  const unchanged = fine.filter(
    (outcome) => 'result' in outcome && outcome.result.status === 'unchanged',
  ).length;
  const parts = [
    `${fine.length - unchanged} pushed`,
    `${unchanged} unchanged`,
    `${failed.length} failed${failed.length === 0 ? '' : ` (${failed.map(({ number }) => number).join(', ')})`}`,
  ];
  return `${counted(outcomes.length, 'document')}: ${parts.join(', ')}`;
}
