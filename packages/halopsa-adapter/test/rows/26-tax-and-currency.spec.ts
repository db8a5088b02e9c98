import { expect } from 'chai';
import type { JsonObject, Plan, PushResult, QuoteDocument } from '@quotebridge/core';
import { errorOf } from '../engine/error-of.js';
import { counts } from '../engine/tenant-records.js';
import { rowLine } from './row-document.js';
import { RowTenant } from './row-tenant.js';

describe("Tax: line by line (USA, UK, Australia) or on the total (Canada), codes Y, N, B, G, P; tax codes mapped to the tenant's taxes; currency checked", () => {
  let row: RowTenant;

  before(async () => {
    row = await RowTenant.start();
  });
  after(() => row[Symbol.asyncDispose]());
  beforeEach(async () => {
    await row.reset();
    await row.switches({ taxRounding: 'line' });
  });

  /** Lines of 0.10 with these tax codes. */
  function dimes(codes: readonly string[], tax: Partial<QuoteDocument['tax']>): QuoteDocument {
    const lines = codes.map((taxCode, index) =>
      rowLine({ key: `L${index}`, manufacturerPartNumber: 'CAT6-3M-BL', unitPrice: '0.1', taxCode }),
    );
    return row.document(lines, { tax: { mode: 'perLine', ...tax } });
  }

  async function planned(
    document: QuoteDocument,
    taxMappings: JsonObject,
  ): Promise<{ readonly plan: Plan; readonly result: PushResult }> {
    let plan: Plan | undefined;
    const confirm = async (made: Plan): Promise<boolean> => {
      plan = made;
      return true;
    };
    const result = await row.push(document, { taxMappings }, { confirm });
    if (plan === undefined) throw new Error('There was nothing to confirm.');
    return { plan, result };
  }

  const gst = { codes: { Y: 'GST' } };

  it('proves a tax that is calculated line by line: three lines of 0.10 at 5 % are 0.03', async () => {
    const { plan, result } = await planned(dimes(['Y', 'Y', 'Y'], { total: '0.03' }), gst);
    expect(plan.money).to.include({ tax: '0.03', expectedTax: '0.03' });
    expect(plan.warnings).to.deep.equal([]);
    expect((await row.quote(result))['tax_total']).to.equal(0.03);
    expect(result.proof?.sums).to.deep.include({ of: 'tax', document: '0.03', stored: '0.03' });
    expect(result.proof?.verdict).to.equal('equal');
  });

  it('proves a tax that is calculated on the total: the same lines are 0.02', async () => {
    await row.switches({ taxRounding: 'total' });
    const document = dimes(['Y', 'Y', 'Y'], { mode: 'onTotal', total: '0.02' });
    const { plan, result } = await planned(document, gst);
    expect(plan.money).to.include({ tax: '0.02', expectedTax: '0.02' });
    expect(plan.warnings).to.deep.equal([]);
    expect(result.proof?.verdict).to.equal('equal');
  });

  it('shows both figures before anything is written when they differ, and does not call it proven afterwards', async () => {
    const { plan, result } = await planned(dimes(['Y', 'Y', 'Y'], { total: '0.02' }), gst);
    expect(plan.warnings.map(({ about }) => about)).to.deep.equal(['tax']);
    expect(plan.warnings[0]?.message).to.contain('0.02').and.contain('0.03').and.contain('line by line');
    expect(result.proof?.verdict).to.equal('different');
  });

  it('writes nothing when the difference is more than rounding can make', async () => {
    const error = await errorOf(row.push(dimes(['Y', 'Y', 'Y'], { total: '0.05' }), { taxMappings: gst }));
    expect(error.code).to.equal('plan.conflict');
    expect(error.message).to.contain('0.05').and.contain('0.03').and.contain('more than rounding');
    expect((await counts(row.tenant)).writes).to.equal(0);
  });

  it('takes a tax with or without what is first paid later, and no other', async () => {
    const monthly = { period: 'monthly', firstPaymentIncluded: false } as const;
    const priced = { manufacturerPartNumber: 'CAT6-3M-BL', taxCode: 'Y' };
    const stating = (total: string): QuoteDocument =>
      row.document(
        [
          rowLine({ ...priced, key: 'now', unitPrice: '100' }),
          rowLine({ ...priced, key: 'later', unitPrice: '60', recurrence: monthly }),
        ],
        { tax: { mode: 'perLine', total } },
      );
    for (const total of ['8', '5']) {
      const plan = await row.tenant.connect(
        row.tenant.newState(),
        (connection) => connection.plan(stating(total)),
        { ...row.tenant.settings, taxMappings: gst },
      );
      expect(plan.conflicts, total).to.deep.equal([]);
    }
    for (const total of ['9', '4']) {
      const error = await errorOf(row.push(stating(total), { taxMappings: gst }));
      expect([error.code, error.message.includes(`${total}.00`)], total).to.deep.equal([
        'plan.conflict',
        true,
      ]);
    }
    expect((await row.tenant.requests()).filter(({ write }) => write)).to.deep.equal([]);
  });

  it('calculates as the settings say, whatever the document says of itself', async () => {
    const document = dimes(['Y', 'Y', 'Y'], { mode: 'perLine', total: '0.02' });
    const { plan } = await planned(document, { ...gst, calculation: 'onTotal' });
    expect(plan.money.expectedTax).to.equal('0.02');
    expect(plan.warnings).to.deep.equal([]);
  });

  it('expects a tax, but proves none, when the document states no total', async () => {
    const { plan, result } = await planned(dimes(['Y', 'N'], { rate: '0.065' }), {});
    expect(plan.money).to.include({ expectedTax: '0.01' }).and.to.not.have.property('tax');
    expect(result.proof?.sums.map(({ of }) => of)).to.deep.equal(['oneOff', 'net']);
  });

  it('finds the tax of Y by the rate of the document, and taxes N not at all', async () => {
    const { result } = await planned(dimes(['Y', 'N'], { rate: '0.065' }), {});
    const lines = await row.lines(result);
    expect(lines.map((line) => [line['tax_name'], line['total_tax']])).to.deep.equal([
      ['Sales tax 6.5', 0.01],
      [lines[1]?.['tax_name'], 0],
    ]);
  });

  it('maps the Canadian codes B, G, P and N to the taxes of the tenant', async () => {
    const taxMappings = { codes: { B: 'VAT 19', G: 'GST', P: '4', n: 'No tax' } };
    const codes = ['B', 'G', 'P', 'N', 'g'];
    const { plan, result } = await planned(dimes(codes, { mode: 'onTotal' }), taxMappings);
    expect((await row.lines(result)).map((line) => line['tax_rate'])).to.deep.equal([19, 5, 7, 0, 5]);
    // B: 0.019 → 0.02; G: 5 % of 0.20; P: 0.007 → 0.01
    expect(plan.money.expectedTax).to.equal('0.04');
  });

  it('taxes freight by its flag', async () => {
    const document = dimes(['Y'], { rate: '0.065' });
    for (const [taxable, tax] of [
      [true, 0.65],
      [false, 0],
    ] as const) {
      const { result } = await planned({ ...document, freight: { amount: '10', cost: '0', taxable } }, {});
      const freight = (await row.lines(result)).find((line) => line['name'] === 'Freight');
      expect(freight?.['total_tax']).to.equal(tax);
    }
  });

  for (const [what, codes, tax, taxMappings, about] of [
    ['a code that is not mapped', ['G', 'P'], {}, { codes: { G: 'GST' } }, ['taxMappings.codes.P']],
    ['a tax that is gone', ['Y'], {}, { codes: { Y: 'VAT 7' } }, ['taxMappings.codes.Y']],
    ['a rate that no tax has', ['Y'], { rate: '0.08' }, {}, ['taxMappings.codes.Y']],
    [
      'several at once',
      ['B', 'G', 'P'],
      {},
      { codes: { G: 'None of these' } },
      ['taxMappings.codes.B', 'taxMappings.codes.G', 'taxMappings.codes.P'],
    ],
  ] as const) {
    it(`asks before anything is written about ${what}`, async () => {
      const error = await errorOf(row.push(dimes(codes, tax), { taxMappings }));
      expect(error.code).to.equal('plan.conflict');
      const data = error.details.data as readonly { readonly about: string }[];
      expect(data.map((entry) => entry.about)).to.deep.equal(about);
      expect((await counts(row.tenant)).writes).to.equal(0);
    });
  }

  describe('the currency', () => {
    const line = rowLine({ manufacturerPartNumber: 'U2724D' });
    const asked = async (): Promise<readonly string[]> =>
      (await row.tenant.requests()).map(({ path }) => path).filter((path) => path === '/api/Currency');

    it('of a document that names none is not asked about', async () => {
      await row.push(row.document([line]));
      expect(await asked()).to.deep.equal([]);
      const [quote] = await row.writes('/api/Quotation');
      expect(quote).to.not.have.property('currency_code');
    });

    it('that a document names is given to its quote', async () => {
      const result = await row.push(row.document([line], { currency: 'EUR' }));
      expect(await row.quote(result)).to.include({ currency_code: 2 });
      await row.push(row.document([{ ...line, quantity: '2' }], { currency: 'EUR' }));
      expect(await asked()).to.have.length(1);
    });

    it('is asked about before anything is written when the PSA does not know it', async () => {
      const error = await errorOf(row.push(row.document([line], { currency: 'SEK' })));
      expect(error.code).to.equal('plan.conflict');
      expect(error.message).to.contain('no currency SEK');
      expect((await counts(row.tenant)).writes).to.equal(0);
    });

    it('is asked about when the quote is in another one', async () => {
      await row.push(row.document([line], { currency: 'EUR' }));
      const error = await errorOf(row.push(row.document([line], { currency: 'CAD' })));
      expect(error.message).to.contain('in CAD').and.contain('in Euro');
    });

    it('raises a warning when the client is billed in another one', async () => {
      await row.tenant.edit('Client', { id: 101, default_currency_code: 1 });
      const result = await row.push(row.document([line], { currency: 'CAD' }));
      expect(result.issues.map(({ about }) => about)).to.deep.equal(['quote.currency']);
      expect(result.issues[0]?.message).to.contain('in CAD').and.contain('US Dollar');
    });

    it('is not looked at when it is to be ignored', async () => {
      const document = row.document([line], { currency: 'SEK' });
      const result = await row.push(document, { quote: { currency: 'ignore' } });
      expect(result.status).to.equal('written');
      expect(await asked()).to.deep.equal([]);
    });
  });
});
