const partySuffixes = [
  ...[
    'Company',
    'Contact',
    'Title',
    'Address1',
    'Address2',
    'Address3',
    'City',
    'State',
    'PostalCode',
    'Country',
  ],
  ...['Phone', 'Email', 'CMAccountNo'],
] as const;
export type PartySuffix = (typeof partySuffixes)[number];

export const partyPrefixes = ['SoldTo', 'ShipTo', 'BillTo'] as const;
export type PartyPrefix = (typeof partyPrefixes)[number];

/**
 * Columns of DocumentHeaders that a document field is read from, spelled as QuoteWerks spells them (`Superceeded`
 * included). The column of the expiration date has no published name, so its likely spellings are all accepted.
 * Sources: https://quotewerks.com/helpfilelatest/tablesandfields.htm and the code published with Avalara AvaTax for
 * QuoteWerks.
 */
const headerColumns = [
  ...['DocNo', 'DocType', 'DocName', 'DocStatus', 'DocDate', 'DocDueDate'],
  ...['ExpirationDate', 'DocExpirationDate', 'QuoteExpirationDate', 'ExpireDate'],
  ...['RevisionMasterDocNo', 'Superceeded', 'Superseded', 'ConvertedRef'],
  ...['SoldToPONumber', 'SoldToCMOppRecID', 'SalesRep', 'PreparedBy'],
  ...['LocalTaxRate', 'TotalTax', 'ShippingAmount', 'ShippingCost', 'ShippingPricingMethod'],
  ...['Subtotal', 'GrandTotal', 'ContractStartDate', 'ContractEndDate'],
  ...['IntroductionNotes', 'ClosingNotes', 'PurchasingNotes', 'InternalNotes', 'Links', 'DocumentLinks'],
  ...partyPrefixes.flatMap((prefix) => partySuffixes.map((suffix) => `${prefix}${suffix}` as const)),
] as const;
export type HeaderColumn = (typeof headerColumns)[number];

/** Columns of DocumentItems that a line field is read from. */
const itemColumns = [
  ...['ID', 'LineType', 'LineAttributes', 'ItemType', 'Manufacturer', 'Vendor', 'Description', 'Notes'],
  ...['ManufacturerPartNumber', 'VendorPartNumber', 'InternalPartNumber'],
  ...['QtyBase', 'QtyMultiplier1', 'QtyMultiplier2', 'QtyMultiplier3', 'QtyMultiplier4'],
  ...['QtyTotal', 'QtyGroupMultiplier', 'UnitOfMeasure'],
  ...['UnitCost', 'UnitList', 'UnitPrice', 'ExtendedPrice', 'TaxCode'],
  ...['RecurringBillingCycle', 'RecurringStartDate', 'RecurringEndDate', 'RecurringFirstPaymentIncluded'],
] as const;
export type ItemColumn = (typeof itemColumns)[number];

export const tables = {
  DocumentHeaders: headerColumns,
  DocumentItems: itemColumns,
} as const;
export type TableName = keyof typeof tables;

/** Of each group at least one column must be there: without it no document could be read rightly. */
export const requiredColumns: readonly (readonly [table: TableName, anyOf: readonly string[]])[] = [
  ['DocumentHeaders', ['DocNo']],
  ['DocumentHeaders', ['DocType']],
  ['DocumentHeaders', ['SoldToCompany']],
  ['DocumentItems', ['Description', 'ManufacturerPartNumber', 'VendorPartNumber', 'InternalPartNumber']],
  ['DocumentItems', ['QtyTotal', 'QtyBase']],
  ['DocumentItems', ['UnitPrice']],
];
