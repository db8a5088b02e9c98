import type { MacroScope, MacroVocabulary } from '@quotebridge/mapping-rules';
import type { DocumentLine } from '../domain/document-line.js';
import type { QuoteDocument } from '../domain/document.js';

/**
 * Fields under the names that QuoteWerks gives them, so that macros and mappings work for every source: what the source
 * knows by its own name, and the neutral fields over it.
 */
export function lineFields(line: DocumentLine): Readonly<Record<string, string>> {
  return {
    ...line.fields,
    ItemType: line.itemType,
    ManufacturerPartNumber: line.manufacturerPartNumber,
    VendorPartNumber: line.vendorPartNumber,
    InternalPartNumber: line.internalPartNumber,
    Manufacturer: line.manufacturer,
    Vendor: line.vendor,
    Description: line.description,
    Notes: line.notes,
    QtyTotal: line.quantity,
    UnitOfMeasure: line.unitOfMeasure,
    UnitCost: line.unitCost,
    UnitList: line.unitList,
    UnitPrice: line.unitPrice,
    TaxCode: line.taxCode,
  };
}

export function headerFields(document: QuoteDocument): Readonly<Record<string, string>> {
  return {
    ...document.fields,
    DocNo: document.number,
    DocType: document.type,
    DocName: document.name,
    DocStatus: document.status,
    DocDate: document.date ?? '',
    SoldToCompany: document.soldTo.company,
    SoldToContact: document.soldTo.contact,
    SoldToEmail: document.soldTo.email,
    ShipToCompany: document.shipTo.company,
    BillToCompany: document.billTo.company,
    SoldToPONumber: document.purchaseOrder,
    SalesRep: document.salesRepresentative,
    PreparedBy: document.preparedBy,
  };
}

export function scopeOf(
  line: DocumentLine,
  header: Readonly<Record<string, string>>,
  application: Readonly<Record<string, string>>,
): MacroScope {
  return { line: lineFields(line), header, application };
}

export function vocabularyOf(
  document: QuoteDocument,
  application: Readonly<Record<string, string>>,
): MacroVocabulary {
  const line = new Set<string>();
  for (const entry of document.lines) for (const name of Object.keys(lineFields(entry))) line.add(name);
  return {
    line: [...line],
    header: Object.keys(headerFields(document)),
    application: Object.keys(application),
  };
}
