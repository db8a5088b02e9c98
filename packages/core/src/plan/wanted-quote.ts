import type { QuoteFields } from '../contract/records.js';
import type { QuoteDocument } from '../domain/document.js';
import { addressOf } from '../rules/address-of.js';
import type { DocumentRules } from '../rules/document-rules.js';
import type { Reason, Reasons } from './reason.js';
import type { ResolvedDocument } from './resolved-document.js';
import { documentTitle, titleReason } from './wanted-opportunity.js';

/** The header of the quote as the document wants it, each field with its reason. */
export function wantedQuote(
  document: QuoteDocument,
  resolved: ResolvedDocument,
  rules: DocumentRules,
): { readonly fields: Partial<QuoteFields>; readonly reasons: Reasons } {
  const billing = addressOf(rules, 'soldTo');
  const delivery = addressOf(rules, 'shipTo');
  const lines = rules.places.at('/siteAddress');
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
      billingAddress: from('SoldTo', `the sold-to address (${lines})`),
      deliveryAddress: from('ShipTo', `the ship-to address (${lines})`),
    },
  };
}

function from(field: string, text: string): Reason {
  return { from: 'document', at: `header.${field}`, text };
}
