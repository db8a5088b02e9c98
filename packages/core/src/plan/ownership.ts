import type { DataLinkObject } from '../contract/field-port.js';
import type { OpportunityFields, QuoteFields, QuoteLineFields } from '../contract/records.js';
import { linkedReason } from '../datalink/linked-values.js';
import type { PushPolicy } from '../settings/push-policy.js';

/**
 * Who decides about a field after it was created: `ours` is always written, `theirs` only when the record is created,
 * `shared` unless a person has changed it in the PSA since we last wrote it.
 */
export type Ownership = 'ours' | 'theirs' | 'shared';

/** By field; values of DataLink are called `linked.` and the PSA's name, and are shared unless they are named. */
export type FieldOwnership = Readonly<Record<string, Ownership>>;

/** By record and field. */
export type OwnershipTable = Readonly<
  Record<'opportunity' | 'quote' | 'lines' | 'clients' | 'users', FieldOwnership>
>;

type OwnershipOf<Fields> = Readonly<Record<Exclude<keyof Fields & string, 'linked'>, Ownership>>;

/** Who decides about every field, by the settings; what they cannot change included. */
export function ownershipTable(policy: PushPolicy): OwnershipTable {
  return {
    opportunity: { ...opportunityOwnership(policy), ...linkedOwnership(policy, 'opportunities') },
    quote: { ...quoteOwnership(policy), ...linkedOwnership(policy, 'quotes') },
    lines: { ...lineOwnership(policy), ...linkedOwnership(policy, 'lineItems') },
    clients: linkedOwnership(policy, 'clients'),
    users: linkedOwnership(policy, 'users'),
  };
}

function opportunityOwnership({ opportunity, ownership }: PushPolicy): OwnershipOf<OpportunityFields> {
  const { title, client, site, user, owner, expectedCloseDate } = ownership.opportunity;
  return {
    title: title ?? (opportunity.updateName ? 'ours' : 'theirs'),
    clientId: client,
    siteId: site,
    userId: user,
    ownerId: owner,
    ticketTypeId: 'theirs',
    value: 'ours',
    valueByPeriod: 'ours',
    expectedCloseDate,
  };
}

function quoteOwnership({ ownership }: PushPolicy): OwnershipOf<QuoteFields> {
  const { client, site, user, owner, status, ...others } = ownership.quote;
  return {
    ...others,
    opportunityId: 'ours',
    clientId: client,
    siteId: site,
    userId: user,
    ownerId: owner,
    statusId: status,
    currencyId: 'theirs',
  };
}

/**
 * Money comes from the document, always: a total that nobody quoted must not stand in the PSA. The order of lines is
 * the document's, too.
 */
function lineOwnership({ ownership }: PushPolicy): OwnershipOf<QuoteLineFields> {
  return {
    ...ownership.lines,
    kind: 'ours',
    position: 'ours',
    itemId: 'ours',
    itemNumber: 'shared',
    quantity: 'ours',
    price: 'ours',
    listPrice: 'shared',
    discountPercent: 'shared',
    cost: 'ours',
    billingPeriod: 'ours',
    optional: 'ours',
    groupKey: 'ours',
    taxId: 'ours',
  };
}

function linkedOwnership({ dataLink }: PushPolicy, object: DataLinkObject): FieldOwnership {
  const rows = dataLink.rows.filter((row) => row.on === 'save' && row.object === object);
  return Object.fromEntries(rows.map(({ to, ownership = 'shared' }) => [linkedReason(to.trim()), ownership]));
}
