import { outcomeOf } from './outcome-of.js';
import { Unasked } from './unasked.js';
import { documentName } from '../documents/document-name.js';
import { validDocument } from '../documents/pick-documents.js';
import type { DocumentOutcome } from './document-outcome.js';
import type { WatchDocument } from './watch-document.js';
import type { PushResult, QuoteDocument, ReadDocument } from '@quotebridge/core';

const hopeless = new Set(['cancelled', 'auth.rejected', 'state.unusable', 'settings.invalid']);

/**
 * Pushes documents in order. One that fails or is not wanted does not stop the others, unless its failure is theirs, too:
 * then the rest is reported as not begun.
 */
export async function pushDocumentsOneByOne(
  documents: readonly ReadDocument[],
  push: (document: QuoteDocument) => Promise<PushResult>,
  watch: WatchDocument,
  report: (outcome: DocumentOutcome) => void,
): Promise<readonly DocumentOutcome[]> {
  const outcomes: DocumentOutcome[] = [];
  let stopped: (DocumentOutcome & { readonly kind: 'failed' }) | undefined;
  for (const read of documents) {
    const outcome = stopped === undefined ? await pushOne(read, push, watch) : notBegun(read.number, stopped);
    if (outcome.kind === 'failed' && isHopeless(outcome)) stopped = outcome;
    outcomes.push(outcome);
    report(outcome);
  }
  return outcomes;
}

/** Whether no other document can fare better. */
export function isHopeless(outcome: DocumentOutcome): boolean {
  if (outcome.kind !== 'failed') return false;
  return hopeless.has(outcome.error.code) || outcome.cause instanceof Unasked;
}

/** What became of one document; its failure is a value. */
export function pushOne(
  read: ReadDocument,
  push: (document: QuoteDocument) => Promise<PushResult>,
  watch: WatchDocument,
): Promise<DocumentOutcome> {
  return outcomeOf(read.number, () => watch(read, async () => push(validDocument(read))));
}

function notBegun(number: string, stopped: DocumentOutcome & { readonly kind: 'failed' }): DocumentOutcome {
  const message = `Not begun, because ${documentName(stopped.number)} was stopped.`;
  return {
    kind: 'notBegun',
    number,
    error: { code: stopped.error.code, message, details: { next: 'Run it again.' } },
  };
}
