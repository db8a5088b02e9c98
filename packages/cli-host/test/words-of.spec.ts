import { wordsOf } from '../src/init/words-of.js';
import { expect } from 'chai';

describe('wordsOf', () => {
  it('shows a code in the words that it is made of, and anything else as it is', () => {
    for (const [code, words] of [
      ['salesRepresentative', 'sales representative'],
      ['supplier_part_code', 'supplier part code'],
      ['byItemType', 'by item type'],
      ['listPriceAndDiscount', 'list price and discount'],
      ['order', 'order'],
      ['ManufacturerPartNumber', 'ManufacturerPartNumber'],
      ['some text', 'some text'],
      ['2', '2'],
    ] as const)
      expect(wordsOf(code)).to.equal(words);
  });
});
