import { expect } from 'chai';
import { dateText, moneyText, quantityText } from '../../src/parts/figures.js';

describe('figures', () => {
  it('have two places, or as many as there are', () => {
    expect(['0', '12.5', '1234567.8', '-1234.5', '0.0125', '999'].map(moneyText)).to.deep.equal([
      '0.00',
      '12.50',
      '1,234,567.80',
      '-1,234.50',
      '0.0125',
      '999.00',
    ]);
    expect(['1', '1200', '2.5', '-3'].map(quantityText)).to.deep.equal(['1', '1,200', '2.5', '-3']);
  });

  it('name the month of a date', () => {
    expect(dateText('2026-02-01')).to.equal('1 February 2026');
  });
});
