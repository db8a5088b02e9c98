import { readFileSync } from 'node:fs';
import type { QuoteDocument, SourceDocument } from '@quotebridge/core/plugin';
import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import { JsonSource, WideCsvSource } from '../../src/index.js';
import { roundedCents, scaled } from './exact-money.js';
import { totalsOf, type StatedLine } from './stated-totals.js';

type Row = Readonly<Record<string, string>>;

const bytesOf = (name: string): Buffer =>
  readFileSync(new URL(`../../../../examples/${name}`, import.meta.url));
const readCsv = (name: string): Promise<readonly SourceDocument[]> =>
  new WideCsvSource().read({ name, bytes: bytesOf(name) });
const contentOf = (document: SourceDocument | undefined): QuoteDocument => document?.content as QuoteDocument;
const cents = (text: string): bigint => roundedCents([scaled(text)]);

/** Rows by document number, read by the plain parser. */
function rowsByNumber(name: string): ReadonlyMap<string, readonly Row[]> {
  const text = bytesOf(name).toString(name.includes('1252') ? 'latin1' : 'utf8');
  const rows = parse(text, { columns: true, bom: true }) as unknown as readonly Row[];
  const numbers = [...new Set(rows.map((row) => cell(row, 'DocumentHeaders_DocNo')))];
  return new Map(
    numbers.map((number) => [number, rows.filter((row) => row['DocumentHeaders_DocNo'] === number)]),
  );
}

function cell(row: Row | undefined, column: string): string {
  return row?.[column] ?? expect.fail(`no column ${column}`);
}

function toLine(row: Row): StatedLine {
  return {
    type: Number(cell(row, 'DocumentItems_LineType')),
    attributes: Number(cell(row, 'DocumentItems_LineAttributes')),
    quantity: cell(row, 'DocumentItems_QtyTotal'),
    groupQuantity: cell(row, 'DocumentItems_QtyGroupMultiplier'),
    price: cell(row, 'DocumentItems_UnitPrice'),
    taxed: cell(row, 'DocumentItems_TaxCode') === 'Y',
    firstPaymentIncluded: cell(row, 'DocumentItems_RecurringFirstPaymentIncluded') === '1',
  };
}

const unreadable = ['AAAQ2004', 'AAAQ2006'];

describe('examples', () => {
  for (const file of [
    'quotes.csv',
    'quotes-windows-1252.csv',
    'trouble.csv',
    'lifecycle/1-quote.csv',
    'lifecycle/2-revision.csv',
    'lifecycle/3-order.csv',
    'linked-files/quote.csv',
  ]) {
    for (const [number, rows] of rowsByNumber(file)) {
      if (unreadable.includes(number)) continue;
      const header = (field: string): string => cell(rows[0], `DocumentHeaders_${field}`);

      it(`state the totals of ${number} in ${file} right`, () => {
        const freight = {
          amount: header('ShippingAmount'),
          taxed: header('ShippingPricingMethod').split('\t')[2] === 'Y',
        };
        const stated = {
          subtotal: cents(header('Subtotal')),
          tax: cents(header('TotalTax')),
          grandTotal: cents(header('GrandTotal')),
        };
        for (const byHeader of [true, false])
          expect(totalsOf(rows.map(toLine), header('LocalTaxRate'), freight, byHeader)).to.deep.equal(stated);
      });

      it(`state the amount of each line of ${number} right`, () => {
        for (const row of rows) {
          const factors = ['QtyTotal', 'UnitPrice'].map((field) =>
            scaled(cell(row, `DocumentItems_${field}`)),
          );
          expect(cents(cell(row, 'DocumentItems_ExtendedPrice'))).to.equal(roundedCents(factors));
          const base = ['QtyBase', 'QtyMultiplier1'].map((field) =>
            scaled(cell(row, `DocumentItems_${field}`)),
          );
          expect(roundedCents(base)).to.equal(cents(cell(row, 'DocumentItems_QtyTotal')));
        }
      });
    }
  }

  it('are read without a fault, each line once', async () => {
    for (const file of ['quotes.csv', 'quotes-windows-1252.csv']) {
      const rows = rowsByNumber(file);
      const documents = await readCsv(file);
      expect(documents.map(({ number }) => number)).to.deep.equal([...rows.keys()]);
      for (const document of documents) {
        expect(document.faults).to.deep.equal([]);
        expect(contentOf(document).lines).to.have.lengthOf(rows.get(document.number)?.length ?? 0);
      }
    }
  });

  it('hold what their README promises', async () => {
    const documents = new Map(
      (await readCsv('quotes.csv')).map((document) => [document.number, contentOf(document)]),
    );
    expect(documents.get('AAAQ1006')?.lines).to.have.lengthOf(120);
    expect(documents.get('AAAQ1005-01')?.revisionOf).to.equal('AAAQ1005');
    expect(documents.get('AAAQ1005')?.superseded).to.equal(true);
    expect(documents.get('AAAO1001')).to.include({
      type: 'ORDER',
      convertedFrom: 'AAAQ1001',
      grandTotal: '15144.87',
    });
    expect(documents.get('AAAI1001')).to.include({ type: 'INVOICE', convertedFrom: 'AAAQ1003' });
    expect(documents.get('AAAQ1002')?.soldTo.contact).to.equal("Patrick O'Neill");
  });

  it('come in the encodings that they are named after', async () => {
    const utf8 = bytesOf('quotes.csv');
    expect([...utf8.subarray(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf]);
    expect(utf8.toString()).to.match(/\r\n$/);
    expect(() =>
      new TextDecoder('utf-8', { fatal: true }).decode(bytesOf('quotes-windows-1252.csv')),
    ).to.throw();
    const content = contentOf((await readCsv('quotes-windows-1252.csv'))[0]);
    expect(content.name).to.equal('Büroausstattung – Empfang');
    expect(content.notes.introduction).to.contain('„Empfang & Büro“, Preise in €');
  });

  it('show what a fault looks like', async () => {
    const faults = (await readCsv('trouble.csv')).flatMap((document) =>
      document.faults.map(({ at }) => [document.number, at]),
    );
    expect(faults).to.deep.equal([
      ['AAAQ2004', 'row 8, column DocumentHeaders_ExpirationDate'],
      ['AAAQ2004', 'row 8, column DocumentItems_UnitPrice'],
      ['AAAQ2005', 'row 11, column DocumentHeaders_SoldToPONumber'],
      ['AAAQ2006', 'row 13, column DocumentItems_LineType'],
      ['AAAQ2006', 'row 14, column DocumentItems_RecurringBillingCycle'],
    ]);
  });

  it('state the totals of quote.json right', async () => {
    const [document] = await new JsonSource().read({ name: 'quote.json', bytes: bytesOf('quote.json') });
    const { lines, tax, subtotal, grandTotal } = contentOf(document);
    const stated = lines.map((line) => ({
      type: 1,
      // A file may leave out what has a default.
      attributes:
        (line.attributes as readonly string[] | undefined)?.includes('recurring') === true ? 128 : 0,
      quantity: line.quantity,
      groupQuantity: '1',
      price: line.unitPrice,
      taxed: line.taxCode === 'Y',
      firstPaymentIncluded: false,
    }));
    expect(totalsOf(stated, tax.rate ?? '', { amount: '0', taxed: false }, false)).to.deep.equal({
      subtotal: cents(subtotal ?? ''),
      tax: cents(tax.total ?? ''),
      grandTotal: cents(grandTotal ?? ''),
    });
  });

  it('show the totals of AAAQ1001 on its PDF', () => {
    const text = bytesOf('quote.pdf').toString('latin1');
    expect(text).to.match(/^%PDF-1\.4\n/);
    for (const shown of ['AAAQ1001', '14,322.60', '737.27', '85.00', '15,144.87'])
      expect(text).to.contain(`${shown})`);
  });
});
