import { expect } from 'chai';
import type { QuoteLineWrite } from '@quotebridge/core/plugin';
import { linePositions } from '../../src/quotes/line-positions.js';
import { lineFields } from '../support/line-fields.js';

const own = (position: number): QuoteLineWrite => ({
  action: 'create',
  key: `${position}`,
  fields: lineFields({ position }),
});
const foreign = (position?: number): QuoteLineWrite => ({
  action: 'foreign',
  id: '9',
  line: { id: '9', ...(position === undefined ? {} : { position }) },
});

describe('positions of lines', () => {
  it('of people stay as they are between their neighbours', () => {
    expect(linePositions([own(1), foreign(15), foreign(17), own(20)])).to.deep.equal([1, 15, 17, 20]);
  });

  it('of people follow the list when they no longer fit', () => {
    expect(linePositions([own(1), own(2), own(3), foreign(2), own(5), foreign()])).to.deep.equal([
      1, 2, 3, 4, 5, 6,
    ]);
    expect(linePositions([foreign(7), own(2)])).to.deep.equal([1, 2]);
  });
});
