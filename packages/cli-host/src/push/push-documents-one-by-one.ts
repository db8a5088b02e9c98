import { describeError } from '../errors/describe-error.js';
import { validDocument } from '../documents/pick-documents.js';
import type { DocumentOutcome } from './document-outcome.js';
import type { PushResult, QuoteDocument, ReadDocument } from '@quotebridge/core';

/** After these, no other document can fare better. */
const hopeless = new Set(['cancelled', 'auth.rejected', 'state.unusable', 'settings.invalid', 'usage']);

/**
 * Pushes documents in order. One that fails does not stop the others, unless its failure is theirs, too: then the rest
 * is reported as not begun.
 */
export async function pushDocumentsOneByOne(
  documents: readonly ReadDocument[],
  push: (document: QuoteDocument) => Promise<PushResult>,
  report: (outcome: DocumentOutcome) => void,
): Promise<readonly DocumentOutcome[]> {
  const outcomes: DocumentOutcome[] = [];
  let stopped: DocumentOutcome | undefined;
  for (const read of documents) {
    const outcome = stopped === undefined ? await pushOne(read, push) : notBegun(read.number, stopped);
    if (stopped === undefined && 'error' in outcome && hopeless.has(outcome.error.code)) stopped = outcome;
    outcomes.push(outcome);
    report(outcome);
  }
  return outcomes;
}

async function pushOne(
  read: ReadDocument,
  push: (document: QuoteDocument) => Promise<PushResult>,
): Promise<DocumentOutcome> {
  try {
    return { number: read.number, result: await push(validDocument(read)) };
  } catch (error) {
    return { number: read.number, error: describeError(error), cause: error };
  }
}

function notBegun(number: string, stopped: DocumentOutcome): DocumentOutcome {
  const code = 'error' in stopped ? stopped.error.code : 'cancelled';
  return {
    number,
    error: {
      code,
      message: `Not begun, because ${stopped.number} was stopped.`,
      details: { next: 'Run it again.' },
    },
  };
}
