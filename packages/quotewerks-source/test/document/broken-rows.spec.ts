import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { catchError } from '../catch-error.js';
import { readText } from '../read-csv.js';
import { plainRow, writeCsv, type Row } from '../write-csv.js';

const csv = (...rows: readonly Row[]): string => writeCsv(rows.map((row) => ({ ...plainRow, ...row })));
const faultsOf = async (text: string): Promise<unknown> =>
  (await readText(text)).map(({ number, faults }) => [
    number,
    ...faults.map(({ at, value, expected }) => [at, value, expected].join(' | ')),
  ]);
const cutOff = (row: number, fields: number, expected = 6): string =>
  `row ${row} | cut off after ${fields} field${fields === 1 ? '' : 's'} | ${expected} fields, as in the header row`;
const neverClosed = (row: number, value: string): string =>
  `row ${row} | ${value} | a closing quotation mark: the one that opens in this row is never closed`;

describe('a broken row', () => {
  const header = csv();
  const whole = 'A,QUOTE,Acme,Monitor,2,389\r\n';

  it('with fewer fields than the header row is one fault of its document', async () => {
    expect(await faultsOf(`${header}A,QUOTE,Acme`)).to.deep.equal([['A', cutOff(2, 3)]]);
    expect(await faultsOf(`${header}${whole}A,ORD\r\n${whole}B${whole}`)).to.deep.equal([
      ['A', cutOff(3, 2)],
      ['BA'],
    ]);
  });

  it('makes no line, and its document keeps the others', async () => {
    const [document] = await readText(`${header}${whole}A,QUOTE,Acme,Dock,1\r\n${whole}`);
    expect(document?.content.lines.map(({ description }) => description)).to.deep.equal([
      'Monitor',
      'Monitor',
    ]);
    const [first] = await readText(`${header}A,QUOTE\r\n${whole}`);
    expect([first?.content.type, first?.faults.length]).to.deep.equal(['QUOTE', 1]);
  });

  it('may have been the group header of the lines below', async () => {
    const text = csv({ I_LineAttributes: '8' });
    const [titles = '', row = ''] = text.split('\r\n');
    expect(await faultsOf(`${titles}\r\nAAAQ1,QUOTE\r\n${row}\r\n`)).to.deep.equal([
      ['AAAQ1', cutOff(2, 2, 7)],
    ]);
  });

  it('with more fields is one fault, even when the last ones are empty: the others may be displaced', async () => {
    const text = (fields: number, last: string): string =>
      `row 2 | ${fields} fields, the last "${last}" | 6 fields, as in the header row; a text that holds the delimiter stands in quotes`;
    expect(await faultsOf(`${header}A,QUOTE,Acme,Monitor, black,2,389`)).to.deep.equal([
      ['A', text(7, '389')],
    ]);
    expect(await faultsOf(`${header}${whole.trimEnd()},,\r\n`)).to.deep.equal([['A', text(8, '')]]);
  });

  it('is refused also where every row lacks the same last columns', async () => {
    expect(await faultsOf(`${header}A,QUOTE,Acme,Monitor,2\r\nB,QUOTE,Acme,Dock,1\r\n`)).to.deep.equal([
      ['A', cutOff(2, 5)],
      ['B', cutOff(3, 5)],
    ]);
  });

  it('is none where lines are empty', async () => {
    expect(await faultsOf(`${header}${whole}\r\n${whole}\r\n\r\n`)).to.deep.equal([['A']]);
  });

  it('that ends before or in its document number belongs to the document above it', async () => {
    const longNumber = `${header}A12,QUOTE,Acme,Monitor,2,389\r\n`;
    expect(await faultsOf(`${longNumber}A1`)).to.deep.equal([['A12', cutOff(3, 1)]]);
    expect(await faultsOf(`${longNumber}"A1`)).to.deep.equal([['A12', neverClosed(3, 'A1')]]);
    const last =
      'DocumentHeaders_DocType,DocumentHeaders_SoldToCompany,DocumentItems_Description,DocumentItems_QtyTotal,DocumentItems_UnitPrice,DocumentHeaders_DocNo\r\n';
    expect(await faultsOf(`${last}QUOTE,Acme,Dock,1,5,A\r\nQUOTE,Acme`)).to.deep.equal([['A', cutOff(3, 2)]]);
    expect(await faultsOf(`${last}QUOTE,Acme`)).to.deep.equal([['', cutOff(2, 2)]]);
  });

  it('that is cut in its document number further up keeps that number', async () => {
    expect(await faultsOf(`${header}${whole}B\r\nC${whole}`)).to.deep.equal([
      ['A'],
      ['B', cutOff(3, 1)],
      ['CA'],
    ]);
  });

  it('whose quotation mark is never closed is one fault of its document', async () => {
    expect(await faultsOf(`${header}${whole}B,QUOTE,Acme,"Mon`)).to.deep.equal([
      ['A'],
      ['B', neverClosed(3, 'Mon')],
    ]);
    expect(await faultsOf(`${header}${whole}A,QUOTE,Acme,Monitor,2,"389\r\n`)).to.deep.equal([
      ['A', neverClosed(3, '389')],
    ]);
  });

  it('whose quotation mark is never closed and that belongs to no document refuses the file', async () => {
    const { message, details } = await catchError(readText(`${header}"A1`));
    expect(message).to.equal(
      'export.csv breaks off: the quotation mark that opens in row 2 is never closed.',
    );
    expect(details.faults?.[0]?.at).to.equal('row 2');
  });

  it('is one fault and no other wherever the example is cut', async () => {
    const bytes = readFileSync(new URL('../../../../examples/quotes.csv', import.meta.url));
    for (const length of [3000, 3600, 4200, 5000, 6001, 7003]) {
      const cut = await readText(bytes.subarray(0, length));
      const faults = cut.flatMap((document) => document.faults);
      expect(cut.map(({ number }) => number)).to.deep.equal(['AAAQ1001']);
      expect(faults, `${length} bytes`).to.have.lengthOf(1);
      expect(faults[0]?.at).to.match(/^row \d+$/);
    }
  });
});
