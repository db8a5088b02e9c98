import { expect } from 'chai';
import type { DocumentLine, PushResult } from '@quotebridge/core';
import { exampleDocument } from '../engine/example-document.js';
import type { Row } from '../engine/tenant.js';
import { rowLine } from './row-document.js';
import { RowTenant } from './row-tenant.js';

describe('Lines in order, with group headings, quantity, price, list price, discount, cost, tax, billing period, optional flag, description and note; percent discounts and charges, comments, sub-totals, freight each have a stated treatment; a second push changes only what changed; removed lines go; lines added by hand in HaloPSA stay unless set otherwise', () => {
  let row: RowTenant;

  before(async () => {
    row = await RowTenant.start();
  });
  after(() => row[Symbol.asyncDispose]());
  beforeEach(() => row.reset());

  const product = (number: string, over: Partial<DocumentLine> = {}): DocumentLine =>
    rowLine({ manufacturerPartNumber: number, ...over });
  const other = (key: string, lineType: DocumentLine['lineType'], over: Partial<DocumentLine> = {}) =>
    rowLine({ key, lineType, description: key, unitPrice: '0', ...over });

  const names = (lines: readonly Row[]): readonly unknown[] => lines.map((line) => line['name']);
  const named = (lines: readonly Row[], name: string): Row => {
    const found = lines.find((line) => line['name'] === name);
    if (found === undefined) throw new Error(`There is no line ${name}.`);
    return found;
  };

  describe('each field of a line', () => {
    it('stands in HaloPSA as in the document', async () => {
      const document = row.document([
        product('U2724D', {
          description: 'Monitor, 27 inches\nwith a long cable',
          notes: 'Two per desk.',
          quantity: '2.5',
          unitPrice: '401.55',
          unitList: '449',
          unitCost: '317.25',
          taxCode: 'Y',
        }),
        product('M365-BP', {
          unitPrice: '22',
          quantity: '12',
          attributes: ['recurring', 'option'],
          recurrence: { period: 'monthly', firstPaymentIncluded: false },
          taxCode: 'N',
        }),
      ]);
      const result = await row.push({ ...document, tax: { mode: 'perLine', rate: '0.065' } });
      const [first, second] = await row.lines(result);
      expect(first).to.include({
        item_id: (await row.item('U2724D'))['id'],
        productcode: 'U2724D',
        name: 'Monitor, 27 inches',
        note: 'with a long cable\n\nTwo per desk.',
        quantity: 2.5,
        price: 401.55,
        baseprice: 449,
        costprice: 317.25,
        override_tax_code: 2,
        tax_rate: 6.5,
        billingperiod: 0,
        optional: false,
        sort_seq: 1,
      });
      expect(second).to.include({
        quantity: 12,
        price: 22,
        billingperiod: 2,
        optional: true,
        tax_rate: 0,
        sort_seq: 2,
      });
      expect(result.proof?.verdict).to.equal('equal');
    });

    const half = product('U2724D', { unitPrice: '300', unitList: '400' });
    for (const [listPrices, baseprice, discount] of [
      ['none', 300, 0],
      ['listPrice', 400, 0],
      ['listPriceAndDiscount', 400, 25],
    ] as const) {
      it(`shows list price and discount as set (${listPrices}), and charges the same`, async () => {
        const result = await row.push(row.document([half]), { quote: { listPrices } });
        const [line] = await row.lines(result);
        expect(line).to.include({ price: 300, baseprice, discount_perc: discount, net_total: 300 });
        expect(result.proof?.verdict).to.equal('equal');
      });
    }

    it('shows neither any more when the document has none, or when they are not to be shown', async () => {
      const quote = { listPrices: 'listPriceAndDiscount' };
      const result = await row.push(row.document([half]), { quote });
      await row.push(row.document([{ ...half, unitList: '0' }]), { quote });
      expect((await row.lines(result))[0]).to.include({ price: 300, baseprice: 300, discount_perc: 0 });
      const again = await row.push(row.document([{ ...half, unitList: '0' }]), { quote });
      expect(again.status).to.equal('unchanged');
      await row.push(row.document([half]), { quote });
      expect((await row.lines(result))[0]).to.include({ baseprice: 400, discount_perc: 25 });
      await row.push(row.document([half]), { quote: { listPrices: 'none' } });
      expect((await row.lines(result))[0]).to.include({ baseprice: 300, discount_perc: 0 });
    });

    it('is proven: a tenant that takes the discount off once more is found out', async () => {
      await row.switches({ lineDiscount: 'subtract' });
      const result = await row.push(row.document([half]), { quote: { listPrices: 'listPriceAndDiscount' } });
      expect(result.proof).to.deep.include({ verdict: 'different' });
      const [sum] = result.proof?.sums ?? [];
      expect(sum).to.include({ of: 'oneOff', document: '300', stored: '225', difference: '-75' });
      expect(sum?.explanation).to.include({ cause: 'lines' });
      expect(result.proof?.lines.map(({ field, text }) => `${field}: ${text ?? ''}`)).to.deep.equal([
        'amount: the PSA takes the discount of 25 % off the price, which was lowered by it already',
      ]);
      expect(result.issues.map(({ code }) => code)).to.include('proof.mismatch');
    });
  });

  describe('each kind of line', () => {
    const lines = [
      other('Desk', 'sectionHeader'),
      product('U2724D', { unitPrice: '400', taxCode: 'Y' }),
      other('As discussed on Monday', 'comment'),
      other('Sub-total', 'subtotal', { extendedPrice: '400' }),
      other('Loyalty 10 %', 'percentDiscount', { unitPrice: '10', extendedPrice: '-40', taxCode: 'Y' }),
      other('Handling 2 %', 'percentCharge', { unitPrice: '2', extendedPrice: '8' }),
      other('Bundle', 'groupHeader', { unitPrice: '500', quantity: '3' }),
      product('WD22TB4', {
        attributes: ['groupMember'],
        groupQuantity: '3',
        quantity: '2',
        unitPrice: '250',
      }),
      other('Running', 'runningSubtotal'),
      other('Services', 'heading'),
      product('LABOR-ENG', { unitPrice: '145' }),
      other('Summary', 'summary', { extendedPrice: '2013' }),
    ];

    async function pushed(quote: Record<string, string> = {}): Promise<{
      readonly result: PushResult;
      readonly stored: readonly Row[];
    }> {
      const freight = { amount: '55.5', cost: '40', taxable: false };
      const result = await row.push(row.document(lines, { freight }), { quote });
      return { result, stored: await row.lines(result) };
    }

    it('has its place, in the order of the document', async () => {
      const { result, stored } = await pushed();
      expect(names(stored)).to.deep.equal([
        'Desk',
        'U2724D',
        'As discussed on Monday',
        'Loyalty 10 %',
        'Handling 2 %',
        'Bundle',
        'WD22TB4',
        'Services',
        'LABOR-ENG',
        'Freight',
      ]);
      expect(stored.map((line) => line['sort_seq'])).to.deep.equal(stored.map((_, index) => index + 1));
      expect(result.proof).to.deep.include({ verdict: 'equal' });
      expect((await row.quote(result))['revenue']).to.equal(400 - 40 + 8 + 1500 + 145 + 55.5);
    });

    it('is a heading without money when it heads a section or a group, and its members are in the group', async () => {
      const { stored } = await pushed();
      for (const name of ['Desk', 'Bundle', 'Services'])
        expect(named(stored, name)).to.include({ isgroupdesc: true, price: 0, net_total: 0 });
      const { group_id: group } = named(stored, 'Bundle');
      expect(group).to.not.equal(0);
      expect(named(stored, 'WD22TB4')).to.include({ group_id: group, quantity: 6, net_total: 1500 });
      expect(named(stored, 'LABOR-ENG')).to.include({ group_id: 0 });
    });

    it('is a line of its own amount, without a product, when it is a discount, a charge or freight', async () => {
      const { stored } = await pushed();
      for (const [name, price] of [
        ['Loyalty 10 %', -40],
        ['Handling 2 %', 8],
        ['Freight', 55.5],
      ] as const)
        expect(named(stored, name)).to.include({ item_id: 0, quantity: 1, price, baseprice: price });
      expect(named(stored, 'Freight')).to.include({ costprice: 40 });
    });

    it('is text without money when it is a comment, or left out as set', async () => {
      expect(named((await pushed()).stored, 'As discussed on Monday')).to.include({ price: 0, item_id: 0 });
      const { stored } = await pushed({ comments: 'skip', freightName: 'Shipping' });
      expect(names(stored)).to.include('Shipping');
      expect(names(stored)).to.not.include('As discussed on Monday');
    });
  });

  describe('a second push', () => {
    const three = [product('U2724D'), product('WD22TB4'), product('FG-60F')];

    async function changedFrom(lines: readonly DocumentLine[]): Promise<{
      readonly result: PushResult;
      readonly before: readonly Row[];
      readonly after: readonly Row[];
    }> {
      const first = await row.push(row.document(three));
      const before = await row.lines(first);
      await row.tenant.forgetRequests();
      const result = await row.push(row.document(lines));
      return { result, before, after: await row.lines(first) };
    }

    it('writes nothing and reads the quote alone when nothing has changed', async () => {
      const { result, before, after } = await changedFrom(three);
      expect(result.status).to.equal('unchanged');
      expect(after).to.deep.equal(before);
      const requests = await row.tenant.requests();
      expect(requests.map(({ method, path }) => `${method} ${path.replace(/\d+$/, '')}`)).to.deep.equal([
        'GET /api/Quotation/',
      ]);
    });

    it('changes the one field that changed, in one write of the quote', async () => {
      const { result, before, after } = await changedFrom(
        three.map((line) => (line.key === 'WD22TB4' ? { ...line, notes: 'Silver' } : line)),
      );
      expect(result.quote?.lines).to.include({ updated: 1, kept: 2, created: 0, removed: 0 });
      const [quote, ...more] = await row.writes('/api/Quotation');
      expect(more).to.deep.equal([]);
      expect(quote).to.not.have.any.keys('title', 'note', 'date', 'address', 'client_id');
      const changed = before.map((line) =>
        line['productcode'] === 'WD22TB4' ? { ...line, note: 'Silver' } : line,
      );
      expect(after).to.deep.equal(changed);
      expect((await row.tenant.requests()).length).to.be.at.most(4);
    });

    it('takes lines away that the document no longer has, and adds new ones where they belong', async () => {
      const lines = [product('APC-SMT1500'), product('FG-60F'), product('FAP-231F'), product('U2724D')];
      const { result, before, after } = await changedFrom(lines);
      expect(names(after)).to.deep.equal(lines.map(({ manufacturerPartNumber }) => manufacturerPartNumber));
      expect(result.quote?.lines).to.include({ created: 2, removed: 1 });
      for (const name of ['FG-60F', 'U2724D'])
        expect(named(after, name)['id']).to.equal(named(before, name)['id']);
      expect(result.proof?.verdict).to.equal('equal');
    });

    it('takes them away even from a tenant that keeps lines which an update leaves out', async () => {
      await row.switches({ omittedQuoteLines: 'keep' });
      const { result, after } = await changedFrom([product('U2724D')]);
      await row.switches({ omittedQuoteLines: 'delete' });
      expect(result.proof?.verdict).to.equal('equal');
      expect(after.reduce((sum, line) => sum + (line['net_total'] as number), 0)).to.equal(10);
    });
  });

  describe('lines that people added in HaloPSA', () => {
    const two = [product('U2724D'), product('WD22TB4')];

    async function withCoffee(): Promise<PushResult> {
      const first = await row.push(row.document(two));
      const { id, lines } = await row.quote(first);
      const [top, ...rest] = lines;
      const coffee = { name: 'Coffee machine', quantity: 1, price: 99, sort_seq: 2 };
      const shifted = rest.map((line) => ({ ...line, sort_seq: (line['sort_seq'] as number) + 1 }));
      await row.tenant.edit('Quotation', { id: id as number, lines: [top, coffee, ...shifted] as never });
      return first;
    }
    const dearer = two.map((line) => ({ ...line, unitPrice: '12' }));

    it('stay where they are', async () => {
      const first = await withCoffee();
      const coffee = named(await row.lines(first), 'Coffee machine');
      const result = await row.push(row.document(dearer));
      const lines = await row.lines(first);
      expect(names(lines)).to.deep.equal(['U2724D', 'Coffee machine', 'WD22TB4']);
      expect(named(lines, 'Coffee machine')).to.deep.equal(coffee);
      expect(result.quote?.lines.foreign).to.equal(1);
      expect(result.proof?.verdict).to.equal('equal');
    });

    it('go when they are to be removed', async () => {
      const first = await withCoffee();
      const result = await row.push(row.document(dearer), { quote: { foreignLines: 'remove' } });
      expect(names(await row.lines(first))).to.deep.equal(['U2724D', 'WD22TB4']);
      expect(result.quote?.lines).to.include({ removed: 1, foreign: 0 });
      expect(result.proof?.verdict).to.equal('equal');
    });
  });

  it('holds for a document of 120 lines as a whole', async () => {
    const document = await exampleDocument('AAAQ1006');
    const result = await row.push(document);
    expect(result.proof?.verdict).to.equal('equal');
    expect(result.proof?.lines).to.deep.equal([]);
    expect(await row.lines(result)).to.have.length.greaterThan(100);
  });
});
