import { outcomeExitCode } from './outcome-exit-code.js';
import { documentName } from '../documents/document-name.js';
import type { DocumentOutcome } from './document-outcome.js';
import { counted, visibleText } from '@quotebridge/command-line/terminal';
import type { PushResult, RunTally } from '@quotebridge/core';

interface Counts {
  readonly total: number;
  readonly pushed: number;
  readonly unchanged: number;
  readonly skipped: number;
  readonly failed: number;
  /** Numbers of those that failed, or of the first ones. */
  readonly names: readonly string[];
  readonly notBegun: number;
}

/** Where to find what did not go through. */
export const deskText =
  'What did not go through is kept: quotebridge issues list, and quotebridge issues retry --all tries it again.';

/** `4 documents: 2 pushed, 1 unchanged, 0 skipped, 1 failed (AAAQ1004), 0 not begun`. */
export function summaryText(outcomes: readonly DocumentOutcome[]): string {
  const failed = outcomes.filter((outcome) => outcomeExitCode(outcome) !== 0);
  const fine = outcomes.filter((outcome) => !failed.includes(outcome));
  const count = (wanted: (outcome: DocumentOutcome) => boolean): number => fine.filter(wanted).length;
  const done = (status: PushResult['status']): number =>
    count((outcome) => outcome.kind === 'done' && outcome.result.status === status);
  return countsText({
    total: outcomes.length,
    pushed: done('written'),
    unchanged: done('unchanged'),
    skipped: count(({ kind }) => kind === 'skipped') + done('skipped'),
    failed: failed.length,
    names: failed.map(({ number }) => number),
    notBegun: count(({ kind }) => kind === 'notBegun'),
  });
}

/** The same of a whole file, over all runs that it took. */
export function runSummaryText({ total, settled, failed: names }: RunTally): string {
  const { written, unchanged, skipped, failed } = settled;
  const notBegun = total - written - unchanged - skipped - failed;
  const text = countsText({ total, pushed: written, unchanged, skipped, failed, names, notBegun });
  return notBegun === 0 ? text : `${text}. Run it again to go on with the rest.`;
}

function countsText({ total, pushed, unchanged, skipped, failed, names, notBegun }: Counts): string {
  const more = failed > names.length ? `, … and ${failed - names.length} more` : '';
  const shown = `${visibleText(names.map(documentName).join(', '))}${more}`;
  const parts = [
    `${pushed} pushed`,
    `${unchanged} unchanged`,
    `${skipped} skipped`,
    `${failed} failed${failed === 0 ? '' : ` (${shown})`}`,
    `${notBegun} not begun`,
  ];
  return `${counted(total, 'document')}: ${parts.join(', ')}`;
}
