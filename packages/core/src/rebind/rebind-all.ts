import type { StoredOpportunity, StoredQuote } from '../contract/records.js';
import { QuotebridgeError } from '../errors/quotebridge-error.js';
import { familyOfMarker } from '../plan/markers.js';
import { callOptions, type PlanContext } from '../plan/plan-context.js';
import type { Conflict } from '../plan/plan.js';
import { bindFound } from './bind-found.js';
import type { ReboundFamily } from './rebound-family.js';

/**
 * Rebuilds what the state knew of every family whose marker the PSA lists. Revisions and conversions share the records of
 * their family; which numbers they have is only known from the documents.
 *
 * @throws `capability.unsupported` when the PSA's lists do not show markers
 */
export async function* rebindAll(context: PlanContext): AsyncGenerator<ReboundFamily, void, undefined> {
  const { opportunities, quotes } = context.contactManager;
  if (opportunities.listMarked === undefined) throw listsNothing(context);
  const found = new Map<string, Found>();
  const entry = (marker: string | undefined): Found | undefined => {
    const family = familyOfMarker(marker);
    if (family === undefined) return undefined;
    const known = found.get(family) ?? { opportunities: [], quotes: [] };
    found.set(family, known);
    return known;
  };
  for await (const page of opportunities.listMarked(callOptions(context))) {
    for (const opportunity of page) entry(opportunity.marker)?.opportunities.push(opportunity);
    context.report(`Reading what carries a marker: ${found.size} families`);
  }
  for await (const page of quotes?.listMarked?.(callOptions(context)) ?? []) {
    for (const quote of page) entry(quote.marker)?.quotes.push(quote);
    context.report(`Reading what carries a marker: ${found.size} families`);
  }
  let count = 0;
  for (const [family, records] of found) {
    context.report(`Remembering ${family} (${(count += 1)} of ${found.size})`);
    yield await rebindFamily(context, family, records);
  }
}

interface Found {
  readonly opportunities: StoredOpportunity[];
  readonly quotes: StoredQuote[];
}

async function rebindFamily(
  context: PlanContext,
  family: string,
  { opportunities, quotes }: Found,
): Promise<ReboundFamily> {
  const [quote] = quotes;
  // People may have taken the marker off the opportunity; its quote still hangs there.
  const [opportunity = await opportunityOf(context, quote)] = opportunities;
  return bindFound(context, {
    family,
    numbers: [],
    ...(opportunity === undefined ? {} : { opportunity }),
    ...(quote === undefined ? {} : { quote }),
    conflicts: [...severalOf('opportunity', family, opportunities), ...severalOf('quote', family, quotes)],
  });
}

async function opportunityOf(
  context: PlanContext,
  quote: StoredQuote | undefined,
): Promise<StoredOpportunity | undefined> {
  if (quote?.opportunityId === undefined) return undefined;
  return context.contactManager.opportunities.get(quote.opportunityId, callOptions(context));
}

function severalOf(
  kind: 'opportunity' | 'quote',
  family: string,
  records: readonly { readonly id: string; readonly title?: string }[],
): readonly Conflict[] {
  if (records.length < 2) return [];
  return [
    {
      about: kind,
      message: `${records.length} records (${kind}) carry the marker of ${family}: ${records.map(({ id }) => id).join(', ')}.`,
      next: 'Remove the marker from all but one of them in the PSA.',
      candidates: records.map(({ id, title }) => ({ id, name: title ?? id })),
    },
  ];
}

function listsNothing({ connection }: PlanContext): QuotebridgeError {
  return new QuotebridgeError(
    'capability.unsupported',
    `The PSA of the connection ${connection} does not list what carries our markers.`,
    { next: 'Name a file with the documents: quotebridge rebind FILE' },
  );
}
