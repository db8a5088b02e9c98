import type { DocumentLine, Recurrence } from '@quotebridge/core/plugin';

/** Lines as QuoteWerks' wide export has them: names of the columns, and a row for each line. */
export interface LineTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

type Cell = (line: DocumentLine) => string;

const columns: Readonly<Record<string, Cell>> = {
  LineType: () => '1',
  LineAttributes: ({ recurrence }) => (recurrence === undefined ? '0' : '128'),
  ItemType: ({ itemType }) => itemType,
  ManufacturerPartNumber: ({ manufacturerPartNumber }) => manufacturerPartNumber,
  VendorPartNumber: ({ vendorPartNumber }) => vendorPartNumber,
  InternalPartNumber: ({ internalPartNumber }) => internalPartNumber,
  Manufacturer: ({ manufacturer }) => manufacturer,
  Vendor: ({ vendor }) => vendor,
  Description: ({ description }) => description,
  Notes: ({ notes }) => notes,
  QtyBase: ({ quantity }) => quantity,
  UnitCost: ({ unitCost }) => unitCost,
  UnitList: ({ unitList }) => unitList,
  UnitPrice: ({ unitPrice }) => unitPrice,
  RecurringBillingCycle: ({ recurrence }) => (recurrence === undefined ? '' : cycles[recurrence.period]),
};

const cycles: Readonly<Record<Recurrence['period'], string>> = {
  weekly: 'Weekly',
  monthly: 'Monthly',
  quarterly: 'Quarterly',
  yearly: 'Annual',
};

/** Product lines under the column names of QuoteWerks, with one column more for each further field that they have. */
export function lineTable(lines: readonly DocumentLine[]): LineTable {
  const further = [...new Set(lines.flatMap(({ fields }) => Object.keys(fields)))];
  const cells: readonly (readonly [name: string, cell: Cell])[] = [
    ...Object.entries(columns),
    ...further.map((name): readonly [string, Cell] => [name, ({ fields }) => fields[name] ?? '']),
  ];
  return {
    columns: cells.map(([name]) => `DocumentItems_${name}`),
    rows: lines.map((line) => cells.map(([, cell]) => cell(line))),
  };
}
