import type { RuleSet } from '@quotebridge/mapping-rules';
import { expect } from 'chai';
import type { Item } from '../../src/contract/records.js';
import { linesFromItems } from '../../src/resolve/lines-from-items.js';
import { samplePolicy } from '../samples/sample-policy.js';
import { connectionRules } from '../samples/sample-rules.js';

const groups = [
  { id: 'g1', name: 'Hardware' },
  { id: 'g2', name: 'Labour' },
];
const item = (group: (typeof groups)[number]): Item => ({
  id: 'i1',
  name: 'Thing',
  description: 'Thing',
  numbers: ['Thing', 'T-1'],
  inactive: false,
  billingPeriod: 'oneOff',
  classification: { group },
});

describe('lines of items, by the rules of a file', () => {
  function itemTypeOf(rows: RuleSet['productGroups'], group: (typeof groups)[number]): string | undefined {
    const rules = connectionRules(samplePolicy(), {
      partNumber: { field: 'CustomText01' },
      ...(rows === undefined ? {} : { productGroups: rows }),
    });
    const table = rules.checked().compiled.tables.productGroups;
    const [line] = linesFromItems([item(group)], { ruleSet: rules.ruleSet, table }, groups);
    expect(line?.fields).to.deep.equal({ CustomText01: 'T-1' });
    return line?.itemType;
  }
  const [hardware, labour] = groups as unknown as readonly [(typeof groups)[number], (typeof groups)[number]];

  it('take the ItemType that a row names as a whole, and no beginning or pattern', () => {
    const rows = {
      rows: [
        { when: { ItemType: { prefix: 'Lab' }, Vendor: 'Acme' }, value: 'Labour' },
        { when: { ItemType: { exact: 'Labor' } }, value: 'Labour' },
        { when: { ItemType: { pattern: 'H.*' } }, value: 'Hardware' },
        { when: 'Computer', value: 'Hardware' },
      ],
    } as const;
    expect(itemTypeOf(rows, labour)).to.equal('Labor');
    expect(itemTypeOf(rows, hardware)).to.equal('Computer');
  });

  it('take the name of the group where no row leads elsewhere', () => {
    expect(itemTypeOf({ rows: {}, default: 'Hardware' }, labour)).to.equal('Labour');
    expect(itemTypeOf({ rows: { Labour: 'Hardware' } }, labour)).to.equal('');
  });

  it('have the number in the field that rules mean, however they write it', () => {
    const { ruleSet } = connectionRules(samplePolicy(), { partNumber: { field: 'di_InternalPartNumber' } });
    const [line] = linesFromItems([item(hardware)], { ruleSet, table: undefined }, groups);
    expect(line).to.deep.include({ internalPartNumber: 'T-1', fields: {} });
  });
});
