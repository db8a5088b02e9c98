import { addressFields } from '../domain/address-mapping.js';
import type { Party } from '../domain/document.js';

/** Columns of an address: prefix of the table's column → address of the document, suffix → its field. */
export const partyPrefixes = { SoldTo: 'soldTo', ShipTo: 'shipTo', BillTo: 'billTo' } as const;
export const partySuffixes = {
  ...addressFields,
  CMAccountNo: 'contactManagerId',
} as const satisfies Readonly<Record<string, keyof Party>>;

const custom = [
  ...numbered('CustomText', 24),
  ...numbered('CustomNumber', 5),
  ...numbered('CustomDate', 5),
  ...numbered('CustomMemo', 5),
];

/**
 * Columns that every document of QuoteWerks has, whether an export shows them or not
 * (https://quotewerks.com/helpfilelatest/tablesandfields.htm).
 */
export const knownHeaderFields: readonly string[] = [
  ...['DocNo', 'DocType', 'DocStatus', 'DocName', 'DocDate', 'DocDueDate', 'ExpirationDate'],
  ...Object.keys(partyPrefixes).flatMap((prefix) =>
    Object.keys(partySuffixes).map((suffix) => prefix + suffix),
  ),
  ...['SoldTo', 'ShipTo', 'BillTo'].flatMap((prefix) =>
    ['PhoneExt', 'Fax', 'FaxExt'].map((suffix) => prefix + suffix),
  ),
  ...['SoldToPONumber', 'SoldToPriceProfile', 'SalesRep', 'PreparedBy', 'Terms', 'FOB', 'ShipVia'],
  ...['IntroductionNotes', 'ClosingNotes', 'PurchasingNotes', 'InternalNotes'],
  ...['Subtotal', 'GrandTotal', 'LocalTaxRate', 'TotalTax', 'ShippingAmount', 'ShippingCost'],
  ...['ContractStartDate', 'ContractEndDate'],
  ...custom,
];

/** Spellings of columns whose name is not published, or that people write differently, beside the known one. */
export const otherSpellings: Readonly<Record<string, readonly string[]>> = {
  ExpirationDate: ['DocExpirationDate', 'QuoteExpirationDate', 'ExpireDate'],
};

/** The same of lines. */
export const knownLineFields: readonly string[] = [
  ...[
    'ItemType',
    'ManufacturerPartNumber',
    'VendorPartNumber',
    'InternalPartNumber',
    'Manufacturer',
    'Vendor',
  ],
  ...['Description', 'Notes', 'QtyBase', 'QtyTotal', 'QtyGroupMultiplier'],
  ...['QtyMultiplier1', 'QtyMultiplier2', 'QtyMultiplier3', 'QtyMultiplier4'],
  ...['UnitCost', 'UnitList', 'UnitPrice', 'ExtendedCost', 'ExtendedList', 'ExtendedPrice'],
  ...['TaxCode', 'UnitOfMeasure', 'UnitOfPricing', 'UnitOfPricingFactor', 'PriceModifier', 'CostModifier'],
  ...['RecurringBillingCycle', 'RecurringStartDate', 'RecurringEndDate', 'RecurringFirstPaymentIncluded'],
  ...custom,
];

function numbered(name: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${name}${String(index + 1).padStart(2, '0')}`);
}
