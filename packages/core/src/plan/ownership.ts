import type { OpportunityFields, QuoteFields, QuoteLineFields } from '../contract/records.js';
import type { PushPolicy } from '../settings/push-policy.js';

/**
 * Who decides about a field after it was created: `ours` is always written, `theirs` only when the record is created,
 * `shared` unless a person has changed it in the PSA since we last wrote it.
 */
export type Ownership = 'ours' | 'theirs' | 'shared';

export type OwnershipOf<Fields> = Readonly<Record<keyof Fields & string, Ownership>>;

export function opportunityOwnership(policy: PushPolicy): OwnershipOf<OpportunityFields> {
  return {
    title: policy.opportunity.updateName ? 'ours' : 'theirs',
    clientId: 'shared',
    siteId: 'shared',
    userId: 'shared',
    ownerId: 'shared',
    ticketTypeId: 'theirs',
    value: 'ours',
    valueByPeriod: 'ours',
    expectedCloseDate: 'shared',
    linked: 'shared',
  };
}

export const quoteOwnership: OwnershipOf<QuoteFields> = {
  opportunityId: 'ours',
  title: 'shared',
  description: 'shared',
  clientId: 'shared',
  siteId: 'shared',
  userId: 'shared',
  ownerId: 'shared',
  statusId: 'theirs',
  date: 'shared',
  expiresOn: 'shared',
  purchaseOrder: 'shared',
  billingAddress: 'shared',
  deliveryAddress: 'shared',
  currencyId: 'theirs',
  linked: 'shared',
};

/**
 * Money comes from the document, always: a total that nobody quoted must not stand in the PSA. The order of lines is
 * the document's, too.
 */
export const lineOwnership: OwnershipOf<QuoteLineFields> = {
  kind: 'ours',
  position: 'ours',
  itemId: 'ours',
  itemNumber: 'shared',
  name: 'shared',
  note: 'shared',
  quantity: 'ours',
  price: 'ours',
  listPrice: 'shared',
  discountPercent: 'shared',
  cost: 'ours',
  billingPeriod: 'ours',
  optional: 'ours',
  groupKey: 'ours',
  taxId: 'ours',
  linked: 'shared',
};
