import { expect } from 'chai';
import { runCases } from '../../src/cases/run-cases.js';
import type { RuleCase, RuleSet } from '../../src/rule-set/rule-set.js';
import { compiledRules } from '../compiled-rules.js';

const rules: Omit<RuleSet, 'version'> = {
  fields: { line: ['constructor'] },
  partNumber: {
    field: 'InternalPartNumber',
    generation: { mode: 'macro', macro: '&DI_ManufacturerPartNumber' },
    length: { maximum: 8 },
  },
  productGroups: {
    rows: [
      { when: 'Labor', value: '12' },
      { when: { constructor: 'x' }, value: '13' },
    ],
    fallback: 'more',
  },
  users: { rows: { jane: '7' } },
  tables: { more: { rows: { Service: '20' }, default: '1' } },
};

function run(...tests: readonly RuleCase[]) {
  return runCases(compiledRules({ ...rules, tests }));
}

describe('cases beside the rules', () => {
  it('pass when the rules give what they expect; an empty text means no value', () => {
    const results = run(
      { name: 'number', given: { ManufacturerPartNumber: 'DVC' }, expect: { PartNumber: 'DVC' } },
      { name: 'group', given: { ItemType: 'labor' }, expect: { ProductGroup: '12', User: '' } },
      { name: 'agent', given: { DocNo: '1', DH_SalesRep: 'JANE' }, expect: { User: '7', more: '1' } },
      { name: 'comment', given: { LineType: 'comment' }, expect: { PartNumber: '' } },
      { name: 'own field', given: { constructor: 'x' }, expect: { ProductGroup: '13' } },
    );
    expect(
      results.map(({ name, path, passed, problems }) => [name, path, passed, problems.length]),
    ).to.deep.equal([
      ['number', '/tests/0', true, 0],
      ['group', '/tests/1', true, 0],
      ['agent', '/tests/2', true, 0],
      ['comment', '/tests/3', true, 0],
      ['own field', '/tests/4', true, 0],
    ]);
  });

  it('say what differs, and which rule is behind it', () => {
    const [result] = run({
      name: 'all wrong',
      given: { ItemType: 'Service', InternalPartNumber: 'I-1' },
      expect: { PartNumber: 'I-2', ProductGroup: '12', User: '7', more: '' },
    });
    expect(result?.passed).to.equal(false);
    expect(result?.differences).to.deep.equal([
      { column: 'PartNumber', expected: 'I-2', actual: 'I-1', path: '/partNumber/field' },
      { column: 'ProductGroup', expected: '12', actual: '20', path: '/tables/more/rows/Service' },
      { column: 'User', expected: '7', actual: '', path: '/users' },
      { column: 'more', expected: '', actual: '20', path: '/tables/more/rows/Service' },
    ]);
    expect(result?.problems.map(({ code, path, message }) => [code, path, message])).to.deep.equal([
      [
        'case.differs',
        '/tests/0/expect/PartNumber',
        'Case “all wrong”: PartNumber is “I-1” instead of “I-2”. The rule is /partNumber/field.',
      ],
      [
        'case.differs',
        '/tests/0/expect/ProductGroup',
        'Case “all wrong”: ProductGroup is “20” instead of “12”. The rule is /tables/more/rows/Service.',
      ],
      [
        'case.differs',
        '/tests/0/expect/User',
        'Case “all wrong”: User is empty instead of “7”. The rule is /users.',
      ],
      [
        'case.differs',
        '/tests/0/expect/more',
        'Case “all wrong”: more is “20” instead of empty. The rule is /tables/more/rows/Service.',
      ],
    ]);
  });

  it('say why there is no value', () => {
    const [result] = run({
      name: 'long',
      given: { ManufacturerPartNumber: 'DVC503-BLACK' },
      expect: { PartNumber: 'DVC503-B' },
    });
    expect(result?.differences).to.deep.equal([
      {
        column: 'PartNumber',
        expected: 'DVC503-B',
        actual: '',
        path: '/partNumber/length',
        because: 'The number “DVC503-BLACK” is too long: expected at most 8 characters.',
      },
    ]);
  });

  it('are not about space around a value', () => {
    const tests = [
      { name: 'wanted', given: { ItemType: 'a' }, expect: { ProductGroup: ' 12\n' } },
      { name: 'given', given: { ItemType: 'b' }, expect: { ProductGroup: '12' } },
    ];
    const results = runCases(compiledRules({ productGroups: { rows: { a: '12', b: ' 12 ' } }, tests }));
    expect(results.map(({ passed }) => passed)).to.deep.equal([true, true]);
  });

  it('blame a line type that there is not for the number alone', () => {
    const [result] = run({
      name: 'typing',
      given: { LineType: 'prodcut', DH_SalesRep: 'kim' },
      expect: { PartNumber: 'DVC', User: '7' },
    });
    expect(result?.differences.map(({ column, because }) => [column, because])).to.deep.equal([
      ['PartNumber', 'There is no line type “prodcut”. Did you mean product?'],
      ['User', undefined],
    ]);
    expect(result?.problems.map(({ code }) => code)).to.deep.equal([
      'data.wrongValue',
      'case.differs',
      'case.differs',
    ]);
  });

  it('do not pass over a column that there is not', () => {
    const [result] = run({
      name: 'typing',
      given: { ItemTyp: 'Labor', DH_SalesRap: 'jane', SoldToCompani: 'Acme' },
      expect: { ProductGroups: '1', Tax: '3' },
    });
    expect(result?.passed).to.equal(false);
    expect(result?.problems.map(({ message }) => message.split('.')[0])).to.include.members([
      'Documents have no field “ItemTyp”',
      'The rules give no column “Tax”',
    ]);
    expect(result?.problems.map(({ code, path, suggestions }) => [code, path, suggestions[0]])).to.deep.equal(
      [
        ['data.unknownColumn', '/tests/0/given/ItemTyp', 'ItemType'],
        ['data.unknownColumn', '/tests/0/given/DH_SalesRap', 'DH_SalesRep'],
        ['data.unknownColumn', '/tests/0/given/SoldToCompani', 'SoldToCompany'],
        ['data.unknownColumn', '/tests/0/expect/ProductGroups', 'ProductGroup'],
        ['data.unknownColumn', '/tests/0/expect/Tax', undefined],
      ],
    );
  });

  it('may be about fields, tables and values that are called like parts of objects', () => {
    const odd = compiledRules(
      JSON.parse(`{
        "fields": { "line": ["__proto__", "constructor"] },
        "tables": {
          "__proto__": { "key": "__proto__", "rows": { "toString": "__proto__" } },
          "constructor": { "key": "constructor", "rows": { "__proto__": "toString" }, "default": "constructor" }
        },
        "tests": [
          {
            "name": "__proto__",
            "given": { "__proto__": "tostring", "constructor": "__PROTO__" },
            "expect": { "__proto__": "__proto__", "constructor": "toString" }
          },
          { "name": "constructor", "given": {}, "expect": { "__proto__": "", "constructor": "toString" } }
        ]
      }`) as Omit<RuleSet, 'version'>,
    );
    expect(runCases(odd).map(({ differences }) => differences)).to.deep.equal([
      [],
      [
        {
          column: 'constructor',
          expected: 'toString',
          actual: 'constructor',
          path: '/tables/constructor/default',
        },
      ],
    ]);
  });
});
