import { partyPrefixes, partySuffixes } from '../resolve/party-columns.js';

/** Where the JSON form of documents has what QuoteWerks calls by these names; the others are in `fields`. */
export const headerPlaces: Readonly<Record<string, string>> = {
  DocNo: 'number',
  DocType: 'type',
  DocName: 'name',
  DocStatus: 'status',
  DocDate: 'date',
  ExpirationDate: 'expiresOn',
  ...Object.fromEntries(
    Object.entries(partyPrefixes).flatMap(([prefix, party]) =>
      Object.entries(partySuffixes).map(([suffix, name]) => [prefix + suffix, `${party}.${name}`]),
    ),
  ),
  SoldToPONumber: 'purchaseOrder',
  SalesRep: 'salesRepresentative',
  PreparedBy: 'preparedBy',
  IntroductionNotes: 'notes.introduction',
  ClosingNotes: 'notes.closing',
  PurchasingNotes: 'notes.purchasing',
  InternalNotes: 'notes.internal',
  ShippingAmount: 'freight.amount',
  ShippingCost: 'freight.cost',
  LocalTaxRate: 'tax.rate',
  TotalTax: 'tax.total',
  Subtotal: 'subtotal',
  GrandTotal: 'grandTotal',
};

/** The same of lines. */
export const linePlaces: Readonly<Record<string, string>> = {
  ItemType: 'itemType',
  ManufacturerPartNumber: 'manufacturerPartNumber',
  VendorPartNumber: 'vendorPartNumber',
  InternalPartNumber: 'internalPartNumber',
  Manufacturer: 'manufacturer',
  Vendor: 'vendor',
  Description: 'description',
  Notes: 'notes',
  QtyTotal: 'quantity',
  QtyGroupMultiplier: 'groupQuantity',
  UnitOfMeasure: 'unitOfMeasure',
  UnitCost: 'unitCost',
  UnitList: 'unitList',
  UnitPrice: 'unitPrice',
  ExtendedPrice: 'extendedPrice',
  TaxCode: 'taxCode',
};
