import { expect } from 'chai';
import fc from 'fast-check';
import { compileDataLink, type DataLinkRow } from '../../src/data-link.js';

const columns = ['A', 'B', 'C', 'D'];
const targets = ['X', 'Y', 'Z'];
const vocabulary = {
  header: columns.map((name) => ({ name, type: 'text' }) as const),
  line: [],
  records: { opportunities: targets.map((name) => ({ name, type: 'text' }) as const) },
};
const row = fc.record({
  on: fc.constant('save' as const),
  object: fc.constant('opportunities' as const),
  from: fc.constantFrom(...columns),
  to: fc.constantFrom(...targets),
});
const header = fc.record(
  Object.fromEntries(columns.map((name) => [name, fc.constantFrom('', ' ', 'one', 'two ')])),
);

describe('properties of DataLink', () => {
  it('gives each target the value of its last source that has one', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), header, (rows: DataLinkRow[], values) => {
        const expected = new Map<string, string>();
        for (const { from, to } of rows) {
          const text = values[from]?.trim() ?? '';
          if (text !== '') expected.set(to, text);
        }
        const { values: given, problems } = compileDataLink(rows, vocabulary).save('opportunities', values);
        expect(problems).to.deep.equal([]);
        expect(new Map(given.map(({ field, value }) => [field, value]))).to.deep.equal(expected);
        for (const { field, row: index, source } of given)
          expect(rows[index]).to.deep.include({ to: field, from: source });
      }),
    );
  });

  it('writes a number in one form only, and reads that again as the same', () => {
    const numbers = {
      header: [{ name: 'N', type: 'number' }],
      line: [],
      records: { quotes: [{ name: 'T', type: 'number' }] },
    } as const;
    const rules = compileDataLink([{ on: 'save', object: 'quotes', from: 'N', to: 'T' }], numbers);
    const once = (N: string): string | undefined => rules.save('quotes', { N }).values[0]?.value;
    const decimal = fc
      .tuple(fc.constantFrom('', '-', '+', '0', '00'), fc.nat(), fc.constantFrom('', '.', '.0', '.50', '.05'))
      .map((parts) => parts.join(''))
      .filter((text) => !/^[+-]0\d/.test(text));
    fc.assert(
      fc.property(decimal, (text) => {
        const value = once(text);
        expect(value).to.match(/^(0|-?(?!0$)(0|[1-9]\d*)(\.\d*[1-9])?)$/);
        expect(Number(value)).to.equal(Number(text) + 0 === 0 ? 0 : Number(text));
        expect(once(value ?? '')).to.equal(value);
      }),
    );
  });

  it('never raises, whatever the rows are', () => {
    const any = fc.record({
      on: fc.constantFrom('soldTo', 'shipTo', 'billTo', 'address', 'save'),
      object: fc.constantFrom('users', 'clients', 'opportunities', 'quotes', 'lineItems'),
      from: fc.string(),
      to: fc.string(),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 5 }), (rows) => {
        const { problems } = compileDataLink(rows, vocabulary);
        for (const { path } of problems) expect(Number(path.split('/')[1])).to.be.lessThan(rows.length);
      }),
    );
  });
});
