import { retryDocument } from '../push/retry-document.js';
import { outcomeOf } from '../push/outcome-of.js';
import { worstExitCode } from '../push/outcome-exit-code.js';
import { isHopeless } from '../push/push-documents-one-by-one.js';
import { reportOutcome } from '../push/report-outcome.js';
import { summaryText } from '../push/summary-text.js';
import { openConfiguredSession } from '../session/open-session.js';
import { connected } from '../session/with-connection.js';
import { QuotebridgeError, type Retries } from '@quotebridge/core';
import type { Action } from '../command-line/late-action.js';
import type { DocumentOutcome } from '../push/document-outcome.js';

interface Options {
  readonly all?: boolean;
  readonly yes?: boolean;
}

export const retryIssues: Action<Options> = async (context, { all = false, yes = false }, ids) => {
  const { terminal } = context;
  if ((ids.length === 0) !== all) {
    throw new QuotebridgeError('usage', 'Which issues? Expected either their ids, or --all.', {
      next: 'List them with: quotebridge issues list',
    });
  }
  await using session = await openConfiguredSession(context);
  return await connected(session, context, 'Reading the issues', async (work) => {
    const { connection, progress } = work;
    const retries = await connection.issues.retries(all ? 'all' : ids);
    const again = retryDocument({ session, context, yes }, work);
    const outcomes: DocumentOutcome[] = [];
    const report = (outcome: DocumentOutcome): void => {
      progress.clear();
      outcomes.push(outcome);
      reportOutcome(outcome, terminal);
    };
    byHand(retries).forEach(report);
    for (const retry of retries.pushes) {
      const outcome = await outcomeOf(retry.document.number, () => again(retry));
      report(outcome);
      if (isHopeless(outcome)) break;
    }
    terminal.note(outcomes.length === 0 ? 'There is nothing to retry.' : summaryText(outcomes));
    return worstExitCode(outcomes);
  });
};

/** What no push can settle is not passed over: its next step is somebody's. */
function byHand(retries: Retries): readonly DocumentOutcome[] {
  return retries.byHand.map(({ issue: { document, code, message }, next }) => ({
    kind: 'failed',
    number: document.number,
    error: { code, message, details: { next } },
  }));
}
