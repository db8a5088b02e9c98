import { Declined } from './declined.js';
import { Unasked } from './unasked.js';
import { describeError } from '../errors/describe-error.js';
import { documentName } from '../documents/document-name.js';
import { validDocument } from '../documents/pick-documents.js';
import type { DocumentOutcome } from './document-outcome.js';
import type { PushResult, QuoteDocument, ReadDocument } from '@quotebridge/core';

const hopeless = new Set(['cancelled', 'auth.rejected', 'state.unusable', 'settings.invalid']);

/**
 * Pushes documents in order. One that fails or is not wanted does not stop the others, unless its failure is theirs, too:
 * then the rest is reported as not begun.
 */
export async function pushDocumentsOneByOne(
  documents: readonly ReadDocument[],
  push: (document: QuoteDocument) => Promise<PushResult>,
  report: (outcome: DocumentOutcome) => void,
): Promise<readonly DocumentOutcome[]> {
  const outcomes: DocumentOutcome[] = [];
  let stopped: (DocumentOutcome & { readonly kind: 'failed' }) | undefined;
  for (const read of documents) {
    const outcome = stopped === undefined ? await pushOne(read, push) : notBegun(read.number, stopped);
    if (outcome.kind === 'failed' && isHopeless(outcome)) stopped = outcome;
    outcomes.push(outcome);
    report(outcome);
  }
  return outcomes;
}

/** Whether no other document can fare better. */
function isHopeless({ error, cause }: DocumentOutcome & { readonly kind: 'failed' }): boolean {
  return hopeless.has(error.code) || cause instanceof Unasked;
}

async function pushOne(
  read: ReadDocument,
  push: (document: QuoteDocument) => Promise<PushResult>,
): Promise<DocumentOutcome> {
  const { number } = read;
  try {
    return { kind: 'done', number, result: await push(validDocument(read)) };
  } catch (error) {
    if (error instanceof Declined) return { kind: 'skipped', number, result: error.result };
    return { kind: 'failed', number, error: describeError(error), cause: error };
  }
}

function notBegun(number: string, stopped: DocumentOutcome & { readonly kind: 'failed' }): DocumentOutcome {
  const message = `Not begun, because ${documentName(stopped.number)} was stopped.`;
  return {
    kind: 'notBegun',
    number,
    error: { code: stopped.error.code, message, details: { next: 'Run it again.' } },
  };
}
