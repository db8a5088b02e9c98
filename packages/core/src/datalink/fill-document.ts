import { documentField } from '@quotebridge/mapping-rules/data-link';
import { parseDecimal } from '../domain/decimal.js';
import type { Party, QuoteDocument } from '../domain/document.js';
import { partyPrefixes, partySuffixes } from '../resolve/party-columns.js';
import type { ContactField } from './contact-fields.js';

/** Neutral texts of the header by the names of their columns. */
const texts = {
  docname: 'name',
  docstatus: 'status',
  soldtoponumber: 'purchaseOrder',
  salesrep: 'salesRepresentative',
  preparedby: 'preparedBy',
} as const;
const notes = {
  introductionnotes: 'introduction',
  closingnotes: 'closing',
  purchasingnotes: 'purchasing',
  internalnotes: 'internal',
} as const;

const expirations = ['ExpirationDate', ...(documentField('ExpirationDate').otherNames ?? [])].map((name) =>
  name.toLowerCase(),
);

/**
 * A new document with columns of its header filled, by the names that QuoteWerks gives them: in `fields`, and in the
 * neutral field that stands for the column. What is not named stays as it is.
 */
export function fillDocument(
  document: QuoteDocument,
  fields: readonly Pick<ContactField, 'field' | 'value'>[],
): QuoteDocument {
  return fields.reduce(fillField, document);
}

function fillField(
  document: QuoteDocument,
  { field, value }: Pick<ContactField, 'field' | 'value'>,
): QuoteDocument {
  const column = field.toLowerCase();
  const own = Object.keys(document.fields).find((name) => name.toLowerCase() === column) ?? field;
  const filled = { ...document, fields: { ...document.fields, [own]: value } };
  const party = partyColumn(column);
  if (party !== undefined) {
    const { address, name } = party;
    return { ...filled, [address]: { ...filled[address], [name]: value } };
  }
  const text = valueAt(texts, column);
  if (text !== undefined) return { ...filled, [text]: value };
  const note = valueAt(notes, column);
  if (note !== undefined) return { ...filled, notes: { ...filled.notes, [note]: value } };
  if (column === 'docdate') return { ...filled, date: value };
  if (expirations.includes(column)) return { ...filled, expiresOn: value };
  const rate = column === 'localtaxrate' ? parseDecimal(value) : undefined;
  return rate === undefined ? filled : { ...filled, tax: { ...filled.tax, rate } };
}

function partyColumn(
  column: string,
): { readonly address: 'soldTo' | 'shipTo' | 'billTo'; readonly name: keyof Party } | undefined {
  for (const [prefix, address] of Object.entries(partyPrefixes)) {
    for (const [suffix, name] of Object.entries(partySuffixes)) {
      if (column === (prefix + suffix).toLowerCase()) return { address, name };
    }
  }
  return undefined;
}

function valueAt<Values extends Readonly<Record<string, string>>>(
  values: Values,
  name: string,
): Values[keyof Values] | undefined {
  return Object.hasOwn(values, name) ? values[name as keyof Values] : undefined;
}
