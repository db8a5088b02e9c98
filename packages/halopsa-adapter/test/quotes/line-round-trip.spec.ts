import { expect } from 'chai';
import { billingPeriods, type QuoteLineFields, type QuoteLineWrite } from '@quotebridge/core/plugin';
import fc from 'fast-check';
import { emptiedLine, lineBodies, writableLine } from '../../src/quotes/line-body.js';
import { toQuoteLines } from '../../src/quotes/to-quote-line.js';
import type { HaloSettings } from '../../src/settings/halo-settings.js';
import { lineFields } from '../support/line-fields.js';
import { knownSettings } from '../support/manager-on.js';

function roundTrip(fields: QuoteLineFields, settings: HaloSettings): unknown {
  const write: QuoteLineWrite = { action: 'update', id: '5', key: 'k', fields };
  const [line] = toQuoteLines(lineBodies([write], settings), settings);
  return Object.fromEntries(Object.keys(fields).map((name) => [name, line?.[name as keyof typeof line]]));
}

const amount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((value) => String(value / 100));
const line: fc.Arbitrary<QuoteLineFields> = fc
  .record(
    {
      kind: fc.constantFrom('item', 'text', 'heading'),
      position: fc.integer({ min: 1, max: 9999 }),
      itemNumber: fc.string(),
      name: fc.string(),
      note: fc.string().map((text) => text.replaceAll('\r', '')),
      quantity: amount,
      price: amount,
      cost: amount,
      billingPeriod: fc.constantFrom(...billingPeriods),
      optional: fc.boolean(),
      taxId: fc.constantFrom('3', '8', null),
      itemId: fc.constant(null),
      groupKey: fc.constant(null),
    },
    {
      requiredKeys: [
        'kind',
        'position',
        'itemNumber',
        'name',
        'note',
        'quantity',
        'price',
        'billingPeriod',
        'optional',
        'itemId',
        'groupKey',
      ],
    },
  )
  .map((fields) => {
    const known = fields.itemNumber.replaceAll('\r', '');
    return {
      ...fields,
      name: fields.name.replaceAll('\r', ''),
      itemNumber: known,
      itemId: fields.kind === 'item' ? '12' : null,
    };
  });

describe('a quote line', () => {
  for (const zeroTaxId of [undefined, '1']) {
    it(`comes back as it was written (${zeroTaxId === undefined ? 'no zero-rate tax' : 'zero-rate tax'})`, () => {
      const settings = knownSettings(zeroTaxId === undefined ? {} : { zeroTaxId });
      fc.assert(
        fc.property(line, (fields) => {
          expect(roundTrip(fields, settings)).to.deep.equal(fields);
        }),
      );
    });
  }

  it('keeps its key apart from keys of other quoting tools', () => {
    const [own, other] = toQuoteLines(
      [
        { id: 1, quoter_id: 'qb:L1' },
        { id: 2, quoter_id: 'L1' },
      ],
      knownSettings(),
    );
    expect(own?.key).to.equal('L1');
    expect(other).not.to.have.property('key');
  });

  it('reports only what HaloPSA reports', () => {
    const [bare] = toQuoteLines([{ id: 1 }], knownSettings());
    expect(bare).to.deep.equal({ id: '1', kind: 'text', itemId: null, opaque: { id: 1 } });
  });

  it('has no billing period when HaloPSA’s has no counterpart', () => {
    const [sixMonthly] = toQuoteLines([{ id: 1, billingperiod: 5 }], knownSettings());
    expect(sixMonthly).not.to.have.property('billingPeriod');
  });

  it('takes the item that the tenant puts on free lines for none', () => {
    const settings = knownSettings({ freeLineItemId: '12' });
    const [free, item] = toQuoteLines(
      [
        { id: 1, item_id: 12 },
        { id: 2, item_id: 13 },
      ],
      settings,
    );
    expect(free).to.include({ kind: 'text', itemId: null });
    expect(item).to.include({ kind: 'item', itemId: '13' });
  });

  it('writes list price and discount along, so that nothing else changes the price', () => {
    const [body] = lineBodies([{ action: 'create', key: 'k', fields: lineFields() }], knownSettings());
    expect(body).to.include({
      price: 10.5,
      baseprice: 10.5,
      discount_perc: 0,
      quantity: 2,
      quoter_id: 'qb:k',
    });
    expect(body).not.to.have.any.keys('id', 'override_tax_code');
  });

  it('of a person goes back without what HaloPSA computes', () => {
    const raw = {
      id: 4,
      name: 'By hand',
      quantity: 3,
      customfields: [{ id: 1, value: 'x' }],
      cost_centre: null,
      total_price_monthly: 9,
      price_converted: 4,
      _warning: '',
      net_total: 3,
      supplier_id: 9,
    };
    expect(writableLine(raw)).to.deep.equal({
      id: 4,
      name: 'By hand',
      quantity: 3,
      customfields: [{ id: 1, value: 'x' }],
      supplier_id: 9,
    });
  });

  it('that was emptied in place of being removed counts as gone', () => {
    expect(toQuoteLines([emptiedLine('4'), { id: 5 }], knownSettings())).to.have.length(1);
  });
});
