import { expect } from 'chai';
import { readText } from '../read-csv.js';

const headerFields = [
  'DocNo',
  'DocType',
  'DocName',
  'DocDate',
  'SoldToCompany',
  'SoldToContact',
  'GrandTotal',
];
const itemFields = [
  'LineType',
  'LineAttributes',
  'Description',
  'ManufacturerPartNumber',
  'QtyTotal',
  'UnitPrice',
];

function bytesOf(rows: number): Uint8Array {
  const titles = [
    ...headerFields.map((name) => `DocumentHeaders_${name}`),
    ...itemFields.map((name) => `DocumentItems_${name}`),
  ];
  const lines = Array.from({ length: rows }, (_, index) => {
    const document = `A${Math.floor(index / 100)},QUOTE,"Refresh, all",3/1/2026,Acme,Laura Chen,"1,000.00"`;
    return `${document},1,0,"Item ${index}, ""new""",P-${index},2,${(index / 100).toFixed(2)}`;
  });
  return new TextEncoder().encode([titles.join(','), ...lines].join('\r\n'));
}

describe('a file of 100,000 rows', () => {
  it('is read within three seconds, in memory that is a small multiple of its size', async () => {
    const bytes = bytesOf(100_000);
    const before = process.memoryUsage().heapUsed;
    const start = performance.now();
    const documents = await readText(bytes);
    const milliseconds = performance.now() - start;
    const grown = process.memoryUsage().heapUsed - before;
    expect(documents).to.have.lengthOf(1000);
    expect(documents.at(-1)?.content.lines.at(-1)?.unitPrice).to.equal('999.99');
    expect(milliseconds).to.be.below(3000);
    expect(grown).to.be.below(bytes.length * 50);
  });
});
