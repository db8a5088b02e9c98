import { expect } from 'chai';
import fc from 'fast-check';
import { compileTable } from '../../src/table/compile-table.js';
import { lintTable } from '../../src/table/lint-table.js';
import type { CompiledTable } from '../../src/table/compiled-table.js';
import type { Table, TableRow } from '../../src/table/table.js';
import { scopeOf, vocabulary } from '../vocabulary.js';

describe('compileTable', () => {
  it('says the row that matched', () => {
    const table = compiled({ rows: [row('Product', '12'), row(' Labör ', '13')] });
    expect(table.lookupKey('Product')).to.deep.equal({ matched: 'row', value: '12', row: 0 });
    expect(table.lookup(scopeOf({ ItemType: 'Product' }))).to.equal(table.lookupKey('Product'));
    expect(table.size).to.equal(2);
  });

  it('regards neither case nor surrounding space nor composition', () => {
    const table = compiled({ rows: [row('Product', '12'), row(' Labör ', '13')] });
    for (const key of ['labör', 'LABÖR', ' Labo\u0308r\t', 'LABO\u0308R']) {
      expect(table.lookupKey(key)).to.include({ matched: 'row', row: 1 });
    }
    const greek = compiled({ rows: [row({ ItemType: { prefix: 'ΟΔΟΣ' } }, '1')] });
    for (const key of ['οδος', 'ΟΔΟΣΑ', 'οδοσ']) expect(greek.lookupKey(key).matched).to.equal('row');
  });

  it('gives the default, and says so', () => {
    const table = compiled({ rows: [row('Product', '12')], default: '1' });
    expect(table.lookupKey('Other')).to.deep.equal({ matched: 'default', value: '1', row: undefined });
    expect(table.lookupKey('')).to.include({ matched: 'default' });
    expect(table.alwaysAnswers).to.equal(true);
  });

  it('says when nothing matches', () => {
    const nothing = { matched: 'none', value: undefined, row: undefined };
    expect(compiled({ rows: [row('Product', '12')] }).lookupKey('Other')).to.deep.equal(nothing);
    expect(compiled({ rows: [] }).lookupKey('')).to.deep.equal(nothing);
    expect(compiled({ rows: [] }).explain(scopeOf({})).answer).to.deep.equal(nothing);
  });

  it('lets the first row decide, whatever the modes', () => {
    const table = compiled({
      rows: [
        row({ ItemType: { exact: 'HP' } }, 'exact'),
        row({ ItemType: { pattern: 'HP-\\d+' } }, 'pattern'),
        row({ ItemType: { prefix: 'hp' } }, 'prefix'),
        row({ ItemType: { empty: true } }, 'empty'),
        row('Dell', 'anyCase'),
      ],
    });
    const expected = {
      ...{ HP: 'exact', hp: 'prefix', 'hp-12': 'pattern', 'HP-12a': 'prefix', 'hpe ': 'prefix' },
      ...{ ' ': 'empty', DELL: 'anyCase', 'Dell ': 'anyCase' },
    };
    for (const [key, value] of Object.entries(expected)) expect(table.lookupKey(key).value).to.equal(value);
  });

  it('compares plain texts as the table says', () => {
    const rows = [row('HP', '1')];
    expect(compiled({ rows, match: 'exact' }).lookupKey('hp').matched).to.equal('none');
    expect(compiled({ rows, match: 'prefix' }).lookupKey('hpe').matched).to.equal('row');
    expect(compiled({ rows: [row('H.', '1')], match: 'pattern' }).lookupKey('hp').matched).to.equal('row');
  });

  it('wants all conditions of a row, of lines, header and application', () => {
    const table = compiled({
      rows: [
        row({ ItemType: 'Labor', DH_DocNo: { prefix: 'Q' }, APP_LoggedInUserName: 'Jane' }, '1'),
        row({ DI_ItemType: 'Labor', CustomText01: { empty: true } }, '2'),
      ],
    });
    expect(table.fields).to.deep.equal(['ItemType', 'DH_DocNo', 'APP_LoggedInUserName', 'CustomText01']);
    expect(table.lookup(scopeOf({ ItemType: 'labor' }, { DocNo: 'q7' })).value).to.equal('1');
    expect(table.lookup(scopeOf({ ItemType: 'labor' }, { DocNo: 'A7' })).value).to.equal('2');
    expect(table.lookup(scopeOf({ ItemType: 'labor', CustomText01: 'x' }, { DocNo: 'A7' })).matched).to.equal(
      'none',
    );
    expect(table.lookup(scopeOf({ ItemType: 'x' }, { DocNo: 'q7' }), 'LABOR').value).to.equal('1');
    expect(table.lookupKey('labor').value).to.equal('2');
  });

  it('takes key → value', () => {
    const table = compiled({ rows: JSON.parse('{"Labor": "1", "__proto__": "2", "a/b": "3"}') as never });
    expect(['LABOR', '__PROTO__', 'a/b', 'toString'].map((key) => table.lookupKey(key).value)).to.deep.equal([
      ...['1', '2', '3'],
      undefined,
    ]);
    expect(table.pathOf(2)).to.equal('/rows/a~1b');
    const problems = problemsOf({ rows: { 'a/b': '1', 'A/B': '2' } });
    expect(problems).to.deep.equal([['table.duplicateKey', '/rows/A~1B']]);
    expect(problemsOf({ rows: { a: '1' }, match: 'prefix' })).to.deep.equal([['rules.wrongValue', '/rows']]);
  });

  it('reports everything that is wrong, with its place', () => {
    const table = {
      rows: [
        row('Product', '1'),
        row(' ', '2'),
        row(' PRODUCT', '3'),
        row({}, '4'),
        row({ ItemTypo: 'x', DocNo: '1' }, '5'),
        row({ CustomText01: { pattern: '(a{100}){100}' }, ItemType: { pattern: '(?=a)' } }, '6'),
        row({ ItemType: { prefix: '' } }, '7'),
        row({ ItemType: 'c' }, '8'),
        row({ ItemType: 'a', DocNo: 'b' }, '9'),
        row({ DH_DocNo: 'B', DI_ItemType: 'A' }, '10'),
      ],
      fallback: 'othr',
    };
    expect(problemsOf(table)).to.deep.equal([
      ['table.emptyKey', '/rows/1/when'],
      ['table.emptyKey', '/rows/3/when'],
      ['table.unknownField', '/rows/4/when/ItemTypo'],
      ['pattern.tooLarge', '/rows/5/when/CustomText01/pattern'],
      ['pattern.invalid', '/rows/5/when/ItemType/pattern'],
      ['table.emptyKey', '/rows/6/when/ItemType/prefix'],
      ['table.duplicateKey', '/rows/2/when'],
      ['table.duplicateKey', '/rows/9/when'],
      ['table.unknownTable', '/fallback'],
    ]);
    const unknown = { rows: [row({ ItemType: { contains: 'a' } as never }, '1')] };
    expect(problemsOf(unknown)).to.deep.equal([['rules.unknownKey', '/rows/0/when/ItemType/contains']]);
    expect(problemsOf({ key: 'ItemTyp', rows: [] })).to.deep.equal([['table.unknownField', '/key']]);
  });

  it('answers with problems to whatever it is given', () => {
    const odd = fc.oneof(
      fc.anything({
        key: fc.constantFrom('rows', 'when', 'value', 'match', 'ItemType', '__proto__', 'prefix'),
      }),
      fc.record({
        rows: fc.array(fc.oneof(fc.anything(), fc.record({ when: fc.anything(), value: fc.anything() }))),
      }),
      fc.record({
        rows: fc.array(fc.record({ when: fc.dictionary(fc.string(), fc.anything()), value: fc.string() })),
      }),
    );
    const property = fc.property(odd, (table) => {
      const result = compileTable(table as Table, { key: 'ItemType', vocabulary });
      expect(result.ok).to.equal(result.problems.length === 0);
      expect(lintTable(table as Table, { key: 'ItemType', vocabulary })).to.be.an('array');
    });
    fc.assert(property, { numRuns: 500 });
    const rows: unknown = [row(1 as never, '1'), row('a', 1 as never), 'x'];
    expect(problemsOf({ rows: rows as Table['rows'] })).to.deep.equal([
      ['rules.wrongType', '/rows/0/when'],
      ['rules.wrongType', '/rows/1/value'],
      ['rules.wrongType', '/rows/2'],
    ]);
  });

  it('names what was probably meant', () => {
    const result = compileTable({ rows: [row({ Itemtyp: 'x' }, '')] }, { key: 'ItemType', vocabulary });
    expect(result.problems[0]?.suggestions[0]).to.equal('ItemType');
    expect(result.problems[0]?.message).to.equal('There is no field “Itemtyp”. Did you mean ItemType?');
  });

  it('asks the fallback table, and its default before its own', () => {
    const other = compiled({ rows: [row('Service', '2')] });
    const last = compiled({ rows: [], default: 'last' });
    const tables = new Map([
      ['other', other],
      ['last', last],
    ]);
    const table = compiled({ rows: [row('Labor', '1')], fallback: 'other', default: '9' }, tables);
    expect(table.lookupKey('labor')).to.deep.equal({ matched: 'row', value: '1', row: 0 });
    expect(table.lookupKey('service')).to.deep.equal({ matched: 'row', value: '2', row: 0, table: 'other' });
    expect(table.lookup(scopeOf({}), 'service')).to.equal(table.lookupKey('service'));
    expect(table.lookupKey('x')).to.deep.equal({ matched: 'default', value: '9', row: undefined });
    const always = compiled({ rows: [], fallback: 'last', default: '9' }, tables);
    expect(always.lookupKey('x')).to.include({ matched: 'default', value: 'last', table: 'last' });
    expect(table.explain(scopeOf({ ItemType: 'service' })).fallback?.answer.row).to.equal(0);
  });

  it('gives a key to the fallback table only where that compares the same field', () => {
    const other = compiled({ key: 'CustomText01', rows: [row('Service', '2')] });
    const table = compiled({ rows: [], fallback: 'other' }, new Map([['other', other]]));
    expect(table.lookup(scopeOf({ CustomText01: 'x' }), 'Service').matched).to.equal('none');
    expect(table.lookup(scopeOf({ CustomText01: 'service' }), 'x').value).to.equal('2');
  });

  it('explains which row decided, and why not the others', () => {
    const table = compiled({
      rows: [
        row({ ItemType: 'Labor', CustomText01: 'A' }, '1'),
        row({ ItemType: 'Product' }, '2'),
        row({ ItemType: { prefix: 'lab' } }, '3'),
        row('labor', '4'),
      ],
    });
    const trace = table.explain(scopeOf({ ItemType: 'Labor ', CustomText01: '' }));
    expect(trace.answer).to.deep.equal({ matched: 'row', value: '3', row: 2 });
    expect(trace.values).to.deep.equal({ ItemType: 'Labor', CustomText01: '' });
    expect(trace.considered).to.deep.equal([
      {
        row: 0,
        conditions: 'ItemType is “Labor”, CustomText01 is “A”',
        value: '1',
        taken: false,
        why: 'CustomText01 is empty',
      },
      {
        row: 2,
        conditions: 'ItemType begins with “lab”',
        value: '3',
        taken: true,
        why: 'it is the first whose conditions all hold',
      },
      { row: 3, conditions: 'ItemType is “labor”', value: '4', taken: false, why: 'row 3 comes first' },
    ]);
    expect(trace.others).to.equal(1);
    expect(JSON.parse(JSON.stringify(trace))).to.deep.equal({
      answer: trace.answer,
      values: trace.values,
      considered: trace.considered,
      others: 1,
    });
  });

  it('lists twenty rows at most, and the deciding one among them', () => {
    const rows = Array.from({ length: 60 }, (_, index) =>
      row({ ItemType: 'Labor', CustomText01: `${index}` }, `${index}`),
    );
    const trace = compiled({ rows }).explain(scopeOf({ ItemType: 'Labor', CustomText01: '50' }));
    expect(trace.considered).to.have.length(20);
    expect(trace.considered.at(-1)).to.include({ row: 50, taken: true });
    expect(trace.others).to.equal(40);
  });

  it('treats names of Object.prototype as any other text', () => {
    for (const key of ['__proto__', 'constructor', 'toString']) {
      expect(compiled({ rows: [row('a', '1')] }).lookupKey(key).matched).to.equal('none');
      expect(compiled({ rows: [row(key, '1')] }).lookupKey(key).matched).to.equal('row');
      const strange = compileTable({ rows: [row('x', '1')] }, { key });
      expect(strange.ok && strange.rule.lookup(scopeOf({})).matched).to.equal('none');
      expect(strange.ok && strange.rule.explain(scopeOf({})).values).to.deep.equal({ [key]: '' });
    }
  });

  it('does not grow without bound', () => {
    const one = compiled({ rows: [row('product', '1')] });
    const two = compiled({ rows: [row({ ItemType: 'product', CustomText01: 'a' }, '1')] });
    for (let index = 0; index < 25_000; index++) {
      expect(one.lookupKey(`key ${index}`).matched).to.equal('none');
      expect(two.lookupKey(`key ${index}`).matched).to.equal('none');
    }
    expect(one.lookupKey('Product').matched).to.equal('row');
    expect(two.lookup(scopeOf({ ItemType: 'Product', CustomText01: 'A' })).matched).to.equal('row');
  });
});

function row(when: TableRow['when'], value: string): TableRow {
  return { when, value };
}

function compiled(table: Table, tables?: ReadonlyMap<string, CompiledTable>): CompiledTable {
  const result = compileTable(table, {
    key: 'ItemType',
    vocabulary,
    ...(tables === undefined ? {} : { tables }),
  });
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'));
  return result.rule;
}

function problemsOf(table: Table): readonly (readonly [string, string])[] {
  return compileTable(table, { key: 'ItemType', vocabulary }).problems.map(({ code, path }) => [code, path]);
}
