import type { QuoteFields } from '../contract/records.js';
import { addressOf } from '../domain/address-mapping.js';
import type { QuoteDocument } from '../domain/document.js';
import type { PushPolicy } from '../settings/push-policy.js';
import type { Reason, Reasons } from './reason.js';
import type { ResolvedDocument } from './resolved-document.js';
import { documentTitle, titleReason } from './wanted-opportunity.js';

/** The header of the quote as the document wants it, each field with its reason. */
export function wantedQuote(
  document: QuoteDocument,
  resolved: ResolvedDocument,
  { addressLines }: PushPolicy['defaults'],
): { readonly fields: Partial<QuoteFields>; readonly reasons: Reasons } {
  const billing = addressOf(document.soldTo, addressLines);
  const delivery = addressOf(document.shipTo, addressLines);
  const fields: Partial<QuoteFields> = {
    title: documentTitle(document),
    description: document.notes.introduction,
    ...resolved.people,
    ...(resolved.ownerId === undefined ? {} : { ownerId: resolved.ownerId }),
    ...(resolved.quoteStatusId === undefined ? {} : { statusId: resolved.quoteStatusId }),
    ...(document.date === undefined ? {} : { date: document.date }),
    ...(document.expiresOn === undefined ? {} : { expiresOn: document.expiresOn }),
    ...(resolved.currencyId === undefined ? {} : { currencyId: resolved.currencyId }),
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
      billingAddress: from('SoldTo', 'the sold-to address (defaults.addressLines)'),
      deliveryAddress: from('ShipTo', 'the ship-to address (defaults.addressLines)'),
    },
  };
}

function from(field: string, text: string): Reason {
  return { from: 'document', at: `header.${field}`, text };
}
