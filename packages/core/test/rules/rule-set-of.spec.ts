import { compileRuleSet, type CompiledRuleSet, type RuleSet } from '@quotebridge/mapping-rules';
import { expect } from 'chai';
import fc from 'fast-check';
import { ruleSetOf } from '../../src/rules/rule-set-of.js';
import type { PushPolicy } from '../../src/settings/push-policy.js';
import { samplePolicy } from '../samples/sample-policy.js';

type Generation = PushPolicy['products']['partNumberGeneration'];

function compiled(rules: RuleSet): CompiledRuleSet {
  const compilation = compileRuleSet(rules);
  if (!compilation.ok) throw new Error(JSON.stringify(compilation.problems));
  return compilation.rule;
}

function generating(itemNumberField: string, over: Partial<Generation>): PushPolicy {
  const partNumberGeneration = { mode: 'none', macro: '', byItemType: {}, otherwise: '', ...over } as const;
  return samplePolicy({ products: { itemNumberField, partNumberGeneration } });
}

describe('ruleSetOf', () => {
  it('says what empty settings say', () => {
    expect(ruleSetOf(samplePolicy())).to.deep.equal({
      version: 1,
      partNumber: { field: 'ManufacturerPartNumber', fallbackByLineType: {} },
      productGroups: { rows: {} },
      users: { rows: {} },
      taxes: { rows: {} },
      siteAddress: samplePolicy().defaults.addressLines,
      dataLink: [],
    });
    compiled(ruleSetOf(samplePolicy()));
  });

  it('leaves out macros that nobody looks at', () => {
    const faulty = { macro: '&DI_Nope', byItemType: { Labor: '&DI_Nope' }, otherwise: '&DI_Nope' };
    expect(
      ruleSetOf(generating('ManufacturerPartNumber', { mode: 'macro', ...faulty })).partNumber,
    ).to.deep.equal({
      field: 'ManufacturerPartNumber',
      fallbackByLineType: {},
    });
    expect(
      ruleSetOf(generating('CustomText01', { mode: 'none', ...faulty })).partNumber?.generation,
    ).to.deep.equal({
      mode: 'none',
    });
    const detail = { summaryPartNumber: '&DH_Nope' };
    expect(ruleSetOf(samplePolicy({ opportunity: detail }))).not.to.have.property('summary');
    const summary = { ...detail, lineHandling: 'summary' as const };
    expect(ruleSetOf(samplePolicy({ opportunity: summary })).summary).to.deep.equal({
      partNumber: '&DH_Nope',
    });
    const valueOnly = { ...summary, writeProducts: false };
    expect(ruleSetOf(samplePolicy({ opportunity: valueOnly }))).not.to.have.property('summary');
  });

  it('makes a macro for all others the default of its table', () => {
    const byItemType = { Labor: 'L-&DI_Description', Hardware: '&DI_VendorPartNumber' };
    const policy = generating('InternalPartNumber', { mode: 'byItemType', byItemType, otherwise: 'X' });
    expect(ruleSetOf(policy).partNumber?.generation).to.deep.equal({
      mode: 'byItemType',
      byItemType: { rows: byItemType, default: 'X' },
    });
    const rules = compiled(ruleSetOf(policy));
    const number = (itemType: string): string | undefined =>
      rules.partNumber(
        { line: { ItemType: itemType, Description: 'Work' }, header: {}, application: {} },
        'product',
      )?.number;
    expect(['labor ', 'Hardware', 'Other'].map(number)).to.deep.equal(['L-Work', '', 'X']);
  });

  it('keeps the first of rows that are for the same key, and none without a key', () => {
    const groups = { ' ': 'None', Labor: 'Work', 'LABOR ': 'Other', Cabling: 'Cables' };
    const { productGroups } = ruleSetOf(
      samplePolicy({ productGroupMappings: { groups }, defaults: { productGroup: 'Hardware' } }),
    );
    expect(productGroups).to.deep.equal({
      rows: { Labor: 'Work', Cabling: 'Cables' },
      default: 'Hardware',
    });
  });

  it('compiles to tables that find what the settings have always found', () => {
    const key = fc.oneof(
      fc.constantFrom('Labor', 'LABOR', ' labor ', 'é', 'e\u0301', 'É', '__proto__', 'constructor', 'İ', ''),
      fc.string({ maxLength: 4 }),
    );
    const compared = (text: string): string => text.normalize('NFC').toLowerCase().normalize('NFC').trim();
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.string())), key, (rows, asked) => {
        const users = Object.fromEntries(rows);
        const table = compiled(ruleSetOf(samplePolicy({ userMappings: { users } }))).tables.users;
        const expected = Object.entries(users).find(
          ([name]) => compared(name) !== '' && compared(name) === compared(asked),
        );
        expect(table?.lookupKey(asked).value).to.equal(expected?.[1]);
      }),
    );
  });
});
