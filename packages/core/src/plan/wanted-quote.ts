import type { Address, QuoteFields } from '../contract/records.js';
import type { Party, QuoteDocument } from '../domain/document.js';
import type { Reason, Reasons } from './reason.js';
import type { ResolvedDocument } from './resolved-document.js';
import { documentTitle, titleReason } from './wanted-opportunity.js';

/** The header of the quote as the document wants it, each field with its reason. */
export function wantedQuote(
  document: QuoteDocument,
  resolved: ResolvedDocument,
): { readonly fields: Partial<QuoteFields>; readonly reasons: Reasons } {
  const billing = addressOf(document.soldTo);
  const delivery = addressOf(document.shipTo);
  const fields: Partial<QuoteFields> = {
    title: documentTitle(document),
    description: document.notes.introduction,
    ...resolved.people,
    ...(resolved.ownerId === undefined ? {} : { ownerId: resolved.ownerId }),
    ...(resolved.quoteStatusId === undefined ? {} : { statusId: resolved.quoteStatusId }),
    ...(document.date === undefined ? {} : { date: document.date }),
    ...(document.expiresOn === undefined ? {} : { expiresOn: document.expiresOn }),
    purchaseOrder: document.purchaseOrder,
    ...(billing === undefined ? {} : { billingAddress: billing }),
    ...(delivery === undefined ? {} : { deliveryAddress: delivery }),
  };
  return {
    fields,
    reasons: {
      ...resolved.reasons,
      title: titleReason(document),
      description: from('IntroductionNotes', 'the introduction of the document'),
      statusId: { from: 'setting', at: 'quote.status', text: 'status of new quotes' },
      date: from('DocDate', 'the date of the document'),
      expiresOn: from('expiresOn', 'the quote is valid until then'),
      purchaseOrder: from('SoldToPONumber', "the customer's purchase order number"),
      billingAddress: from('SoldTo', 'the sold-to address'),
      deliveryAddress: from('ShipTo', 'the ship-to address'),
    },
  };
}

/** Street, second line, city, state and country, without empty lines at the end; undefined when nothing is filled. */
function addressOf(party: Party): Address | undefined {
  const lines = [
    party.address1,
    [party.address2, party.address3].filter((text) => text !== '').join(', '),
    party.city,
    [party.state, party.country].filter((text) => text !== '').join(', '),
  ];
  while (lines.at(-1) === '') lines.pop();
  return lines.length === 0 && party.postalCode === '' ? undefined : { lines, postalCode: party.postalCode };
}

function from(field: string, text: string): Reason {
  return { from: 'document', at: `header.${field}`, text };
}
