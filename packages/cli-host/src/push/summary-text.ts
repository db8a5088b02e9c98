import { outcomeExitCode } from './outcome-exit-code.js';
import { documentName } from '../documents/document-name.js';
import { visibleText } from '../presentation/visible-text.js';
import { counted } from '../presentation/counted.js';
import type { DocumentOutcome } from './document-outcome.js';
import type { PushResult } from '@quotebridge/core';

/** `4 documents: 2 pushed, 1 unchanged, 0 skipped, 1 failed (AAAQ1004), 0 not begun`. */
export function summaryText(outcomes: readonly DocumentOutcome[]): string {
  const failed = outcomes.filter((outcome) => outcomeExitCode(outcome) !== 0);
  const fine = outcomes.filter((outcome) => !failed.includes(outcome));
  const count = (wanted: (outcome: DocumentOutcome) => boolean): number => fine.filter(wanted).length;
  const done = (status: PushResult['status']): number =>
    count((outcome) => outcome.kind === 'done' && outcome.result.status === status);
  const names = visibleText(failed.map(({ number }) => documentName(number)).join(', '));
  const parts = [
    `${done('written')} pushed`,
    `${done('unchanged')} unchanged`,
    `${count(({ kind }) => kind === 'skipped') + done('skipped')} skipped`,
    `${failed.length} failed${names === '' ? '' : ` (${names})`}`,
    `${count(({ kind }) => kind === 'notBegun')} not begun`,
  ];
  return `${counted(outcomes.length, 'document')}: ${parts.join(', ')}`;
}
