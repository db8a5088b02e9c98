/** A document as JSON with one line, everything of which may be something else. */
export function smallDocument(
  more: Readonly<Record<string, unknown>> = {},
  line: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    number: 'HOSTQ1',
    type: 'QUOTE',
    name: 'Docks',
    salesRepresentative: 'dwhitfield',
    soldTo: { company: 'Acme Dental Group', contact: 'Omar Haddad', email: 'omar.haddad@acmedental.example' },
    lines: [
      {
        key: '1',
        itemType: 'Hardware',
        manufacturerPartNumber: 'WD22TB4',
        description: 'Dock',
        unitPrice: '259.00',
        taxCode: 'N',
        ...line,
      },
    ],
    ...more,
  };
}

/** A wide CSV; cells must need no quotes. Each row is a line of the document whose number it begins with. */
export function wideCsv(numbers: Iterable<string>, name = 'Docks'): string {
  const rows = [
    'DocumentHeaders_DocNo,DocumentHeaders_DocType,DocumentHeaders_DocName,DocumentHeaders_SoldToCompany,DocumentHeaders_SoldToContact,DocumentHeaders_SoldToEmail,DocumentHeaders_SalesRep,DocumentItems_LineType,DocumentItems_LineAttributes,DocumentItems_ItemType,DocumentItems_ManufacturerPartNumber,DocumentItems_Description,DocumentItems_QtyTotal,DocumentItems_QtyBase,DocumentItems_UnitCost,DocumentItems_UnitList,DocumentItems_UnitPrice,DocumentItems_ExtendedPrice,DocumentItems_TaxCode',
  ];
  for (const number of numbers) {
    rows.push(
      `${number},QUOTE,${name},Acme Dental Group,Omar Haddad,omar.haddad@acmedental.example,dwhitfield,1,0,Hardware,WD22TB4,Dock,1,1,1.00,2.00,1.50,1.50,N`,
    );
  }
  return `${rows.join('\r\n')}\r\n`;
}
