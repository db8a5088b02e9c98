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
    expect((await catchError(invoke('a,b\n1,"x\n'))).message).to.match(/still open/);
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
