import { expect } from 'chai';
import fc from 'fast-check';
import { parseCsvTable } from '../../src/csv/parse-csv-table.js';
import { catchError } from '../catch-error.js';

const parse = (text: string): ReturnType<typeof parseCsvTable> => parseCsvTable('a.csv', text, ',');

describe('parseCsvTable', () => {
  it('reads quoted delimiters, doubled quotes and line ends in quotes', () => {
    const { rows } = parse('h1,h2\r\n"a, b","27"" wide"\r\n"two\r\nlines",x\r\n');
    expect(rows.map(({ cells }) => cells)).to.deep.equal([
      ['a, b', '27" wide'],
      ['two\r\nlines', 'x'],
    ]);
  });

  it('takes CRLF, LF and a missing last line end', () => {
    expect(parse('h\r\n1\n2').rows.map(({ cells }) => cells)).to.deep.equal([['1'], ['2']]);
  });

  it('numbers rows as a spreadsheet does and leaves empty ones out', () => {
    expect(parse('h,i\n1,2\n\n,\n"3\n4",5\n6,7\n\n\n').rows.map(({ number }) => number)).to.deep.equal([
      2, 5, 6,
    ]);
  });

  it('says where the quotes do not match', async () => {
    const invoke = async (text: string): Promise<unknown> => parse(text);
    expect((await catchError(invoke('a,b\n1,"x"y\n'))).details.faults?.[0]?.at).to.equal('line 2');
    expect((await catchError(invoke('a,b\n1,x"y\n'))).message).to.match(/line 2/);
  });

  it('marks the row whose quotation mark is never closed, and reads the rows above it', () => {
    const open = (text: string): unknown =>
      parse(text).rows.map((row) => [row.number, row.cells, row.open === true]);
    expect(open('a,b\n1,2\n\n3,"x ""y""\n')).to.deep.equal([
      [2, ['1', '2'], false],
      [4, ['3', 'x "y"\n'], true],
    ]);
    expect(open('a,b\n"')).to.deep.equal([[2, [''], true]]);
    expect(open('a,b,c\n1,"x\r\n\r\nlast line, it')).to.deep.equal([
      [2, ['1', 'x\r\n\r\nlast line, it'], true],
    ]);
  });

  it('refuses a quotation mark that is never closed in the header row, or that swallows rows', async () => {
    const invoke = async (text: string): Promise<unknown> => parse(text);
    for (const [text, row] of [
      ['a,"b\n1,2\n', 1],
      ['a,b,c\n1,"2,3\n4,5,6\n', 2],
    ] as const) {
      const error = await catchError(invoke(text));
      expect(error.message).to.equal(
        `a.csv breaks off: the quotation mark that opens in row ${row} is never closed.`,
      );
      expect(error.details.faults?.[0]?.at).to.equal(`row ${row}`);
    }
  });

  it('gives back any cells that were written', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({
        unit: fc.constantFrom(
          '"',
          ',',
          ';',
          '\t',
          '\n',
          '\r',
          '\r\n',
          ' ',
          'ü',
          "'",
          '=',
          '\u2028',
          '\ufeff',
          '€',
        ),
      }),
    );
    const table = fc
      .integer({ min: 1, max: 5 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width })));
    fc.assert(
      fc.property(table, fc.constantFrom('\r\n', '\n'), (rows, end) => {
        const written = [['first', 'row'], ...rows];
        const text = written
          .map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(',') + end)
          .join('');
        const filled = rows.filter((cells) => cells.some((one) => one.trim() !== ''));
        expect(parse(text).rows.map(({ cells }) => cells)).to.deep.equal(filled);
      }),
    );
  });
});
