import { expect } from 'chai';
import {
  amountRules,
  findRule,
  roundedLines,
  taxRules,
  type LineFigure,
} from '../../src/proof/rounding-rules.js';

describe('Ways of rounding', () => {
  const figures: readonly LineFigure[] = [
    { key: 'a', label: 'a', exact: '1.005', tax: 'x', factors: { quantity: '3', price: '0.335' } },
    { key: 'b', label: 'b', exact: '1.015', tax: 'x', factors: { quantity: '7', price: '0.145' } },
    { key: 'c', label: 'c', exact: '2', tax: 'y', factors: { quantity: '1', price: '2' } },
  ];

  it('give each a sum of its own', () => {
    const sums = Object.fromEntries(
      [...amountRules, ...taxRules].map((rule) => [rule.name, rule.sum(figures)]),
    );
    expect(sums).to.deep.equal({
      lineHalfUp: '4.03',
      totalHalfUp: '4.02',
      lineHalfEven: '4.02',
      totalHalfEven: '4.02',
      unitPrice2: '4.07',
      unitPrice3: '4.03',
      unitPrice4: '4.03',
      unrounded: '4.02',
      lineDown: '4.01',
      totalDown: '4.02',
      lineHalfDown: '4.01',
      totalHalfDown: '4.02',
      lineUp: '4.03',
      totalUp: '4.02',
      taxHalfUp: '4.02',
      taxHalfEven: '4.02',
      taxDown: '4.02',
      taxUp: '4.02',
    });
  });

  it('are told apart by a tax that is rounded on the total of each', () => {
    const dimes = [
      { key: 'a', label: 'a', exact: '0.0149', tax: 'x' },
      { key: 'b', label: 'b', exact: '0.0149', tax: 'y' },
    ];
    expect(findRule(taxRules, dimes, '0.03')?.name).to.equal('totalHalfUp');
    expect(findRule(taxRules, dimes, '0.02')?.name).to.equal('lineHalfUp');
    expect(findRule(taxRules, dimes, '0.0298')?.name).to.equal('unrounded');
    expect(findRule(taxRules, dimes, '0.05')).to.equal(undefined);
  });

  it('need the factors to speak of unit prices', () => {
    const bare = figures.map(({ key, label, exact }) => ({ key, label, exact }));
    expect(findRule(amountRules, bare, '4.07')).to.equal(undefined);
    expect(findRule(amountRules, figures, '4.07')?.name).to.equal('unitPrice2');
  });

  it('only concern lines that are no whole cents', () => {
    expect(roundedLines(figures).map(({ key }) => key)).to.deep.equal(['a', 'b']);
  });
});
