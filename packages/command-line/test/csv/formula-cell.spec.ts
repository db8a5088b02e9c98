import { withFormula, withoutFormula } from '../../src/csv/formula-cell.js';
import { expect } from 'chai';
import fc from 'fast-check';

describe('cells that look like formulas', () => {
  it('are shown, not run', () => {
    for (const text of ['=1+1', '+cmd|x', '-2+3', '@SUM(A1)', '\t=1', '\r=1', "'=1", '--1']) {
      expect(withoutFormula(text), text).to.equal(`'${text}`);
    }
    for (const text of ['-12.50', '+1', '1,399.00', '-.5', '5%', "it's", "'quoted'", 'a=b', '']) {
      expect(withoutFormula(text), text).to.equal(text);
    }
  });

  it('are told from cells that only look like them', () => {
    for (const cell of ["'+4930123456", "'-5", "'1"]) expect(withFormula(cell)).to.equal(cell);
    const cells = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '1', 'a') });
    fc.assert(
      fc.property(cells, (cell) => {
        const text = withFormula(cell);
        if (text !== cell) expect(withoutFormula(text)).to.equal(cell);
      }),
    );
  });

  it('come back as they were', () => {
    const text = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '1', 'a') });
    fc.assert(
      fc.property(text, (given) => {
        expect(withFormula(withoutFormula(given))).to.equal(given);
      }),
    );
  });
});
