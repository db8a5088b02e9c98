import type { OpportunityFields } from '../contract/records.js';
import type { QuoteDocument } from '../domain/document.js';
import type { SelectedLine } from '../select/selected-line.js';
import type { PushPolicy } from '../settings/push-policy.js';
import { documentProfit, sumOf } from './document-money.js';
import type { DocumentMoney } from './plan.js';
import type { Reason, Reasons } from './reason.js';
import type { ResolvedDocument } from './resolved-document.js';

/** The opportunity as the document and the policy want it, each field with its reason. */
export function wantedOpportunity(
  document: QuoteDocument,
  lines: readonly SelectedLine[],
  money: DocumentMoney,
  resolved: ResolvedDocument,
  policy: PushPolicy,
): { readonly fields: Partial<OpportunityFields>; readonly reasons: Reasons } {
  const profit = policy.opportunity.amount === 'profit';
  const amounts = profit ? documentProfit(lines) : money.net;
  const amountReason: Reason = {
    from: 'setting',
    at: 'opportunity.amount',
    text: profit
      ? 'profit of one period of every line'
      : 'sale amount of one period of every line, options left out',
  };
  return {
    fields: {
      title: documentTitle(document),
      ...resolved.people,
      ...(resolved.ownerId === undefined ? {} : { ownerId: resolved.ownerId }),
      ...(resolved.ticketTypeId === undefined ? {} : { ticketTypeId: resolved.ticketTypeId }),
      value: sumOf(amounts),
      valueByPeriod: amounts,
      ...(document.expiresOn === undefined ? {} : { expectedCloseDate: document.expiresOn }),
    },
    reasons: {
      ...resolved.reasons,
      title: titleReason(document),
      value: amountReason,
      valueByPeriod: amountReason,
      expectedCloseDate: { from: 'document', at: 'header.expiresOn', text: 'the quote is valid until then' },
    },
  };
}

export function documentTitle(document: QuoteDocument): string {
  return document.name === '' ? document.number : document.name;
}

export function titleReason(document: QuoteDocument): Reason {
  return document.name === ''
    ? { from: 'document', at: 'header.DocNo', text: 'the document number, because the document has no name' }
    : { from: 'document', at: 'header.DocName', text: 'the document name' };
}
