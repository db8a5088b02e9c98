import { expect } from 'chai';
import { tableFromRecords } from '../../src/csv/table-from-records.js';
import { matchModeReference, patternReference } from '../../src/reference.js';
import { matchModes, type Condition } from '../../src/table/table.js';
import { compiledRules, lineOf } from '../compiled-rules.js';

/** Does a row with this condition take the value? */
function takes(condition: Condition, value: string): boolean {
  const rows = [{ when: { ItemType: condition }, value: 'taken' }];
  const rules = compiledRules({ productGroups: { rows } });
  const { scope, lineType } = lineOf(rules, { ItemType: value });
  return rules.resolve(scope, lineType).values['ProductGroup'] === 'taken';
}

describe('the reference of match modes', () => {
  it('has every mode', () => {
    expect(Object.keys(matchModeReference).sort()).to.deep.equal([...matchModes, 'empty'].sort());
  });

  for (const [mode, { rules, cell, matches, misses }] of Object.entries(matchModeReference)) {
    it(`is right: ${mode}`, () => {
      const condition = JSON.parse(rules) as Condition;
      expect(Object.keys(condition)).to.deep.equal([mode]);
      for (const value of matches) expect(takes(condition, value), value).to.equal(true);
      for (const value of misses) expect(takes(condition, value), value).to.equal(false);
    });

    it(`means the same in a spreadsheet: ${mode}`, () => {
      const read = tableFromRecords(['ItemType', 'value'], [[cell, '1']], { key: '' });
      const when = read.ok ? read.rule.rows[0]?.when : undefined;
      const condition = typeof when === 'object' ? when['ItemType'] : undefined;
      expect(typeof condition === 'string' ? { anyCase: condition } : condition).to.deep.equal(
        JSON.parse(rules),
      );
    });
  }
});

describe('the reference of patterns', () => {
  for (const { part, pattern, matches, misses } of patternReference) {
    it(`is right: ${part}`, () => {
      for (const value of matches) expect(takes({ pattern }, value), value).to.equal(true);
      for (const value of misses) expect(takes({ pattern }, value), value).to.equal(false);
    });
  }
});
