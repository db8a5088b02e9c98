import { expect } from 'chai';
import fc from 'fast-check';
import { csvWriter } from '../../src/data/csv/csv-writer.js';
import { spreadsheetDialect } from '../../src/data/csv/dialect.js';
import { jsonWriter } from '../../src/data/json/json-writer.js';
import type { DataLine } from '../../src/data/data-line.js';
import type { LineWriter } from '../../src/data/line-writer.js';
import { inputOf, linesOf } from './pieces-of.js';

const results = ['PartNumber', 'Problems'];

function written(writer: LineWriter, rows: readonly (readonly [DataLine, readonly string[]])[]): string {
  return writer.begin() + rows.map(([line, values]) => writer.line(line, values)).join('') + writer.end();
}

describe('lines as CSV', () => {
  const columns = ['ItemType', 'Description'];
  const line = (...cells: readonly string[]): DataLine => ({ line: 2, columns, cells });

  it('have the cells of the line, then those of the result', () => {
    const writer = csvWriter(columns, results, { delimiter: ';', lineEnd: '\n', byteOrderMark: false });
    expect(written(writer, [[line('Labor', 'a;"b"'), ['P-1', '']]])).to.equal(
      'ItemType;Description;PartNumber;Problems\nLabor;"a;""b""";P-1;\n',
    );
  });

  it('have cells that a spreadsheet shows and never runs, unless they are to stay as they are', () => {
    const rows = [[line('=1+1', '-5.00'), ['@x', "'=y"]]] as const;
    const dialect = { ...spreadsheetDialect, byteOrderMark: false };
    expect(written(csvWriter(columns, results, dialect), rows)).to.contain("\r\n'=1+1,-5.00,'@x,''=y\r\n");
    expect(written(csvWriter(columns, results, dialect, { plainCells: true }), rows)).to.contain(
      "\r\n=1+1,-5.00,@x,'=y\r\n",
    );
  });

  it('put cells of JSON in the order of the columns, and leave blank what a line lacks', () => {
    const writer = csvWriter(columns, results, { ...spreadsheetDialect, byteOrderMark: false });
    const other: DataLine = { line: 1, columns: ['Other', 'Description'], cells: ['x', 'd'], json: '{}' };
    expect(writer.line(other, ['1', ''])).to.equal(',d,1,\r\n');
    expect(writer.line(line('a', 'b'), ['1', ''])).to.equal('a,b,1,\r\n');
  });

  it('are read again as they were', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('', ',', ';', '\t', '"', '\r\n', '\n', "'", '=1', "'=1", '-1', '+a', ' x ', '\uFEFF'),
    );
    const cells = fc.array(fc.tuple(text, text, text, text), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        cells,
        fc.constantFrom(',', ';', '\t'),
        fc.boolean(),
        async (rows, delimiter, plainCells) => {
          const dialect = { ...spreadsheetDialect, delimiter } as const;
          const writer = csvWriter(columns, results, dialect, { plainCells });
          const content = written(
            writer,
            rows.map(([a, b, c, d]) => [line(`x${a}`, b), [c, d]]),
          );
          const lines = await linesOf(inputOf(content), { plainCells });
          expect(lines.map((read) => read.cells)).to.deep.equal(
            rows.map(([a, ...others]) => [`x${a}`, ...others]),
          );
          expect(lines.some(({ problem }) => problem !== undefined)).to.equal(false);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('lines as JSON', () => {
  it('keep the text of their object, so that no number is written another way', async () => {
    const content = '[{"A":1.10,\n "B":[12345678901234567890]},{}]';
    const lines = await linesOf(inputOf(content, { name: 'lines.json' }));
    const rows = lines.map((line) => [line, ['P', '']] as const);
    expect(written(jsonWriter('ndjson', results), rows)).to.equal(
      '{"A":1.10,  "B":[12345678901234567890],"PartNumber":"P","Problems":""}\n{"PartNumber":"P","Problems":""}\n',
    );
    const list = written(jsonWriter('json', results), rows);
    expect(JSON.parse(list)).to.have.length(2);
    expect(list).to.match(/^\[\n\{.*\},\n\{.*\}\n\]\n$/);
    expect(JSON.parse(written(jsonWriter('json', results), []))).to.deep.equal([]);
  });

  it('keep it, too, when a member is taken out for one of the result', async () => {
    const content =
      '[{"A":1.10,"PartNumber": {"a":[",}"]},\n "B\\"":[12345678901234567890, "\\"}"] , "Problems":"x"}]';
    const lines = await linesOf(inputOf(content, { name: 'lines.json' }));
    const rows = lines.map((line) => [line, ['P', '']] as const);
    expect(written(jsonWriter('ndjson', results), rows)).to.equal(
      '{"A":1.10,"B\\"":[12345678901234567890, "\\"}"],"PartNumber":"P","Problems":""}\n',
    );
    const members = fc.dictionary(fc.constantFrom('PartNumber', 'A', 'B "x"', '__proto__'), fc.jsonValue());
    await fc.assert(
      fc.asyncProperty(members, fc.constantFrom(0, 2), async (object, indent) => {
        const [line] = await linesOf(
          inputOf(JSON.stringify([object], undefined, indent), { name: 'a.json' }),
        );
        if (line === undefined) throw new Error('no line');
        const { Problems, PartNumber, ...others } = JSON.parse(
          jsonWriter('ndjson', results).line(line, ['P', '']),
        ) as Record<string, unknown>;
        expect([PartNumber, Problems]).to.deep.equal(['P', '']);
        const { PartNumber: _taken, ...own } = JSON.parse(JSON.stringify(object)) as Record<string, unknown>;
        expect(JSON.stringify(others)).to.equal(JSON.stringify(own));
      }),
    );
  });

  it('have each name once: of the same two the result counts, and columns without a name are numbered', async () => {
    const [line] = await linesOf(inputOf('A,,A,PartNumber\n1,2,3,4\n'));
    if (line === undefined) throw new Error('no line');
    expect(jsonWriter('ndjson', results).line(line, ['P', ''])).to.equal(
      '{"A":"1","Column 2":"2","A (2)":"3","PartNumber":"P","Problems":""}\n',
    );
    const [again] = await linesOf(inputOf('{"PartNumber":"old","A":1}', { name: 'a.ndjson' }));
    if (again === undefined) throw new Error('no line');
    expect(jsonWriter('ndjson', results).line(again, ['P', ''])).to.equal(
      '{"A":1,"PartNumber":"P","Problems":""}\n',
    );
  });

  it('have texts such as __proto__ as names and values like any other', async () => {
    const [line] = await linesOf(inputOf('__proto__,constructor\n__proto__,"a""b"\n'));
    if (line === undefined) throw new Error('no line');
    expect(jsonWriter('ndjson', results).line(line, ['P', ''])).to.equal(
      '{"__proto__":"__proto__","constructor":"a\\"b","PartNumber":"P","Problems":""}\n',
    );
  });
});
