import { expect } from 'chai';
import { decimal } from '@quotebridge/core/plugin';
import fc from 'fast-check';
import { linePriceFields, readLinePrice } from '../../src/quotes/line-price.js';
import { SandboxQuotes } from '../support/sandbox-quotes.js';
import { lineFields } from '../support/line-fields.js';

const cents = fc.integer({ min: -10_000_000, max: 10_000_000 }).map((value) => decimal.divide(value, 100, 2));
const percent = fc.integer({ min: -5_000, max: 10_000 }).map((value) => decimal.divide(value, 100, 2));

describe('price, list price and discount of a line', () => {
  it('charge the wanted price, whichever way HaloPSA takes the discount', () => {
    fc.assert(
      fc.property(cents, cents, percent, (price, listPrice, discountPercent) => {
        const wanted = { price, listPrice, discountPercent };
        const shown = linePriceFields(wanted, 'informational');
        expect(shown['price']).to.equal(Number(price));
        expect(readLinePrice(shown, 'informational')).to.deep.equal(wanted);
        const subtracted = linePriceFields(wanted, 'subtracted');
        expect(readLinePrice(subtracted, 'subtracted').price).to.equal(price);
      }),
    );
  });

  it('go as list price and discount where these give the price to the last place', () => {
    const wanted = { price: '90', listPrice: '100', discountPercent: '10' };
    expect(linePriceFields(wanted, 'subtracted')).to.deep.equal({
      price: 100,
      baseprice: 100,
      discount_perc: 10,
    });
    expect(readLinePrice({ price: 100, baseprice: 100, discount_perc: 10 }, 'subtracted')).to.deep.equal(
      wanted,
    );
    const rounded = { price: '100', listPrice: '110', discountPercent: '9.09' };
    expect(linePriceFields(rounded, 'subtracted')).to.deep.equal({
      price: 100,
      baseprice: 110,
      discount_perc: 0,
    });
  });

  it('without a list price are the price without discount', () => {
    for (const lineDiscount of ['informational', 'subtracted'] as const) {
      expect(linePriceFields({ price: '12.5' }, lineDiscount)).to.deep.equal({
        price: 12.5,
        baseprice: 12.5,
        discount_perc: 0,
      });
    }
  });

  for (const [lineDiscount, setting] of [
    ['informational', 'informational'],
    ['subtract', 'subtracted'],
  ] as const) {
    it(`are charged as wanted by a server whose discounts are ${setting}`, async () => {
      const quotes = await SandboxQuotes.open({ lineDiscount }, { lineDiscount: setting });
      const wanted = {
        exact: lineFields({ price: '90', listPrice: '100', discountPercent: '10', quantity: '3' }),
        rounded: lineFields({
          position: 2,
          price: '100',
          listPrice: '110',
          discountPercent: '9.09',
          quantity: '3',
        }),
      };
      const { lines } = await quotes.get((await quotes.create(wanted)).id);
      expect(lines?.map(({ price }) => price)).to.deep.equal(['90', '100']);
      expect(lines?.map(({ listPrice }) => listPrice)).to.deep.equal(['100', '110']);
      expect(lines?.map(({ amount }) => amount)).to.deep.equal(['270', '300']);
      await quotes.sandbox.close();
    });
  }
});
