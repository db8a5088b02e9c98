import type { LookupEntry, RecordId } from '../contract/records.js';
import type { QuoteDocument } from '../domain/document.js';
import type { Conflict, PlanWarning } from '../plan/plan.js';
import type { Reason } from '../plan/reason.js';
import type { PushPolicy } from '../settings/push-policy.js';
import { searchLookup, type LookupReader } from './lookup-reader.js';
import { matchKey } from './match-key.js';

export interface ResolvedCurrency {
  /** Of the lookup `currencies`; undefined: the document names none, or it is not looked at. */
  readonly id?: RecordId;
  readonly reason?: Reason;
  readonly conflicts: readonly Conflict[];
  readonly warnings: readonly PlanWarning[];
}

export interface KnownCurrencies {
  /** Of the quote that exists. */
  readonly quote: RecordId | undefined;
  /** Of the client; asked for only when the document names a currency. */
  readonly client: () => Promise<RecordId | undefined>;
}

const nothing: ResolvedCurrency = { conflicts: [], warnings: [] };

/**
 * The currency that a document names, in the PSA. A document that names none is in the base currency, and nothing is
 * asked. Amounts are never converted.
 */
export async function resolveCurrency(
  document: QuoteDocument,
  policy: PushPolicy,
  read: LookupReader,
  known: KnownCurrencies,
): Promise<ResolvedCurrency> {
  const { currency } = document;
  if (currency === undefined || policy.quote.currency === 'ignore') return nothing;
  const { found, entries } = await searchLookup(read, 'currencies', (list) => findCurrency(list, currency));
  const [entry, ...more] = found;
  if (entry === undefined || more.length > 0) {
    const message =
      entry === undefined
        ? `The PSA has no currency ${currency}, which the document is in.`
        : `The PSA has ${found.length} currencies ${currency}.`;
    return { ...nothing, conflicts: [conflict(message, entry === undefined ? entries : found)] };
  }
  const name = (id: RecordId): string => entries.find((other) => other.id === id)?.name ?? id;
  if (known.quote !== undefined && known.quote !== entry.id) {
    const message = `The document is in ${currency}, and its quote in the PSA is in ${name(known.quote)}.`;
    return { ...nothing, conflicts: [conflict(message, [])] };
  }
  const client = await known.client();
  const warnings =
    client === undefined || client === entry.id
      ? []
      : [
          {
            about: 'quote.currency',
            message: `The document is in ${currency}, and its client is billed in ${name(client)} by the PSA.`,
          },
        ];
  return {
    id: entry.id,
    reason: { from: 'document', at: 'header.currency', text: `the currency of the document: ${entry.name}` },
    conflicts: [],
    warnings,
  };
}

/** By code, else by name, else by symbol. */
function findCurrency(entries: readonly LookupEntry[], currency: string): readonly LookupEntry[] {
  const ways: readonly ((entry: LookupEntry) => unknown)[] = [
    ({ detail }) => detail?.['code'],
    ({ name }) => name,
    ({ detail }) => detail?.['symbol'],
  ];
  for (const way of ways) {
    const found = entries.filter((entry) => {
      const text = way(entry);
      return typeof text === 'string' && matchKey(text) === matchKey(currency);
    });
    if (found.length > 0) return found;
  }
  return [];
}

function conflict(message: string, candidates: readonly LookupEntry[]): Conflict {
  return {
    about: 'quote.currency',
    message,
    next: 'Correct the currency of the document or of the PSA, or set quote.currency to ignore.',
    candidates: candidates.slice(0, 20).map(({ id, name }) => ({ id, name })),
  };
}
