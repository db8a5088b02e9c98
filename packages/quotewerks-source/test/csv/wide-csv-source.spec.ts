import { expect } from 'chai';
import fc from 'fast-check';
import { WideCsvSource } from '../../src/index.js';
import { catchError } from '../catch-error.js';
import { readOne, readRows, readText } from '../read-csv.js';
import { plainRow, writeCsv } from '../write-csv.js';

describe('WideCsvSource', () => {
  it('recognises its files by ending or first column', () => {
    const source = new WideCsvSource();
    const accepts = (name: string, text: string): boolean =>
      source.accepts({ name, bytes: Buffer.from(text) });
    expect(accepts('quotes.CSV', '')).to.equal(true);
    expect(accepts('export.txt', '')).to.equal(true);
    expect(accepts('export', '\ufeff"DocumentHeaders_DocNo"')).to.equal(true);
    expect(accepts('quote.json', '{}')).to.equal(false);
  });

  it('groups rows by document in the order of the file', async () => {
    const documents = await readRows([
      { H_DocNo: 'B', I_Description: 'b1' },
      { H_DocNo: 'A', I_Description: 'a1' },
      { H_DocNo: 'B', I_Description: 'b2' },
    ]);
    expect(documents.map(({ number }) => number)).to.deep.equal(['B', 'A']);
    expect(documents[0]?.content.lines.map(({ description }) => description)).to.deep.equal(['b1', 'b2']);
  });

  it('reads every encoding, delimiter and line end alike', async () => {
    const text = writeCsv([{ ...plainRow, H_SoldToCompany: 'Müller – Söhne', I_Description: 'a; b, c\td' }]);
    const windows = Buffer.from(text.replaceAll('–', '\u0096'), 'latin1');
    const [expected] = await readText(text);
    expect(expected?.content.soldTo.company).to.equal('Müller – Söhne');
    for (const bytes of [Buffer.from(`\ufeff${text}`), Buffer.from(`\ufeff${text}`, 'utf16le'), windows])
      expect(await readText(bytes)).to.deep.equal([expected]);
    for (const delimiter of [',', ';', '\t'])
      for (const end of ['\n', '\r\n'])
        expect(
          await readRows([{ H_SoldToCompany: 'Müller – Söhne', I_Description: 'a; b, c\td' }], {
            delimiter,
            end,
          }),
        ).to.deep.equal([expected]);
  });

  it('takes column names in any case and keeps their usual spelling', async () => {
    const text = writeCsv([{ ...plainRow, I_CustomText01: 'x' }]).replace(/^.*\r\n/, (header) =>
      header.toLowerCase(),
    );
    const [document] = await readText(text);
    expect(document?.number).to.equal('AAAQ1');
    expect(document?.content.lines[0]?.fields).to.include({ Description: 'Monitor', customtext01: 'x' });
  });

  it('keeps every column in fields, and one without prefix with the line', async () => {
    const { content } = await readOne({ H_CustomText01: ' h ', I_CustomText01: 'i', Margin: '12 %' });
    expect(content.fields).to.deep.include({ CustomText01: ' h ', DocNo: 'AAAQ1' });
    expect(content.lines[0]?.fields).to.deep.include({ CustomText01: 'i', Margin: '12 %' });
  });

  it('takes no column without prefix for one of QuoteWerks', async () => {
    const { content } = await readOne({ UnitCost: '5', id: '1' });
    expect(content.lines[0]).to.deep.include({ unitCost: '0' });
    expect(content.lines[0]?.key).to.not.equal('1');
  });

  it('reads 1,399 where the comma is the delimiter, and elsewhere asks for a clear number', async () => {
    const read = async (delimiter: string, price: string): Promise<unknown> => {
      const [document] = await readRows([{ I_UnitPrice: price }], { delimiter });
      return document?.faults[0]?.expected ?? document?.content.lines[0]?.unitPrice;
    };
    const form = 'a number such as 1399.00, with a decimal point and without commas';
    expect(await read(',', '1,399')).to.equal('1399');
    expect(await read('\t', '1,399')).to.equal(
      'a number such as 1399.00 or 1,399.00: the comma of 1,399 may be a decimal comma',
    );
    expect(await read('\t', '1,399.00')).to.equal('1399');
    expect(await read(';', '1,399')).to.equal(form);
    expect(await read(';', '1,399.00')).to.equal(form);
  });

  it('makes no line of a row without item values', async () => {
    const none = { I_Description: '', I_QtyTotal: '', I_UnitPrice: '' };
    expect((await readOne(none)).content.lines).to.deep.equal([]);
  });

  it('reads a file with a header row alone as no documents', async () => {
    expect(await readText(writeCsv([]))).to.deep.equal([]);
  });

  it('keeps cells that look like formulas as text', async () => {
    const { content } = await readOne({
      I_Description: '=HYPERLINK("http://x.example")',
      I_Notes: '@SUM(A1)',
    });
    expect(content.lines[0]).to.include({ description: '=HYPERLINK("http://x.example")', notes: '@SUM(A1)' });
  });

  it('takes a column named __proto__ for any other', async () => {
    const { content } = await readOne({ ['I___proto__']: 'x', H_constructor: 'y' });
    expect(Object.getOwnPropertyDescriptor(content.lines[0]?.fields, '__proto__')?.value).to.equal('x');
    expect(Object.getPrototypeOf(content.lines[0]?.fields)).to.equal(Object.prototype);
    expect(content.fields['constructor']).to.equal('y');
  });

  it('gives back any description, its ends trimmed', async () => {
    const text = fc.string({ unit: 'binary' }).filter((one) => !one.includes('\0'));
    await fc.assert(
      fc.asyncProperty(text, async (description) => {
        const { content, faults } = await readOne({ I_Description: description });
        expect(faults).to.deep.equal([]);
        expect(content.lines[0]?.description).to.equal(description.trim().replace(/\r\n?/g, '\n'));
        expect(content.lines[0]?.fields['Description']).to.equal(description);
      }),
    );
  });

  describe('refuses as a whole', () => {
    const refused = async (text: string | Uint8Array): Promise<string> =>
      (await catchError(readText(text))).message;

    it('another kind of file, saying what it looks like', async () => {
      expect(await refused('%PDF-1.7\n')).to.equal(
        'export.csv is not a CSV file: it looks like a PDF document.',
      );
      expect(await refused('PK\u0003\u0004')).to.match(/looks like an Excel workbook/);
      expect(await refused('{"number": "Q1"}')).to.match(/looks like JSON/);
      expect(await refused('a\0b')).to.match(/NUL bytes/);
      expect(await refused('\ufeff \r\n')).to.match(/is empty/);
      expect(await refused('Name,Price\nMonitor,3\n')).to.match(
        /no column of its first row begins with DocumentHeaders_/,
      );
    });

    it('missing columns, all at once', async () => {
      const error = await catchError(readText('DocumentHeaders_SoldToContact,DocumentItems_QtyBase\n'));
      expect(error.details.faults?.map(({ at }) => at)).to.deep.equal([
        'column DocumentHeaders_DocNo',
        'column DocumentHeaders_DocType',
        'column DocumentHeaders_SoldToCompany',
        'column DocumentItems_Description',
        'column DocumentItems_UnitPrice',
      ]);
      expect(error.message).to.contain('DocumentItems_InternalPartNumber: one of them is needed');
    });

    it('columns that are there twice, in whatever case', async () => {
      const text = writeCsv([]).replace('\r\n', ',DocumentItems_unitprice\r\n');
      const error = await catchError(readText(text));
      expect(error.details.faults).to.deep.equal([
        {
          at: 'column DocumentItems_unitprice',
          expected: 'one column of this name, not the columns 6 and 7',
        },
      ]);
    });
  });
});
