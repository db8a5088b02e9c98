import type { RecordId } from '../contract/records.js';
import type { QuoteDocument } from '../domain/document.js';
import { itemNumbers } from '../resolve/item-numbers.js';
import { withOwnItemNumbers } from '../resolve/own-item-numbers.js';
import { resolveCurrency, type ResolvedCurrency } from '../resolve/resolve-currency.js';
import { forNewRecord } from '../resolve/lookup-reader.js';
import { resolveItems, type Items } from '../resolve/resolve-items.js';
import { resolveOwner } from '../resolve/resolve-owner.js';
import type { People } from '../resolve/resolve-people.js';
import { resolveSetting } from '../resolve/resolve-setting.js';
import { resolveTaxes } from '../resolve/resolve-taxes.js';
import { taxTableOf } from '../resolve/tax-table.js';
import { resolveTicketType } from '../resolve/resolve-ticket-type.js';
import type { DocumentRules } from '../rules/document-rules.js';
import { refusedDescriptions } from '../rules/refused-descriptions.js';
import type { SelectedLine } from '../select/selected-line.js';
import { isZero } from '../domain/decimal.js';
import { addressConflicts } from './address-conflicts.js';
import { expectTax } from './document-tax.js';
import type { Conflict, Match } from './plan.js';
import { callOptions, type PlanContext } from './plan-context.js';
import type { Reason } from './reason.js';
import type { ResolvedDocument } from './resolved-document.js';
import { summaryTaxConflicts } from './summary-tax.js';

export interface KnownRecords {
  readonly people: People;
  readonly hasOpportunity: boolean;
  readonly hasQuote: boolean;
  /** Keys of item numbers whose product a push of this state was creating when it was cut off. */
  readonly unsettledItems: ReadonlySet<string>;
  /** Currency of the quote that exists. */
  readonly quoteCurrencyId?: RecordId | undefined;
}

/** Asks the PSA for everything that the document refers to. Every conflict is collected, so that all are seen at once. */
export async function resolveDocument(
  context: PlanContext,
  document: QuoteDocument,
  lines: readonly SelectedLine[],
  rules: DocumentRules,
  known: KnownRecords,
): Promise<ResolvedDocument> {
  const { contactManager, policy, readLookup } = context;
  const conflicts: Conflict[] = [...rules.conflicts, ...refusedDescriptions(lines, rules)];
  const matches: Match[] = [];
  const reasons: Record<string, Reason> = {};

  const { people } = known;
  conflicts.push(...people.conflicts);
  matches.push(...people.matches);
  for (const { kind, reason } of people.matches) reasons[`${kind}Id`] = reason;
  if (people.siteId !== undefined)
    reasons['siteId'] = { from: 'match', text: 'the site of the user, else the main site' };

  const owner = await resolveOwner(document, policy, rules, readLookup);
  conflicts.push(...owner.conflicts);
  matches.push(...owner.matches);
  if (owner.reason !== undefined) reasons['ownerId'] = owner.reason;

  let ticketTypeId: string | undefined;
  if (!known.hasOpportunity) {
    const ticketType = await resolveTicketType(policy, forNewRecord(readLookup));
    if ('conflict' in ticketType) conflicts.push(ticketType.conflict);
    else {
      ticketTypeId = ticketType.match.id;
      matches.push(ticketType.match);
      reasons['ticketTypeId'] = ticketType.match.reason;
    }
  }
  let quoteStatusId: string | undefined;
  const writesStatus = !known.hasQuote || policy.ownership.quote.status !== 'theirs';
  if (writesStatus && policy.quote.status !== undefined) {
    const status = await resolveSetting(
      forNewRecord(readLookup),
      'quoteStatuses',
      policy.quote.status,
      'quote.status',
    );
    if ('conflict' in status) conflicts.push(status.conflict);
    else quoteStatusId = status.entry.id;
  }

  const currency = await readCurrency(context, document, known);
  conflicts.push(...currency.conflicts);
  if (currency.reason !== undefined) reasons['currencyId'] = currency.reason;
  if (contactManager.quotes !== undefined && policy.opportunity.writeProducts)
    conflicts.push(...addressConflicts(rules, contactManager.quotes.addressLines));

  const codes = lines.filter((line) => !isZero(line.amount)).map((line) => line.taxCode);
  const taxTable = taxTableOf(rules);
  const hasTaxes = contactManager.lookups.names.includes('taxes');
  const taxes = hasTaxes ? await resolveTaxes(document, codes, taxTable, readLookup) : undefined;
  conflicts.push(...(taxes?.conflicts ?? []));
  const tax = expectTax(document, lines, taxes?.byCode ?? new Map(), policy.taxMappings, taxTable);
  conflicts.push(
    ...(tax.conflicts.length > 0
      ? tax.conflicts
      : summaryTaxConflicts(document, policy, tax.figures.expectedTax)),
  );
  const taxOf = (line: SelectedLine): string | null | undefined =>
    taxes?.byCode.get(line.taxCode.trim().toUpperCase())?.id;

  const numbers = withOwnItemNumbers(itemNumbers(lines, rules), lines);
  conflicts.push(...numbers.conflicts);
  const items: Items | undefined =
    contactManager.items === undefined
      ? undefined
      : await resolveItems(lines, numbers, {
          ...callOptions(context),
          port: contactManager.items,
          state: context.state,
          connection: context.connection,
          clock: context.clock,
          unsettled: known.unsettledItems,
          policy,
          rules,
          read: readLookup,
          taxOf,
        });
  conflicts.push(...(items?.conflicts ?? []));

  return {
    people: {
      ...(people.clientId === undefined ? {} : { clientId: people.clientId }),
      ...(people.siteId === undefined ? {} : { siteId: people.siteId }),
      ...(people.userId === undefined ? {} : { userId: people.userId }),
    },
    ...(owner.id === undefined ? {} : { ownerId: owner.id }),
    ...(ticketTypeId === undefined ? {} : { ticketTypeId }),
    ...(quoteStatusId === undefined ? {} : { quoteStatusId }),
    ...(currency.id === undefined ? {} : { currencyId: currency.id }),
    taxFigures: tax.figures,
    numbers,
    items: items?.found ?? new Map(),
    consideredItems: items?.considered ?? new Map(),
    creates: items?.creates ?? [],
    updates: items?.updates ?? [],
    taxes: taxes?.byCode ?? new Map(),
    reasons,
    matches,
    conflicts,
    warnings: [
      ...rules.warnings,
      ...owner.warnings,
      ...currency.warnings,
      ...tax.warnings,
      ...(items?.warnings ?? []),
    ],
  };
}

/** Only looked at for a quote; the client is only asked for when the quote is created. */
async function readCurrency(
  context: PlanContext,
  document: QuoteDocument,
  { people, hasQuote, quoteCurrencyId }: KnownRecords,
): Promise<ResolvedCurrency> {
  const { contactManager, policy, readLookup } = context;
  const { quotes, lookups, clients } = contactManager;
  if (quotes === undefined || !policy.opportunity.writeProducts || !lookups.names.includes('currencies'))
    return { conflicts: [], warnings: [] };
  return resolveCurrency(document, policy, readLookup, {
    quote: quoteCurrencyId,
    client: async () => {
      if (hasQuote || people.clientId === undefined) return undefined;
      return (await clients.get(people.clientId, callOptions(context)))?.currencyId;
    },
  });
}
