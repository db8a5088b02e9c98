import { expect } from 'chai';
import fc from 'fast-check';
import { formatOfName } from '../../src/data/data-format.js';
import { readData } from '../../src/data/read-data.js';
import { failureOf, inputOf, linesOf } from './pieces-of.js';

const ndjson = { name: 'lines.ndjson' };
const json = { name: 'lines.json' };

describe('lines out of NDJSON', () => {
  it('have the names of their own object, and cells of what is a text or says the same as one', async () => {
    const content = '{"ItemType":"Labor","Qty":2,"Taxed":true,"Note":null}\n\n{"ItemType":"Freight"}';
    const lines = await linesOf(inputOf(content, ndjson));
    expect(lines.map(({ line, columns, cells }) => [line, columns, cells])).to.deep.equal([
      [1, ['ItemType', 'Qty', 'Taxed', 'Note'], ['Labor', '2', 'true', '']],
      [3, ['ItemType'], ['Freight']],
    ]);
  });

  it('share their names when they have the same', async () => {
    const lines = await linesOf(inputOf('{"A":1}\n{"B":1}\n{"A":2}\n{"A":3}\n', ndjson));
    expect(lines[0]?.columns).to.equal(lines[2]?.columns);
    expect(lines[2]?.columns).to.equal(lines[3]?.columns);
    expect(lines[1]?.columns).to.deep.equal(['B']);
  });

  it('have a problem when they are no object, or a value has no text that says the same; the others go on', async () => {
    const values = [
      '{"A":"1"',
      '[1]',
      '"x"',
      '{"A":{"b":1}}',
      '{"A":[1]}',
      '{"A":12345678901234567890}',
      '{"A":"ok"}',
    ];
    const lines = await linesOf(inputOf(values.join('\n'), ndjson));
    expect(
      lines.map(({ line, problem, unusable }) => [line, (problem ?? unusable?.get(0))?.code]),
    ).to.deep.equal([...[1, 2, 3, 4, 5, 6].map((line) => [line, 'data.wrongValue']), [7, undefined]]);
    expect(lines[5]?.problem?.message).to.equal('"A" is a number that is not exact: put it in quotes.');
    expect(lines[3]?.unusable?.get(0)?.message).to.equal('"A" is an object.');
    expect(lines[4]?.cells).to.deep.equal(['[1]']);
  });

  it('have texts such as __proto__ and constructor as names and values like any other', async () => {
    const [line] = await linesOf(inputOf('{"__proto__":"constructor","constructor":"__proto__"}', ndjson));
    expect(line?.columns).to.deep.equal(['__proto__', 'constructor']);
    expect(line?.cells).to.deep.equal(['constructor', '__proto__']);
  });
});

describe('lines out of JSON', () => {
  it('are the elements of a list, however it is laid out, or objects that follow one another', async () => {
    for (const content of [
      '[{"A":"1"},{"A":"2"}]',
      '\uFEFF [ {"A": "1"} ,\n{"A":\n"2"}\n]\n',
      '{"A":"1"}\n{"A":"2"}',
    ]) {
      const lines = await linesOf(inputOf(content, json));
      expect(lines.map(({ cells }) => cells)).to.deep.equal([['1'], ['2']]);
    }
    expect(await linesOf(inputOf('[\n]', json))).to.deep.equal([]);
    const spread = await linesOf(inputOf('[\n  {\n    "A": 1\n  },\n\n  {"A": 2}\n]', json));
    expect(spread.map(({ line }) => line)).to.deep.equal([2, 6]);
  });

  it('are the same however the bytes come', async () => {
    const value = fc.dictionary(
      fc.string({ unit: 'grapheme' }),
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('[', '{"', '\\', '",')),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(value),
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom(0, 2),
        async (objects, piece, indent) => {
          for (const [format, content] of [
            ['json', JSON.stringify(objects, undefined, indent)],
            ['ndjson', objects.map((object) => JSON.stringify(object)).join('\n')],
          ] as const) {
            const lines = await linesOf(inputOf(content, { piece, piped: true }), { format });
            expect(
              lines.map(({ columns, cells }) => columns.map((name, at) => [name, cells[at]])),
            ).to.deep.equal(objects.map((object) => Object.entries(object)));
            expect(lines.every(({ problem }) => problem === undefined)).to.equal(true);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  for (const [content, line] of [
    ['[\n{"A":1},\n{"A":1', 3],
    ['[{"A":1},]', 1],
    ['[{"A":1}]\n\n]', 3],
    ['[\n{"A":1}\n{"A":2}]', 2],
    ['{"A":1}\nxyz', 2],
    ['{"A":"1}', 1],
    ['A,B\n1,2\n3,4\n', 1],
  ] as const) {
    it(`are refused with the line: ${JSON.stringify(content)}`, async () => {
      expect(await failureOf(inputOf(content, json))).to.include({ name: 'UnreadableData', line });
    });
  }

  it('nest as deep as they like without harm', async () => {
    const deep = `[{"A":${'['.repeat(100_000)}${']'.repeat(100_000)}},{"A":"1"}]`;
    expect((await linesOf(inputOf(deep, json))).map(({ problem }) => problem?.code)).to.deep.equal([
      'data.wrongValue',
      undefined,
    ]);
  });
});

describe('the format of data', () => {
  it('is known by the ending of the name, then by how the content begins', async () => {
    expect(
      ['a.csv', 'a.TXT', 'a.json', 'a.jsonl', 'a.ndjson', 'a', 'a.constructor'].map(formatOfName),
    ).to.deep.equal(['csv', 'csv', 'json', 'ndjson', 'ndjson', undefined, undefined]);
    const begins = async (content: string): Promise<string> =>
      (await readData(inputOf(content, { name: 'standard input', piped: true, piece: 1 }))).format;
    expect(await begins('  [{}]')).to.equal('json');
    expect(await begins('\n{"A":1}')).to.equal('ndjson');
    expect(await begins('A,B')).to.equal('csv');
  });
});
