import type { MacroScope } from '@quotebridge/mapping-rules';
import { randomNumbers } from '../measure/random.js';

const itemTypes = ['Hardware', 'Software', 'Labor', 'Recurring', 'R&D', 'Managed Services'];
const manufacturers = ['Hewlett Packard', 'Dell', 'Lenovo', 'Microsoft', 'Cisco', 'D-Link', 'O’Neill & Sons'];
const units = ['ea', 'hour', 'month', ''];

/** Lines of quotes as a source reads them: every text is an object of its own, as if it came from a file. */
export function quoteLines(count: number, seed = 1): readonly MacroScope[] {
  const random = randomNumbers(seed);
  const one = (texts: readonly string[]): string => texts[Math.floor(random() * texts.length)] ?? '';
  const digits = (length: number): string =>
    String(Math.floor(random() * 10 ** length)).padStart(length, '0');
  const lines = Array.from({ length: count }, (_, line) => ({
    line: {
      ItemType: one(itemTypes),
      LineType: 'product',
      Manufacturer: one(manufacturers),
      ManufacturerPartNumber: `MP-${digits(4)}-${one(['A', 'B', 'C', 'EU', 'US'])}`,
      VendorPartNumber: random() < 0.5 ? '' : `V${digits(6)}`,
      InternalPartNumber: random() < 0.7 ? '' : `I${digits(5)}`,
      Description: `${one(['Notebook', 'Monitor 24"', '<Dock> & cable', 'Firewall', 'Licence'])} ${digits(3)}`,
      UnitOfMeasure: one(units),
      Quantity: String(1 + Math.floor(random() * 20)),
      UnitPrice: `${digits(3)}.${digits(2)}`,
      CustomText01: one(['', 'blue', 'green']),
      TaxCode: one(['Y', 'N']),
    },
    header: {
      DocNo: `AAAQ${1000 + Math.floor(line / 20)}`,
      DocName: one(['Office move', 'New workplaces', 'Renewal']),
      SalesRep: one(['Dora', 'Kim', 'Robin']),
      SoldToCompany: one(['Evergreen Property', 'Northwind', 'Smith & Sons']),
    },
    application: { LoggedInUserName: one(['admin', 'dora']) },
  }));
  return JSON.parse(JSON.stringify(lines)) as MacroScope[];
}
