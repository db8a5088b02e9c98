import { expect } from 'chai';
import type { DocumentLine, JsonObject, Proof, PushResult, QuoteDocument } from '@quotebridge/core';
import { rowLine } from '../rows/row-document.js';
import { RowTenant } from '../rows/row-tenant.js';
import { exampleDocument } from './example-document.js';

/** 389.00 in the catalogue of the tenant. */
const monitor = { manufacturerPartNumber: 'U2724D', unitPrice: '350', unitCost: '300', taxCode: 'Y' };
const gst = { taxMappings: { codes: { Y: 'GST' } } };

describe('The proof of the money', () => {
  let row: RowTenant;

  before(async () => {
    row = await RowTenant.start();
  });
  after(() => row[Symbol.asyncDispose]());
  beforeEach(async () => {
    await row.reset();
    await row.switches({ taxRounding: 'line', repriceFromCatalogue: false });
  });

  function push(
    lines: readonly Partial<DocumentLine>[],
    over: Partial<QuoteDocument> = {},
    pages: Readonly<Record<string, JsonObject>> = gst,
  ): Promise<PushResult> {
    const all = lines.map((line, index) => rowLine({ key: `L${index + 1}`, ...line }));
    return row.push(row.document(all, over), pages);
  }

  const sum = (result: PushResult, of: Proof['sums'][number]['of']): Proof['sums'][number] | undefined =>
    result.proof?.sums.find((one) => one.of === of);
  const mismatch = ({ issues }: PushResult): string =>
    issues.find(({ code }) => code === 'proof.mismatch')?.message ?? '';

  it('compares every period, discounts, options, tax and the total of the PSA itself', async () => {
    const result = await push(
      [
        { ...monitor, quantity: '2' },
        { lineType: 'percentDiscount', description: 'Loyal customer', unitPrice: '-70', taxCode: 'Y' },
        { ...monitor, recurrence: { period: 'monthly', firstPaymentIncluded: true } },
        { ...monitor, unitPrice: '99', attributes: ['option'] },
      ],
      { tax: { mode: 'perLine', total: '49' } },
    );
    expect(result.proof?.verdict).to.equal('equal');
    expect(result.proof?.sums.map(({ of, document, stored }) => [of, document, stored])).to.deep.equal([
      ['oneOff', '630', '630'],
      ['monthly', '350', '350'],
      ['optional oneOff', '99', '99'],
      ['discount oneOff', '-70', '-70'],
      ['tax', '49', '49'],
      ['total', '1029', '1029'],
    ]);
  });

  describe('in a tenant that re-prices lines from its own catalogue', () => {
    beforeEach(() => row.switches({ repriceFromCatalogue: true }));

    it('fails, and names it as such with both sums and the lines', async () => {
      const result = await push([monitor, { ...monitor, manufacturerPartNumber: 'NEW-1', unitPrice: '5' }]);
      expect(result.proof?.verdict).to.equal('different');
      expect(sum(result, 'oneOff')).to.deep.include({ document: '355', stored: '394', difference: '39' });
      expect(sum(result, 'oneOff')?.explanation).to.deep.include({ cause: 'repricing', lines: ['L1'] });
      expect(result.proof?.lines.find(({ field }) => field === 'price')).to.deep.include({
        key: 'L1',
        document: '350',
        stored: '389',
        difference: '39',
        cause: 'repricing',
      });
      expect(mismatch(result))
        .to.contain('one-off: document 355.00, PSA 394.00, difference +39.00')
        .and.contain('re-priced one line from its own catalogue');
    });

    it('adjusts nothing, fails again as long as it does so, and is put right once it does not', async () => {
      const document = row.document([rowLine({ key: 'L1', ...monitor })]);
      const first = await row.push(document, gst);
      const again = await row.push(document, gst);
      expect(again.proof?.verdict).to.equal('different');
      expect(again.issues.map(({ code }) => code)).to.include('proof.mismatch');
      expect(
        (await row.writes('/api/Quotation')).map(({ lines }) => (lines as { price: number }[])[0]?.price),
      ).to.deep.equal([350, 350]);
      await row.switches({ repriceFromCatalogue: false });
      const right = await row.push(document, gst);
      expect(right.proof?.verdict).to.equal('equal');
      expect((await row.lines(first))[0]).to.include({ price: 350, costprice: 300 });
      expect((await row.push(document, gst)).status).to.equal('unchanged');
    });

    it('is found out by an update, too', async () => {
      await row.switches({ repriceFromCatalogue: false });
      expect((await push([monitor])).proof?.verdict).to.equal('equal');
      await row.switches({ repriceFromCatalogue: true });
      const result = await push([{ ...monitor, quantity: '2' }]);
      expect(sum(result, 'oneOff')).to.include({ document: '700', stored: '778' });
      expect(sum(result, 'oneOff')?.explanation?.cause).to.equal('repricing');
    });
  });

  describe('where both round differently', () => {
    const dime = { ...monitor, unitPrice: '0.1', unitCost: '0' };
    const dimes = [dime, dime, dime];
    const tax = { tax: { mode: 'perLine', total: '0.02' } } as const;

    it('fails at first, and says how each of them rounds and which lines it is about', async () => {
      const result = await push(dimes, tax);
      expect(sum(result, 'tax')).to.deep.equal({
        of: 'tax',
        document: '0.02',
        stored: '0.03',
        difference: '0.01',
        explanation: {
          cause: 'rounding',
          rounding: 'lineHalfUp',
          text: "The PSA's tax is rounded line by line (halves up), the document's is rounded on the total of each tax (halves up); of 3 lines: U2724D; U2724D; U2724D.",
          lines: ['L1', 'L2', 'L3'],
        },
      });
      expect(mismatch(result)).to.contain('tax: document 0.02, PSA 0.03, difference +0.01');
      const next = result.issues.find(({ code }) => code === 'proof.mismatch')?.next;
      expect(next).to.contain('let a difference of 0.01 pass (quote.tolerance)');
    });

    it('passes within the tolerance that is set, and still says so', async () => {
      const result = await push(dimes, tax, { ...gst, quote: { tolerance: '0.01' } });
      expect(result.proof).to.deep.include({ verdict: 'withinTolerance', tolerance: '0.01' });
      expect(sum(result, 'tax')).to.include({ document: '0.02', stored: '0.03' });
      expect(result.issues.map(({ level, about }) => `${level} ${about}`)).to.include('warning proof');
      expect(result.issues.map(({ code }) => code)).to.not.include('proof.mismatch');
      const again = await push(dimes, tax, { ...gst, quote: { tolerance: '0.01' } });
      expect(again).to.deep.include({ status: 'unchanged', requests: { read: 1, write: 0 } });
    });

    it('stays visible without tolerance, although there is nothing to write', async () => {
      await push(dimes, tax);
      const again = await push(dimes, tax);
      expect(again.status).to.equal('unchanged');
      expect(again.proof?.verdict).to.equal('different');
    });

    it('sees a total that is rounded once where the document rounds line by line', async () => {
      const result = await push([
        { ...dime, unitPrice: '0.335', quantity: '3' },
        { ...dime, unitPrice: '0.335', quantity: '3' },
      ]);
      expect(sum(result, 'oneOff')).to.deep.equal({ of: 'oneOff', document: '2.02', stored: '2.02' });
      expect(sum(result, 'net')).to.deep.include({ document: '2.02', stored: '2.01', difference: '-0.01' });
      expect(sum(result, 'net')?.explanation).to.include({ cause: 'rounding', rounding: 'totalHalfUp' });
    });
  });

  it('sees money that is on no line', async () => {
    const document = row.document([rowLine({ key: 'L1', ...monitor })]);
    const { quote } = await row.push(document, gst);
    await row.tenant.edit('Quotation', { id: Number(quote?.id), carriage_price: 25 });
    const result = await row.push({ ...document, purchaseOrder: 'PO-1' }, gst);
    expect(sum(result, 'net')).to.include({ document: '350', stored: '375', difference: '25' });
    expect(sum(result, 'net')?.explanation?.text).to.contain('carriage');
    const ignored = await row.push(document, { ...gst, quote: { total: 'ignore' } });
    expect(ignored.proof?.sums.map(({ of }) => of)).to.deep.equal(['oneOff']);
    expect(ignored.proof?.verdict).to.equal('equal');
  });

  it('compares the tax of its own lines where people have added some', async () => {
    const document = row.document([rowLine({ key: 'L1', ...monitor })], {
      tax: { mode: 'perLine', total: '17.5' },
    });
    const first = await row.push(document, gst);
    const lines = await row.lines(first);
    const added = {
      name: 'Coffee machine',
      quantity: 1,
      price: 99,
      sort_seq: 2,
      override_tax_code: 3,
      item_taxable: true,
    };
    await row.tenant.edit('Quotation', { id: Number(first.quote?.id), lines: [...lines, added] as never });
    const result = await row.push({ ...document, purchaseOrder: 'PO-1' }, gst);
    expect(result.quote?.lines.foreign).to.equal(1);
    expect(sum(result, 'tax')).to.deep.equal({ of: 'tax', document: '17.5', stored: '17.5' });
    expect(result.proof?.verdict).to.equal('equal');
    expect(result.proof?.notCompared.map(({ of }) => of)).to.deep.equal(['total']);
  });

  it('compares a tax that leaves out what is first paid later', async () => {
    const later = { period: 'monthly', firstPaymentIncluded: false } as const;
    const result = await push(
      [
        { ...monitor, unitPrice: '100' },
        { ...monitor, unitPrice: '60', recurrence: later },
      ],
      { tax: { mode: 'perLine', total: '5' } },
    );
    expect(sum(result, 'tax')).to.deep.equal({ of: 'tax', document: '5', stored: '5' });
    expect(result.proof?.verdict).to.equal('equal');
  });

  it('is not confused by an option that the customer has taken', async () => {
    const document = row.document(
      [
        rowLine({ key: 'L1', ...monitor }),
        rowLine({ key: 'L2', ...monitor, unitPrice: '99', attributes: ['option'] }),
      ],
      { tax: { mode: 'perLine', total: '17.5' } },
    );
    const first = await row.push(document, gst);
    const lines = await row.lines(first);
    const taken = lines.map((line) => (line['optional'] === true ? { ...line, approval_status: 2 } : line));
    await row.tenant.edit('Quotation', { id: Number(first.quote?.id), lines: taken as never });
    const result = await row.push({ ...document, purchaseOrder: 'PO-1' }, gst);
    expect(await row.quote(result)).to.include({ revenue: 449 });
    expect(sum(result, 'tax')).to.include({ document: '17.5', stored: '17.5' });
    expect(result.proof?.verdict).to.equal('equal');
  });

  it('lets a summary pass whose tax is off by no more than the tolerance', async () => {
    const rounded = await exampleDocument('AAAQ1003');
    const summary = { opportunity: { lineHandling: 'summary' } };
    const result = await row.push(rounded, { ...summary, quote: { tolerance: '0.02' } });
    expect(result.proof?.verdict).to.equal('withinTolerance');
    expect(sum(result, 'tax')).to.include({ document: '430.95', stored: '430.93', difference: '-0.02' });
  });
});
