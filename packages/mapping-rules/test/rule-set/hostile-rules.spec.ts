import { expect } from 'chai';
import fc from 'fast-check';
import { compileRuleSet, scopeReader, type CompiledRuleSet } from '../../src/index.js';
import { checkRuleSet } from '../../src/tools.js';
import { randomDocument } from './random-rule-set.js';

const hostileTexts = [
  '&DI_',
  '&{',
  '&{DI_Notes|left:1e9}',
  "&{DI_Notes ?? 'x'|pad:9,'0'|hash8}",
  '&&&&',
  '(a+)+$',
  '[a-',
  '\\p{L}{999}',
  'a{1,1000}{1,1000}',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'DH_DocNo',
  'APP_',
  '\u0000',
  '\ud800',
  'İ',
  'ß',
  '😀',
  ' ',
  '',
  ',,,,',
  'x'.repeat(10_000),
];
const hostile = fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: 'binary', maxLength: 12 }));
/** Mostly one of these, so that some rules come out right. */
const mostly = (...sound: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof({ weight: 20, arbitrary: fc.constantFrom(...sound) }, { weight: 1, arbitrary: hostile });
const text = fc.oneof(fc.constantFrom('Labor', 'labor ', 'HP', '7', '', '-'), hostile);
const field = mostly('ItemType', 'Notes', 'DH_DocNo', 'DocumentItems_Vendor', 'InternalPartNumber');
const macro = mostly(
  '&DI_ItemType-&DH_DocNo',
  "&{DI_Notes|upper ?? DI_Vendor|left:3 ?? '-'}",
  '&DI_Notes:',
  'A&&B',
);
const byText = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Record<string, Value>> =>
  fc.array(fc.tuple(text, value), { maxLength: 4 }).map((entries) => Object.fromEntries(entries));
const compared = mostly('Labor', 'HP', 'hp', 'a', 'b.c', 'HP.*', '[a-f]+', 'x?');
const condition = fc.oneof(
  compared,
  fc
    .tuple(fc.constantFrom('exact', 'anyCase', 'prefix', 'pattern'), compared)
    .map(([mode, it]) => ({ [mode]: it })),
  fc.constant({ empty: true }),
);
const row = fc.record({
  when: fc.oneof(
    compared,
    fc.tuple(field, condition).map(([name, it]) => ({ [name]: it })),
  ),
  value: macro,
});
const table = fc.record(
  {
    key: field,
    match: fc.constantFrom('exact', 'anyCase', 'prefix', 'pattern'),
    rows: fc.oneof(
      fc.constant({ Labor: 'x', HP: '&DI_Notes' }),
      fc.array(row, { maxLength: 3 }),
      byText(macro),
    ),
    fallback: mostly('a', 'b'),
    default: macro,
  },
  { requiredKeys: ['rows'] },
);
/** Right in its structure, and as wrong as can be in all else. */
const wholeDocument = fc.record(
  {
    version: fc.constant(1),
    fields: fc.record({ line: fc.array(text, { maxLength: 3 }), header: fc.array(text, { maxLength: 3 }) }),
    partNumber: fc.record(
      {
        field: mostly('InternalPartNumber', 'ManufacturerPartNumber'),
        generation: fc.record(
          { mode: fc.constantFrom('none', 'macro', 'byItemType'), macro, byItemType: table },
          { requiredKeys: ['mode'] },
        ),
        fallbackByLineType: fc.record({ product: text }, { requiredKeys: [] }),
        length: fc.record({ maximum: fc.integer({ min: 1, max: 40 }), tooLong: fc.constantFrom('cut', 'hash', 'error') }), // prettier-ignore
      },
      { requiredKeys: ['field'] },
    ),
    summary: fc.record({ partNumber: mostly('&DH_DocNo') }),
    productGroups: table,
    users: table,
    siteAddress: fc.record({ line1: mostly('City, State', 'Country') }),
    dataLink: fc.array(
      fc.record({
        on: fc.constantFrom('soldTo', 'address', 'save'),
        object: fc.constantFrom('users', 'clients', 'quotes', 'lineItems'),
        from: text,
        to: text,
      }),
      { maxLength: 3 },
    ),
    descriptions: fc.record({ itemName: macro, lineName: macro }, { requiredKeys: [] }),
    tables: fc.oneof(byText(table), fc.record({ a: table, b: table })),
    tests: fc.array(fc.record({ name: text, given: byText(text), expect: byText(text) }), { maxLength: 2 }),
  },
  { requiredKeys: ['version'] },
);

/** Often only a few of its sections: those of all are rarely right. */
const hostileDocument = fc
  .tuple(
    wholeDocument,
    fc.oneof(
      fc.constant([]),
      fc.shuffledSubarray(['partNumber', 'users', 'descriptions', 'tables'], { maxLength: 2 }),
    ),
  ) // prettier-ignore
  .map(([document, kept]: readonly [Record<string, unknown>, readonly string[]]) =>
    kept.length === 0
      ? document
      : {
          version: 1,
          ...Object.fromEntries(Object.entries(document).filter(([name]) => kept.includes(name))),
        },
  );

/** Whatever line is put through the rules: no exception, no value that is no text, the same explained. */
function run(rules: CompiledRuleSet, columns: readonly string[], cells: readonly string[]): void {
  const { scope, lineType } = scopeReader(columns, rules.vocabulary)(cells);
  for (const type of [lineType, 'product', '__proto__']) {
    const { values, problems } = rules.resolve(scope, type);
    expect(Object.keys(values).sort()).to.deep.equal([...rules.columns].sort());
    for (const column of rules.columns) expect(values[column]).to.be.a('string');
    const { steps, ...explained } = rules.explain(scope, type);
    expect(explained).to.deep.equal({ values, problems });
    expect(steps.map(({ column }) => column)).to.deep.equal(rules.columns);
  }
  rules.siteAddress(scope, 'soldTo');
}

describe('rules and lines of any kind', () => {
  const columns = fc.array(fc.oneof(fc.constantFrom('ItemType', 'Notes', 'DocNo', 'LineType', 'DI_Notes'), text), { maxLength: 6 }); // prettier-ignore
  const cells = fc.array(text, { maxLength: 7 });

  it('give problems with their places or work, and never raise anything', () => {
    let compiled = 0;
    fc.assert(
      fc.property(hostileDocument, columns, cells, (document, names, line) => {
        const compilation = compileRuleSet(document);
        const problems = checkRuleSet(document);
        for (const problem of problems) {
          expect(problem.path === '' || problem.path.startsWith('/'), problem.path).to.equal(true);
          expect(problem.message.length).to.be.within(1, 2000);
          expect(problem.expected).to.be.a('string');
        }
        expect(problems.slice(0, compilation.problems.length)).to.deep.equal(compilation.problems);
        expect(compilation.problems.some(({ severity }) => severity === 'error')).to.equal(!compilation.ok);
        if (!compilation.ok) return;
        compiled++;
        run(compilation.rule, names, line);
      }),
      { numRuns: 1500 },
    );
    expect(compiled, 'some were rules').to.be.above(50);
  });

  it('take a document that is nearly right', () => {
    fc.assert(
      fc.property(randomDocument, columns, cells, (document, names, line) => {
        checkRuleSet(document);
        const compilation = compileRuleSet(document);
        if (compilation.ok) run(compilation.rule, names, line);
      }),
      { numRuns: 300 },
    );
  });

  it('take anything else for no rules', () => {
    fc.assert(
      fc.property(
        fc.anything({ withDate: true, withMap: true, withBigInt: true, withNullPrototype: true }),
        (document) => {
          const { ok, problems } = compileRuleSet(document);
          expect(ok).to.equal(problems.length === 0);
          checkRuleSet(document);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('are answered in time when everything is wrong with them', () => {
    const many = <Value>(value: (index: number) => Value, length = 50_000): Value[] =>
      Array.from({ length }, (_, index) => value(index));
    const started = performance.now();
    const partNumber = (rows: readonly object[]): object => ({
      field: 'InternalPartNumber',
      generation: { mode: 'byItemType', byItemType: { rows } },
    });
    for (const document of [
      { users: { rows: many((index) => ({ when: { [`CustomTxet${index}`]: 'x' }, value: '1' })) } },
      { partNumber: partNumber(many((index) => ({ when: `x${index}`, value: `&DI_CustomTxet${index}` }))) },
      { users: { match: 'pattern', rows: many((index) => ({ when: `(a${index}`, value: '1' })) } },
      {
        tables: Object.fromEntries(many((index) => [`t${index}`, { rows: {}, fallback: `x${index}` }], 5000)),
      },
      Object.fromEntries(many((index) => [`users${index}`, 1])),
    ]) {
      const { ok, problems } = compileRuleSet({ version: 1, ...document });
      expect(ok).to.equal(false);
      expect(problems.length).to.be.within(1000, 60_000);
    }
    expect(performance.now() - started).to.be.below(30_000);
  });

  it('are all there, however many warnings they have', () => {
    const rows = Array.from({ length: 1500 }, (_, index) => ({
      when: `x${index}`,
      value: `${index}&DI_CustomText011`,
    }));
    const compilation = compileRuleSet({
      version: 1,
      partNumber: { field: 'InternalPartNumber', generation: { mode: 'byItemType', byItemType: { rows } } },
      productGroups: { rows: { x1499: 'last' } },
    });
    if (!compilation.ok) throw new Error(compilation.problems[0]?.message);
    expect(compilation.problems).to.have.length(1500);
    const { scope } = scopeReader(['ItemType', 'CustomText01'], compilation.rule.vocabulary)(['x1499', 'T']);
    expect(compilation.rule.resolve(scope, 'product').values).to.deep.equal({
      PartNumber: '1499T1',
      ProductGroup: 'last',
    });
  });

  it('are answered in time: a macro of 100,000 tokens, and a table of 100,000 rows', () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => ({
      when: `Type ${index}`,
      value: String(index),
    }));
    const macro = '&DI_ItemType-'.repeat(100_000);
    const started = performance.now();
    const compilation = compileRuleSet({
      version: 1,
      productGroups: { rows },
      partNumber: { field: 'InternalPartNumber', generation: { mode: 'macro', macro } },
    });
    if (!compilation.ok) throw new Error(compilation.problems[0]?.message);
    const { scope } = scopeReader(['ItemType'], compilation.rule.vocabulary)(['type 99999']);
    const { values } = compilation.rule.resolve(scope, 'product');
    expect(values['ProductGroup']).to.equal('99999');
    expect(values['PartNumber']).to.have.length(11 * 100_000);
    expect(performance.now() - started).to.be.below(10_000);
  });
});
