import type { ReadDocument } from '../engine/engine-types.js';
import { isQuotebridgeError } from '../errors/quotebridge-error.js';
import type { Plan } from '../plan/plan.js';
import type { QuoteDocument } from '../domain/document.js';
import type { Diagnosis } from './doctor-report.js';

/** What stops every other document, too. */
const hopeless = new Set(['cancelled', 'auth.rejected', 'state.unusable', 'settings.invalid']);

/** What a push of the document would do: its plan is made and thrown away. Writes nothing. */
export async function diagnoseDocument(
  { number, document, faults }: ReadDocument,
  plan: (document: QuoteDocument) => Promise<Plan>,
): Promise<Diagnosis> {
  const nothing = { number, writes: [], conflicts: [], warnings: [] };
  if (document === undefined) return { ...nothing, verdict: 'unreadable', faults };
  const { type } = document;
  try {
    return { number, type, ...diagnosisOf(await plan(document)) };
  } catch (error) {
    if (!isQuotebridgeError(error) || hopeless.has(error.code)) throw error;
    const { next } = error.details;
    const { code, message } = error;
    return {
      ...nothing,
      type,
      verdict: 'unknown',
      error: { code, message, ...(next === undefined ? {} : { next }) },
    };
  }
}

function diagnosisOf({
  operations,
  conflicts,
  warnings,
  requests,
}: Plan): Omit<Diagnosis, 'number' | 'type'> {
  const writing = operations.filter(({ action }) => action !== 'keep');
  const writes = [...new Set(writing.map(({ action, kind }) => `${action} ${kind}`))];
  const verdict =
    conflicts.length > 0
      ? 'blocked'
      : operations.length === 0
        ? 'skipped'
        : writing.length === 0
          ? 'unchanged'
          : 'ready';
  return { verdict, writes, conflicts, warnings, requests: requests.expected };
}
