import { lineTypes } from '@quotebridge/core/plugin';
import { expect } from 'chai';
import { billingCycleOf } from '../../src/values/billing-cycle-of.js';
import { lineAttributesOf } from '../../src/values/line-attributes-of.js';
import { lineTypeOf } from '../../src/values/line-type-of.js';
import { parseFlag } from '../../src/values/parse-flag.js';

describe('lineTypeOf', () => {
  it('reads the numbers of QuoteWerks', () => {
    const numbers = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512];
    expect(numbers.map((number) => lineTypeOf(String(number)))).to.deep.equal([...lineTypes]);
  });

  it('reads names in any spelling', () => {
    expect(lineTypeOf('Percent Discount')).to.equal('percentDiscount');
    expect(lineTypeOf('GROUP HEADER')).to.equal('groupHeader');
    expect(lineTypeOf('Product/Service')).to.equal('product');
  });

  it('takes an empty type for a product and guesses at no other', () => {
    expect(lineTypeOf('')).to.equal('product');
    for (const text of ['0', '3', '1024', 'Total', '1.0', '-1', '/'])
      expect(lineTypeOf(text), text).to.equal(undefined);
  });
});

describe('lineAttributesOf', () => {
  it('reads each bit that changes the meaning of a line', () => {
    expect(lineAttributesOf('1')).to.deep.equal(['exclude']);
    expect(lineAttributesOf('8')).to.deep.equal(['groupMember']);
    expect(lineAttributesOf('16')).to.deep.equal(['option']);
    expect(lineAttributesOf('128')).to.deep.equal(['recurring']);
    expect(lineAttributesOf('256')).to.deep.equal(['optionSelected']);
    expect(lineAttributesOf('136')).to.have.members(['groupMember', 'recurring']);
  });

  it('passes over bits of printing and unknown ones, however high', () => {
    expect(lineAttributesOf(String(2 + 4 + 32 + 64 + 512 + 1024))).to.deep.equal([]);
    expect(lineAttributesOf(String(2 ** 40 + 8))).to.deep.equal(['groupMember']);
  });

  it('refuses what is no mask', () => {
    for (const text of ['-1', '1.5', 'x', '1e3']) expect(lineAttributesOf(text), text).to.equal(undefined);
  });
});

describe('billingCycleOf', () => {
  it('reads the cycles of QuoteWerks and their synonyms', () => {
    expect(
      ['Weekly', 'Monthly', 'QUARTERLY', 'Annual', 'Annually', 'Yearly'].map(billingCycleOf),
    ).to.deep.equal([...['weekly', 'monthly', 'quarterly', 'yearly', 'yearly', 'yearly']]);
    expect(billingCycleOf('Daily')).to.equal(undefined);
  });
});

describe('parseFlag', () => {
  it('reads yes and no as databases and spreadsheets write them', () => {
    expect(['1', '-1', 'Y', 'yes', 'TRUE'].map(parseFlag)).to.deep.equal([true, true, true, true, true]);
    expect(['0', '', 'N', 'no', 'False'].map(parseFlag)).to.deep.equal([false, false, false, false, false]);
    expect(parseFlag('maybe')).to.equal(undefined);
  });
});
