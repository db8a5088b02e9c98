import { addressFields, addressPrefixes } from './address-columns.js';
import type { Vocabulary } from './vocabulary.js';

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
export const quoteWerksFields: Vocabulary = {
  line: [
    ...words('ItemType ManufacturerPartNumber VendorPartNumber InternalPartNumber Manufacturer Vendor'),
    ...words('Description Notes QtyBase QtyTotal QtyGroupMultiplier'),
    ...numbered('QtyMultiplier', 4, 1),
    ...words('UnitCost UnitList UnitPrice ExtendedCost ExtendedList ExtendedPrice'),
    ...words('TaxCode UnitOfMeasure UnitOfPricing UnitOfPricingFactor PriceModifier CostModifier'),
    ...words('RecurringBillingCycle RecurringStartDate RecurringEndDate RecurringFirstPaymentIncluded'),
    ...custom,
  ],
  header: [
    ...words('DocNo DocType DocStatus DocName DocDate DocDueDate ExpirationDate'),
    ...Object.values(addressPrefixes).flatMap((address) =>
      [...addressFields, ...words('CMAccountNo PhoneExt Fax FaxExt')].map((field) => address + field),
    ),
    ...words('SoldToPONumber SoldToPriceProfile SalesRep PreparedBy Terms FOB ShipVia'),
    ...words('IntroductionNotes ClosingNotes PurchasingNotes InternalNotes'),
    ...words('Subtotal GrandTotal LocalTaxRate TotalTax ShippingAmount ShippingCost'),
    ...words('ContractStartDate ContractEndDate'),
    ...custom,
  ],
  application: ['LoggedInUserName'],
};

function words(text: string): readonly string[] {
  return text.split(' ');
}

function numbered(name: string, count: number, digits = 2): readonly string[] {
  return Array.from({ length: count }, (_, index) => name + String(index + 1).padStart(digits, '0'));
}
