import { expect } from 'chai';
import { pairedRatios } from '../../src/measure/paired-ratios.js';
import { spreadOf } from '../../src/measure/spread.js';

describe('Figures of several rounds', () => {
  it('have a middle, quartiles and a best', () => {
    expect(spreadOf([5, 1, 3, 2, 4])).to.deep.equal({ median: 3, low: 2, high: 4, best: 1 });
    expect(spreadOf([1, 2])).to.deep.equal({ median: 1.5, low: 1.25, high: 1.75, best: 1 });
  });

  it('are compared round by round, so that a busy moment counts for nobody', () => {
    expect(pairedRatios([20, 200, 20], [10, 100, 10])).to.deep.equal([2, 2, 2]);
    expect(pairedRatios([20, 30, 40], [10]), 'a slow contestant takes part in fewer').to.deep.equal([2]);
  });
});
