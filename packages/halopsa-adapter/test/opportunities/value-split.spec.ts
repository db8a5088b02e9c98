import { expect } from 'chai';
import type { PeriodAmounts } from '@quotebridge/core/plugin';
import { readSplit, splitFields } from '../../src/opportunities/value-split.js';

describe('the deal value by billing period', () => {
  it('comes back exactly where HaloPSA has a field for every part', () => {
    const split: PeriodAmounts = { oneOff: '1399.5', monthly: '20', yearly: '-3' };
    expect(splitFields(split)).to.deep.equal({
      oppvalue_oneoff: 1399.5,
      oppvalue_monthly: 20,
      oppvalue_annual: -3,
    });
    expect(readSplit(splitFields(split))).to.deep.equal(split);
    expect(readSplit(splitFields({ oneOff: '5' }))).to.deep.equal({ oneOff: '5' });
  });

  it('is not written, and so not reported, where it has not', () => {
    for (const split of [
      { oneOff: '5', weekly: '1' },
      { quarterly: '1' },
      { oneOff: '5', monthly: '0' },
      {},
    ]) {
      expect(Object.values(splitFields(split)), JSON.stringify(split)).to.deep.equal([0, 0, 0]);
      expect(readSplit(splitFields(split))).to.equal(undefined);
    }
  });

  it('is not reported by tenants that do not have it', () => {
    expect(readSplit({ oppvalue: 7 })).to.equal(undefined);
  });
});
