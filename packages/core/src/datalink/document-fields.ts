import type { DataLinkField, DataLinkFieldType } from '@quotebridge/mapping-rules';
import type { QuoteDocument } from '../domain/document.js';
import { knownHeaderFields, knownLineFields, otherSpellings } from '../resolve/known-columns.js';
import { headerFields, lineFields } from '../resolve/line-scope.js';
import { headerPlaces, linePlaces } from './neutral-places.js';

/** Fields of the header that rows may name: the known ones, and whatever else the document has. */
export function headerVocabulary(document: QuoteDocument | undefined): readonly DataLinkField[] {
  return vocabulary(
    knownHeaderFields,
    document === undefined ? [] : Object.keys(headerFields(document)),
    headerPlaces,
  );
}

export function lineVocabulary(document: QuoteDocument | undefined): readonly DataLinkField[] {
  const names = new Set((document?.lines ?? []).flatMap((line) => Object.keys(lineFields(line))));
  return vocabulary(knownLineFields, [...names], linePlaces);
}

function vocabulary(
  known: readonly string[],
  own: readonly string[],
  places: Readonly<Record<string, string>>,
): readonly DataLinkField[] {
  return [...new Set([...own, ...known])].map((name) => ({
    name,
    type: fieldTypeOf(name),
    writable: !fixed.has(name.toLowerCase()),
    ...present('label', valueAt(places, name)),
    ...present('otherNames', valueAt(otherSpellings, name)),
  }));
}

function valueAt<Value>(values: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

function present<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [Key in Name]?: Value } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [Key in Name]?: Value };
}

/** What a document is known by, its sums, and what they are made of: choosing an address never fills them. */
const fixed = new Set([
  ...['docno', 'doctype'],
  ...['subtotal', 'grandtotal', 'totaltax', 'shippingamount', 'shippingcost'],
]);

const numbers = [
  /^CustomNumber\d+$/i,
  /^Qty/i,
  /^(Alternate)?(Unit|Extended)(Cost|List|Price)$/i,
  /^(Alternate)?(SubTotal|GrandTotal|TotalTax|TotalCost|TotalList|CommissionAmount)$/i,
  /^(LocalTaxRate|GSTRate|ShippingAmount|ShippingCost|UnitOfPricingFactor|UnitWeight)$/i,
];
const dates = [/^CustomDate\d+$/i, /Date$/i];

/** A column's type by its name: exports carry nothing but text. */
function fieldTypeOf(name: string): DataLinkFieldType {
  if (numbers.some((pattern) => pattern.test(name))) return 'number';
  return dates.some((pattern) => pattern.test(name)) ? 'date' : 'text';
}
