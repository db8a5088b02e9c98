import { expect } from 'chai';
import { checkRuleSet } from '../../src/tools.js';
import { fullDocument } from './random-rule-set.js';

const check = (document: object, options = {}): readonly string[] =>
  checkRuleSet({ version: 1, ...document }, options).map(
    ({ severity, code, path }) => `${severity} ${code} ${path}`,
  );

describe('checkRuleSet', () => {
  it('has nothing to say about rules that are right', () => {
    expect(check(fullDocument)).to.deep.equal([]);
  });

  it('finds rows that can never decide, in every table', () => {
    const rows = [
      { when: { prefix: 'Lab' }, value: '1' },
      { when: 'Labor', value: '2' },
    ].map(({ when, value }) => ({ when: { ItemType: when }, value }));
    expect(
      check({
        partNumber: {
          field: 'InternalPartNumber',
          generation: { mode: 'byItemType', byItemType: { rows } },
        },
        productGroups: { rows },
        tables: { 'a/b': { rows } },
      }),
    ).to.deep.equal([
      'warning table.shadowedRow /partNumber/generation/byItemType/rows/1',
      'warning table.shadowedRow /productGroups/rows/1',
      'warning table.shadowedRow /tables/a~1b/rows/1',
    ]);
  });

  it('finds tables whose names differ in case only', () => {
    const table = { rows: { Labor: '1' } };
    expect(check({ tables: { Gruppe: table, Other: table, gruppe: table, GRUPPE: table } })).to.deep.equal([
      'warning table.similarName /tables/gruppe',
      'warning table.similarName /tables/GRUPPE',
    ]);
  });

  it('finds patterns that explode', () => {
    const [problem] = check({ users: { match: 'pattern', rows: [{ when: '(a+)+b', value: '1' }] } });
    expect(problem).to.match(/^error pattern\.explosive \/users\/rows\/0/);
  });

  it('checks DataLink rows, with the fields of the records when they are known', () => {
    const dataLink = [
      { on: 'save', object: 'quotes', from: 'CustomText1', to: 'CFReference' },
      { on: 'save', object: 'quotes', from: 'DH_CustomText01', to: 'CFReferenc' },
      { on: 'soldTo', object: 'users', from: 'phone', to: 'GrandTotal' },
    ];
    expect(check({ dataLink })).to.deep.equal([
      'error dataLink.unknownField /dataLink/0/from',
      'error dataLink.notWritable /dataLink/2/to',
    ]);
    const records = { quotes: [{ name: 'CFReference', type: 'text' }] };
    expect(check({ dataLink }, { records })).to.deep.equal([
      'error dataLink.unknownField /dataLink/0/from',
      'error dataLink.unknownField /dataLink/1/to',
      'error dataLink.wrongObject /dataLink/2/object',
    ]);
  });

  it('runs the cases once the rules are right', () => {
    const tests = [
      { name: 'right', given: { ItemType: 'Labor' }, expect: { ProductGroup: '7' } },
      { name: 'wrong', given: { ItemType: 'Labor' }, expect: { ProductGroup: '8' } },
    ];
    const productGroups = { rows: { Labor: '7' } };
    expect(check({ productGroups, tests })).to.deep.equal([
      'error case.differs /tests/1/expect/ProductGroup',
    ]);
    expect(check({ productGroups, tests, summary: { partNumber: '&DH_' } })).to.deep.equal([
      'error macro.nameMissing /summary/partNumber',
    ]);
  });

  it('refuses a case that expects nothing, and one of a line type that there is not', () => {
    const users = { rows: { jane: '7' } };
    expect(check({ users, tests: [{ name: 'empty', given: {}, expect: {} }] })).to.deep.equal([
      'error rules.wrongValue /tests/0/expect',
    ]);
    const given = { LineType: 'produkt' };
    expect(check({ users, tests: [{ name: 'type', given, expect: { User: '' } }] })).to.deep.equal([
      'error data.wrongValue /tests/0/given/LineType',
    ]);
  });

  it('takes a comment wherever people may have something to say', () => {
    const comment = 'for people';
    const table = { comment, rows: [{ when: 'jane', value: '7', comment }] };
    const tests = [{ name: 'jane', comment, given: { SalesRep: 'jane' }, expect: { User: '7' } }];
    const dataLink = [{ on: 'save', object: 'quotes', from: 'DocName', to: 'title', comment }];
    expect(check({ comment, users: table, tests, dataLink })).to.deep.equal([]);
  });

  it('goes on with the sections that are right in their structure', () => {
    expect(check({ users: [], productGroups: { rows: { ' ': 'x' } } })).to.deep.equal([
      'error rules.wrongType /users',
      'error table.emptyKey /productGroups/rows/ ',
    ]);
  });
});
