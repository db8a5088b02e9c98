import { expect } from 'chai';
import { linesOf, QuoteBook } from './support/quote-book.js';
import { acme, cedarValley, item, tax } from './support/seeded.js';

describe('money of quotations', () => {
  let client: QuoteBook;

  before(async () => {
    client = await QuoteBook.open();
  });
  beforeEach(() => client.post('/__sandbox/reset', {}));
  after(() => client.close());

  it('is counted exactly', async () => {
    const quote = await client.create([
      { name: 'a', quantity: 3, price: 0.1, ignoretaxcalc: true },
      { name: 'b', quantity: 1, price: 0.2, ignoretaxcalc: true },
    ]);
    expect(quote).to.include({ revenue: 0.5, tax_total: 0, total: 0.5 });
    expect(linesOf(quote)[0]).to.include({ net_total: 0.3 });
  });

  it('takes the tax of the override, the product or the client', async () => {
    const lines = [
      { name: 'override', price: 100, override_tax_code: tax.vat },
      { item_id: item.laptop, price: 100 },
      { name: 'client', price: 100 },
      { name: 'none', price: 100, override_tax_code: tax.none },
    ];
    const quote = await client.create(lines, { client_id: cedarValley.client });
    expect(
      linesOf(quote).map((line) => [line['tax_name'], line['tax_rate'], line['total_tax']]),
    ).to.deep.equal([
      ['VAT 19', 19, 19],
      ['Sales tax 6.5', 6.5, 6.5],
      ['No tax', 0, 0],
      ['No tax', 0, 0],
    ]);
    expect(quote).to.include({ revenue: 400, tax_total: 25.5, total: 425.5 });
  });

  it('takes the tax of the client before that of the product when switched so', async () => {
    await client.switch({ taxCodeOrder: 'client' });
    const lines = [{ item_id: item.laptop, price: 100 }];
    expect(await client.create(lines, { client_id: cedarValley.client })).to.include({ tax_total: 0 });
    await client.switch({ taxCodeOrder: 'product' });
    expect(await client.create(lines, { client_id: cedarValley.client })).to.include({ tax_total: 6.5 });
  });

  it('does not tax a client that is not taxable', async () => {
    await client.post('/api/Client', [{ id: acme.client, taxable: false }]);
    expect(await client.create([{ item_id: item.laptop }])).to.include({ tax_total: 0, total: 1399 });
  });

  for (const [rounding, expected] of [
    ['line', 0.21],
    ['total', 0.2],
    ['none', 0.20475],
  ] as const) {
    it(`rounds tax by ${rounding}`, async () => {
      await client.switch({ taxRounding: rounding });
      const lines = [1, 2, 3].map((n) => ({
        name: `line ${n}`,
        price: 1.05,
        override_tax_code: tax.sales,
      }));
      const quote = await client.create(lines);
      expect(quote['tax_total']).to.equal(expected);
      await client.switch({ taxRounding: 'line' });
    });
  }

  it('rounds halves away from zero', async () => {
    const [line] = linesOf(await client.create([{ name: 'x', price: 0.1, override_tax_code: tax.gst }]));
    expect(line?.['total_tax']).to.equal(0.01);
  });

  it('splits recurring lines by month and year', async () => {
    const quote = await client.create(
      [
        { name: 'weekly', price: 10, billingperiod: 1 },
        { name: 'monthly', quantity: 2, price: 10, billingperiod: 2 },
        { name: 'yearly', price: 120, billingperiod: 3 },
        { name: 'quarterly', price: 30, billingperiod: 4 },
        { name: 'two-yearly', price: 240, billingperiod: 8 },
        { name: 'once', price: 99, billingperiod: 0 },
      ].map((line) => ({ ...line, ignoretaxcalc: true })),
    );
    const splits = linesOf(quote).map((line) => [
      line['total_price_monthly'],
      line['total_price_annual'],
      line['total_price_yearone'],
    ]);
    expect(splits).to.deep.equal([
      [40, 480, 480],
      [20, 240, 240],
      [10, 120, 120],
      [10, 120, 120],
      [10, 120, 120],
      [0, 0, 99],
    ]);
    expect(quote['quotation_totals']).to.include({
      recurringMonthlyTotal: 90,
      nonRecurringTotal: 99,
      subTotal: 519,
    });
  });

  it('leaves optional lines out until they are taken, and group headings always', async () => {
    const quote = await client.create([
      { name: 'Group', isgroupdesc: true, group_id: 1, quantity: 5, price: 1000 },
      { name: 'member', group_id: 1, price: 50 },
      { name: 'maybe', price: 30, optional: true },
    ]);
    expect(quote['revenue']).to.equal(50);
    expect(quote['quotation_totals']).to.include({ optionalTotal: 30 });
    expect(linesOf(quote)[0]).to.include({ net_total: 0, group_id: 1 });
    const maybe = linesOf(quote)[2]?.['id'];
    await client.post('/api/Quotation/Approval', [
      { id: quote['id'], result: true, optional_lines: [{ id: maybe }] },
    ]);
    expect((await client.read(quote['id']))['revenue']).to.equal(80);
  });

  it('adds carriage and reports cost, profit and margin', async () => {
    const quote = await client.create([{ name: 'x', price: 100, costprice: 60, ignoretaxcalc: true }], {
      carriage_price: 20,
    });
    expect(quote).to.include({ revenue: 120, total: 120, margin: 50 });
    expect(quote['quotation_totals']).to.include({ cost: 60, profit: 60 });
    expect(linesOf(quote)[0]).to.include({ profit: 40, profit_percentage: 40 });
  });

  it('shows a discount, or subtracts it when switched so', async () => {
    const lines = [{ name: 'x', quantity: 2, price: 50, discount_perc: 10, ignoretaxcalc: true }];
    const quote = await client.create(lines);
    expect(quote['revenue']).to.equal(100);
    expect(linesOf(quote)[0]?.['total_discount']).to.equal(10);
    await client.switch({ lineDiscount: 'subtract' });
    expect((await client.read(quote['id']))['revenue']).to.equal(90);
    await client.switch({ lineDiscount: 'informational' });
  });

  it('has line totals gross or net', async () => {
    const quote = await client.create([{ name: 'x', price: 100, override_tax_code: tax.vat }]);
    expect(linesOf(quote)[0]).to.include({ total_price: 119, net_total: 100, total_net_total: 100 });
    await client.switch({ lineTotalPrice: 'net' });
    expect(linesOf(await client.read(quote['id']))[0]).to.include({ total_price: 100 });
    await client.switch({ lineTotalPrice: 'gross' });
  });

  it('is worked out by the server, whatever a client sends', async () => {
    expect(
      await client.create([{ name: 'x', price: 1, net_total: 500, ignoretaxcalc: true }], {
        revenue: 999,
        total: 999,
      }),
    ).to.include({
      revenue: 1,
      total: 1,
    });
  });
});
