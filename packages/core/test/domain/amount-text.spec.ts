import { expect } from 'chai';
import { amountText, sumName } from '../../src/domain/amount-text.js';

describe('amounts in messages', () => {
  it('have two places, or as many as they need, and thousands apart', () => {
    expect(['3756.83', '1234567.5', '-1399', '0.0125', '0'].map(amountText)).to.deep.equal([
      '3,756.83',
      '1,234,567.50',
      '-1,399.00',
      '0.0125',
      '0.00',
    ]);
  });

  it('are called by their period in words', () => {
    expect(['oneOff', 'optional oneOff', 'monthly', 'tax'].map(sumName)).to.deep.equal([
      'one-off',
      'optional one-off',
      'monthly',
      'tax',
    ]);
  });
});
