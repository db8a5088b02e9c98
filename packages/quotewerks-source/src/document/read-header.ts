import { documentTypes, type DocumentLine, type QuoteDocument } from '@quotebridge/core/plugin';
import type { FieldReader } from '../columns/field-reader.js';
import { readLinks } from './read-links.js';
import { readParty } from './read-party.js';
import { stated } from './stated.js';

/** Everything of the document but its lines; those decide only on the way of rounding tax. */
export function readHeader(
  header: FieldReader<'DocumentHeaders'>,
  lines: readonly DocumentLine[],
): Omit<QuoteDocument, 'type' | 'lines'> & { readonly type: string } {
  const number = header.text('DocNo');
  const type = documentType(header);
  const master = header.text('RevisionMasterDocNo');
  const reference = type === 'QUOTE' ? '' : header.text('ConvertedRef');
  return {
    format: 'quotebridge.document/1',
    number,
    type,
    name: header.text('DocName'),
    status: header.text('DocStatus'),
    ...stated('date', header.date('DocDate')),
    ...stated(
      'expiresOn',
      header.date('ExpirationDate', 'DocExpirationDate', 'QuoteExpirationDate', 'ExpireDate'),
    ),
    ...stated('revisionOf', master === number ? '' : master),
    superseded: header.flag('Superceeded', 'Superseded'),
    ...stated('convertedFrom', reference),
    purchaseOrder: header.text('SoldToPONumber'),
    salesRepresentative: header.text('SalesRep'),
    preparedBy: header.text('PreparedBy'),
    soldTo: readParty(header, 'SoldTo'),
    shipTo: readParty(header, 'ShipTo'),
    billTo: readParty(header, 'BillTo'),
    // CRMs with GUIDs are linked as `{guid}`.
    ...stated('opportunityId', header.text('SoldToCMOppRecID').replace(/^\{(.*)\}$/, '$1')),
    tax: readTax(header, lines),
    freight: {
      amount: header.decimal('ShippingAmount') ?? '0',
      cost: header.decimal('ShippingCost') ?? '0',
      taxable: header.text('ShippingPricingMethod').split('\t')[2]?.trim().toUpperCase() === 'Y',
    },
    ...stated('subtotal', header.decimal('Subtotal')),
    ...stated('grandTotal', header.decimal('GrandTotal')),
    notes: {
      introduction: header.text('IntroductionNotes'),
      closing: header.text('ClosingNotes'),
      purchasing: header.text('PurchasingNotes'),
      internal: header.text('InternalNotes'),
    },
    links: readLinks(header.text('Links', 'DocumentLinks')),
    fields: header.columns.fields(header.row.cells),
  };
}

function documentType(header: FieldReader<'DocumentHeaders'>): string {
  const type = header.text('DocType').toUpperCase();
  if (!documentTypes.some((known) => known === type)) header.fault('DocType', documentTypes.join(', '));
  return type;
}

/**
 * The codes B, G and P exist only in Canada, where tax is computed on the total; elsewhere each line is rounded
 * (https://tickets.quotewerks.com/support/solutions/articles/9000012319-taxes-how-are-they-calculated-).
 */
function readTax(
  header: FieldReader<'DocumentHeaders'>,
  lines: readonly DocumentLine[],
): QuoteDocument['tax'] {
  const rate = header.decimal('LocalTaxRate');
  if (rate !== undefined && Math.abs(Number(rate)) >= 1)
    header.fault('LocalTaxRate', 'a fraction: 0.065 for 6.5 %');
  const canadian = lines.some((line) => ['B', 'G', 'P'].includes(line.taxCode));
  return {
    mode: canadian ? 'onTotal' : 'perLine',
    ...stated('rate', rate),
    ...stated('total', header.decimal('TotalTax')),
  };
}
