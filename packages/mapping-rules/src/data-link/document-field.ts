import type { DataLinkField, DataLinkFieldType } from './data-link-vocabulary.js';

/** Spellings of columns whose name is not published, or that people write differently, beside the known one. */
const otherSpellings: ReadonlyMap<string, readonly string[]> = new Map([
  ['expirationdate', ['DocExpirationDate', 'QuoteExpirationDate', 'ExpireDate']],
]);

/** What a document is known by, its sums, and what they are made of: choosing an address never fills them. */
const fixed = /^(docno|doctype|subtotal|grandtotal|totaltax|shippingamount|shippingcost)$/i;

const numbers = [
  /^CustomNumber\d+$/i,
  /^Qty/i,
  /^(Alternate)?(Unit|Extended)(Cost|List|Price)$/i,
  /^(Alternate)?(SubTotal|GrandTotal|TotalTax|TotalCost|TotalList|CommissionAmount)$/i,
  /^(LocalTaxRate|GSTRate|ShippingAmount|ShippingCost|UnitOfPricingFactor|UnitWeight)$/i,
];
const dates = [/^CustomDate\d+$/i, /Date$/i];

/** A column of a document as DataLink sees it. Its type goes by its name: exports carry nothing but text. */
export function documentField(name: string): DataLinkField {
  const otherNames = otherSpellings.get(name.toLowerCase());
  return {
    name,
    type: typeOf(name),
    writable: !fixed.test(name),
    ...(otherNames === undefined ? {} : { otherNames }),
  };
}

function typeOf(name: string): DataLinkFieldType {
  if (numbers.some((pattern) => pattern.test(name))) return 'number';
  return dates.some((pattern) => pattern.test(name)) ? 'date' : 'text';
}
