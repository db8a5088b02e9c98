import { expect } from 'chai';
import fc from 'fast-check';
import type { DataLine } from '../../src/data/data-line.js';
import { readData } from '../../src/data/read-data.js';
import { failureOf, inputOf, linesOf } from './pieces-of.js';

describe('lines out of CSV', () => {
  it('have the names of the header and the cells of their row, and know where they stand', async () => {
    const lines = await linesOf(
      inputOf('ItemType,Description\r\nLabor,"one, two"\r\n\r\n"a\r\nb",c\r\nLast,x'),
    );
    expect(lines.map(({ line, cells }) => [line, ...cells])).to.deep.equal([
      [2, 'Labor', 'one, two'],
      [4, 'a\r\nb', 'c'],
      [6, 'Last', 'x'],
    ]);
    expect(lines.every(({ columns }) => columns === lines[0]?.columns)).to.equal(true);
    expect(lines[0]?.columns).to.deep.equal(['ItemType', 'Description']);
  });

  it('are read with the delimiter, the line ends and the mark that the file has', async () => {
    const read = await readData(inputOf('\uFEFF"Item;Type";B\n1;2,5\n'));
    expect(read.dialect).to.deep.equal({ delimiter: ';', lineEnd: '\n', byteOrderMark: true });
    expect(read.columns).to.deep.equal(['Item;Type', 'B']);
    const tabs = await readData(inputOf('A\tB\tC, D\r\n1\t2\t3'));
    expect(tabs.dialect).to.deep.equal({ delimiter: '\t', lineEnd: '\r\n', byteOrderMark: false });
  });

  it('are read with the delimiter that the first line declares for Excel, which is no row', async () => {
    for (const [sign, delimiter] of [
      [';', ';'],
      [',', ','],
      ['\t', '\t'],
      ['\\t', '\t'],
    ] as const) {
      for (const declaration of [`sep=${sign}`, `SEP=${sign}`, `\uFEFFsep=${sign}`, `"sep=${sign}"`]) {
        for (const piece of [1, 1_000]) {
          const rows = ['A,b;c\td', '1,2;3\t4', '', '5,6;7\t8'];
          const content = [declaration, ...rows].join('\r\n');
          const { columns, dialect, lines } = await readData(inputOf(content, { piece }));
          expect(columns).to.deep.equal(rows[0]?.split(delimiter));
          const byteOrderMark = declaration.startsWith('\uFEFF');
          expect(dialect).to.deep.equal({ delimiter, lineEnd: '\r\n', byteOrderMark });
          const read: DataLine[] = [];
          for await (const batch of lines) read.push(...batch);
          expect(read.map(({ line, cells }) => [line, cells])).to.deep.equal([
            [3, rows[1]?.split(delimiter)],
            [5, rows[3]?.split(delimiter)],
          ]);
        }
      }
    }
    const failure = await failureOf(inputOf('sep=|\nA|B\n1|2\n'));
    expect(failure).to.include({ name: 'UnreadableData', file: 'lines.csv', line: 1 });
    for (const header of ['sep=;x,B', 'sep,B', 'sep=,B'])
      expect((await readData(inputOf(`${header}\n1,2\n`))).columns).to.deep.equal(header.split(','));
  });

  it('have a problem with its place when their row is ragged; blank cells behind the last column are none', async () => {
    const lines = await linesOf(inputOf('A,B\n1,,, \n1\n1,2,3\n1,2\n'));
    expect(
      lines.map(({ line, cells, problem }) => [line, cells, problem?.code, problem?.line]),
    ).to.deep.equal([
      [2, ['1', ''], undefined, undefined],
      [3, ['1', ''], 'data.raggedRow', 3],
      [4, ['1', '2'], 'data.raggedRow', 4],
      [5, ['1', '2'], undefined, undefined],
    ]);
    expect(lines[1]?.problem?.message).to.equal('The row has 1 cell where the header has 2.');
    expect(lines[2]?.problem?.message).to.equal('The row has 3 cells where the header has 2.');
  });

  it('lose the apostrophe that keeps a spreadsheet from running a cell, and keep every other one', async () => {
    const content = "A,B,C\n'=1+1,'tis,''=2\n";
    expect((await linesOf(inputOf(content)))[0]?.cells).to.deep.equal(['=1+1', "'tis", "'=2"]);
    expect((await linesOf(inputOf(content), { plainCells: true }))[0]?.cells).to.deep.equal([
      "'=1+1",
      "'tis",
      "''=2",
    ]);
    const header = " ItemType ,'=A\nx,y\n";
    expect((await readData(inputOf(header))).columns).to.deep.equal(['ItemType', '=A']);
    expect((await readData(inputOf(header), { plainCells: true })).columns).to.deep.equal([
      'ItemType',
      "'=A",
    ]);
  });

  it('have texts such as __proto__ and constructor as names and values like any other', async () => {
    const [line] = await linesOf(inputOf('__proto__,constructor,toString\n__proto__,constructor,toString\n'));
    expect(line?.columns).to.deep.equal(['__proto__', 'constructor', 'toString']);
    expect(line?.cells).to.deep.equal(['__proto__', 'constructor', 'toString']);
  });

  it('are the same however the bytes come', async () => {
    const header = ['ItemType', 'Manufacturer', 'Größe €'];
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('', ',', ';', '"', 'a\nb', 'a\r\nb', "'x", ' '),
    );
    const rows = fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 40 }), fc.boolean(), async (cells, piece, piped) => {
        const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const content = [header, ...cells].map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
        const expected: unknown[] = [];
        let at = 2;
        for (const row of cells) {
          if (row.some((text) => text.trim() !== '')) expected.push([at, ...row]);
          at += 1 + row.join('').split('\n').length - 1;
        }
        const lines = await linesOf(inputOf(content, { piece, piped }), { plainCells: true });
        expect(lines.map(({ line, cells }) => [line, ...cells])).to.deep.equal(expected);
      }),
      { numRuns: 300 },
    );
  });

  for (const [what, content, line] of [
    ['a quotation mark that is never closed', 'A,B\n1,2\n3,"4\n5,6\n', 3],
    ['a quotation mark within a cell', 'A,B\n1,2\n"x\ny",2\n5" disk,6\n', 5],
    ['a text behind a closing quotation mark', 'A,B\n1,2\n"3"x,4\n', 3],
  ] as const) {
    it(`are refused with the line for ${what}`, async () => {
      expect(await failureOf(inputOf(content))).to.include({ name: 'UnreadableData', line });
      expect(await failureOf(inputOf(content, { piece: 3, piped: true }))).to.include({ line });
    });
  }

  it('are refused when a quotation mark takes in the rest of an endless file, before the memory is full', async () => {
    const endless = {
      name: 'standard input',
      size: undefined,
      async *open() {
        yield Buffer.from('A,B\n1,"2\n');
        const more = Buffer.from('3,4\n'.repeat(16 * 1024));
        while (true) yield more;
      },
    };
    expect(await failureOf(endless)).to.include({ name: 'UnreadableData', line: 2 });
  });

  it('are refused when the rows have line ends that nothing writes any more', async () => {
    const old = await failureOf(inputOf('A,B\r1,2\r3,4\r'));
    expect(old).to.have.property('message', 'The rows end with carriage returns alone.');
  });

  it('are refused when the file is empty, or no text at all', async () => {
    expect(await failureOf(inputOf(''))).to.have.property('message', 'lines.csv is empty.');
    expect(await failureOf(inputOf('\r\n , \r\n'))).to.have.property('message', 'lines.csv is empty.');
    const workbook = Buffer.from('PK\u0003\u0004\u0000\u0000rest');
    expect(await failureOf(inputOf(workbook))).to.have.property(
      'message',
      'lines.csv looks like an Excel workbook or another ZIP archive.',
    );
    expect(await failureOf(inputOf('A\0B'))).to.have.property(
      'message',
      'lines.csv looks like a binary file.',
    );
  });
});
