import { expect } from 'chai';
import { billingPeriods, type QuoteLineFields } from '@quotebridge/core/plugin';
import { check, type Check, type CheckGroup } from '../suite/check.js';
import type { ConformanceSubject } from '../suite/conformance-subject.js';
import { expectLines } from '../expectation/expect-lines.js';
import { expectTextId } from '../expectation/expect-text-id.js';
import { given } from '../expectation/given.js';
import { creations, itemLine, keyAt, newQuote, textLine } from '../expectation/kit-quote.js';

const oddCharacters = `<b>&amp; "quotes" 'single' \\ % € ü 漢字 😀`;

export const quoteLineChecks: CheckGroup = {
  name: 'quotes.lines',
  ports: ['quotes'],
  checks: [
    readsBack('text', 'names with odd characters', () => [textLine({ name: oddCharacters })]),
    readsBack('notes', 'notes of several paragraphs with odd characters', () => [
      textLine({ note: `First line\nsecond line\n\nnew paragraph: ${oddCharacters}` }),
      textLine({ note: '' }),
    ]),
    readsBack('prices', 'prices and costs of four decimals, of nothing and below nothing', () =>
      ['12.3456', '0.0001', '0', '-25.5', '999999.99'].map((price) => textLine({ price, cost: price })),
    ),
    readsBack('quantities', 'whole and broken quantities', () =>
      ['1', '0.25', '1000', '2.5'].map((quantity) => textLine({ quantity })),
    ),
    readsBack('periods', 'every billing period', () =>
      billingPeriods.map((billingPeriod) => textLine({ billingPeriod, name: `Billed: ${billingPeriod}` })),
    ),
    readsBack('optional', 'optional lines', () => [textLine(), textLine({ optional: true })]),
    readsBack('groups', 'headings and the lines that belong to them', () => [
      textLine({ kind: 'heading', name: 'First group', price: '0', cost: '0' }),
      textLine({ groupKey: keyAt(1) }),
      textLine({ groupKey: keyAt(1) }),
      textLine({ kind: 'heading', name: 'Second group', price: '0', cost: '0' }),
      textLine({ groupKey: keyAt(4) }),
      textLine(),
    ]),
    readsBack('items', 'lines of catalogue items', (subject) => [
      itemLine(subject),
      itemLine(subject, { price: '77' }),
    ]),
    readsBack('taxes', 'the tax of a line, and a line taxed at no rate', ({ samples }) => [
      textLine({ taxId: given(samples.taxId, 'samples.taxId') }),
      textLine({ taxId: null }),
    ]),
    readsBack('none', 'a quote without lines', () => []),
    readsBack('many', '30 lines of all kinds, in order', (subject) => {
      const lines = Array.from({ length: 30 }, (_, index) => {
        const fields = { name: `Line ${index + 1}`, quantity: String(index + 1), price: `${index}.5` };
        return index % 3 === 0 && subject.samples.item !== undefined
          ? itemLine(subject, fields)
          : textLine(fields);
      });
      return lines;
    }),
    readsBack('list-prices', 'list prices and discounts', () => [
      textLine({ price: '15', listPrice: '20', discountPercent: '25' }),
      textLine({ price: '12.3456', listPrice: '24.6912', discountPercent: '50' }),
    ]),
    check(
      'quotes.lines.amount',
      'charges the price, whatever list price and discount say',
      async (subject) => {
        const special = [
          {},
          { listPrice: '20', discountPercent: '25' },
          { listPrice: '99', discountPercent: '10' },
        ];
        const quote = await newQuote(
          subject,
          special.map((fields) => textLine({ ...fields, quantity: '3', price: '15' })),
        );
        for (const { price, amount } of quote.lines) {
          expect(price, 'price').to.equal('15');
          if (amount !== undefined) expect(amount, 'amount').to.equal('45');
        }
      },
    ),
    check(
      'quotes.lines.total',
      'counts one period of every line in its own total, and no option, if it states one',
      async (subject) => {
        const quote = await newQuote(subject, [
          textLine({ quantity: '3', price: '15' }),
          textLine({ price: '20', billingPeriod: 'monthly' }),
          textLine({ price: '-5' }),
          textLine({ price: '99', optional: true }),
          textLine({ kind: 'heading', price: '0', cost: '0' }),
        ]);
        if (quote.netTotal !== undefined) expect(quote.netTotal, 'netTotal').to.equal('60');
      },
    ),
    check('quotes.lines.ids', 'lines have ids of their own, as text', async (subject) => {
      const { lines } = await newQuote(subject, [textLine(), textLine(), textLine()]);
      for (const { id } of lines) expectTextId(id, 'a line');
      expect(new Set(lines.map(({ id }) => id)).size).to.equal(3);
    }),
  ],
};

/** Writes the lines, reads them back, and expects every field to be what was written. */
function readsBack(
  name: string,
  what: string,
  lines: (subject: ConformanceSubject) => readonly QuoteLineFields[],
): Check {
  return check(`quotes.lines.${name}`, `reads back ${what}`, async (subject) => {
    const wanted = lines(subject);
    const quote = await newQuote(subject, wanted);
    expectLines(quote.lines, creations(wanted));
  });
}
