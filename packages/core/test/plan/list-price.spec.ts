import { expect } from 'chai';
import { listPriceOf } from '../../src/plan/list-price.js';
import { selectLines } from '../../src/select/select-lines.js';
import type { DocumentLine } from '../../src/domain/document-line.js';
import { sampleDocument, sampleLine } from '../samples/sample-document.js';
import { samplePolicy } from '../samples/sample-policy.js';

function shown(
  line: Partial<DocumentLine>,
  listPrices: 'none' | 'listPrice' | 'listPriceAndDiscount' = 'listPriceAndDiscount',
): object {
  const document = sampleDocument({ lines: [sampleLine({ unitPrice: '75', unitList: '100', ...line })] });
  const [selected] = selectLines(document, samplePolicy()).lines;
  if (selected === undefined) throw new Error('no line');
  return listPriceOf(selected, listPrices);
}

describe('the list price of a line', () => {
  it('is shown as the settings say', () => {
    expect(shown({}, 'none')).to.deep.equal({});
    expect(shown({}, 'listPrice')).to.deep.equal({ listPrice: '100' });
    expect(shown({})).to.deep.equal({ listPrice: '100', discountPercent: '25' });
  });

  for (const [list, price, percent] of [
    ['3', '2', '33.3333'],
    ['3', '1', '66.6667'],
    ['100', '0', '100'],
    ['100', '100', '0'],
    ['100', '120', '0'],
    ['100', '-50', '0'],
  ] as const) {
    it(`gives ${percent} % between ${list} and ${price}`, () => {
      const line = { unitList: list, unitPrice: price };
      expect(shown(line)).to.deep.equal({ listPrice: list, discountPercent: percent });
    });
  }

  it('is left out where there is none', () => {
    expect(shown({ unitList: '0' })).to.deep.equal({});
    expect(shown({ unitList: '-1' })).to.deep.equal({});
    expect(shown({ lineType: 'comment' })).to.deep.equal({});
    expect(shown({ lineType: 'groupHeader' })).to.deep.equal({});
    expect(shown({ lineType: 'percentDiscount', extendedPrice: '-5' })).to.deep.equal({});
  });

  it('is left out where the price is not the unit price', () => {
    expect(shown({ unitPrice: '10', quantity: '2', extendedPrice: '30' })).to.deep.equal({});
  });
});
