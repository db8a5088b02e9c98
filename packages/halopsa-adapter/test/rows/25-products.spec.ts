import { expect } from 'chai';
import type { Plan } from '@quotebridge/core';
import { errorOf } from '../engine/error-of.js';
import { counts } from '../engine/tenant-records.js';
import { rowLine } from './row-document.js';
import { RowTenant } from './row-tenant.js';

describe('Existing item reused and never changed (unless a field policy says so); missing item created in the mapped product group, else the default group; recurring items as recurring with the right period; a missing labour item becomes a cost item', () => {
  let row: RowTenant;

  before(async () => {
    row = await RowTenant.start();
  });
  after(() => row[Symbol.asyncDispose]());
  beforeEach(() => row.reset());

  const monitor = rowLine({
    manufacturerPartNumber: 'U2724D',
    description: 'Monitor, 27 inches\nwith a long cable',
    unitPrice: '401.5',
    unitCost: '317',
  });

  describe('an item that exists', () => {
    it('is reused, under any spelling of its number, and never changed', async () => {
      const before = await row.item('U2724D');
      const result = await row.push(
        row.document([monitor, { ...monitor, key: 'again', manufacturerPartNumber: ' u2724d' }]),
      );
      expect((await row.lines(result)).map((line) => line['item_id'])).to.deep.equal([
        before['id'],
        before['id'],
      ]);
      expect(await row.item('U2724D')).to.deep.equal(before);
      expect(await row.writes('/api/Item')).to.deep.equal([]);
      expect(result.items).to.deep.equal([{ number: 'U2724D', id: String(before['id']), action: 'matched' }]);
    });

    it('is brought up to date in the fields that the settings name, in one request, and only those', async () => {
      const before = await row.item('U2724D');
      const laptop = { ...monitor, key: 'laptop', manufacturerPartNumber: 'LAT-5550-I7' };
      const products = { updateExisting: ['price', 'description'] };
      const result = await row.push(row.document([monitor, laptop]), { products });
      expect(await row.item('U2724D')).to.deep.include({
        baseprice: 401.5,
        description: 'Monitor, 27 inches\nwith a long cable',
        name: before['name'],
        costprice: before['costprice'],
      });
      const writes = (await row.tenant.requests()).filter(({ write }) => write);
      expect(writes.map(({ path }) => path)).to.deep.equal([
        '/api/Item',
        '/api/Opportunities',
        '/api/Quotation',
      ]);
      expect(result.items.map(({ action }) => action)).to.deep.equal(['updated', 'updated']);
    });

    it('is not written again while nothing differs, and again when the document changes', async () => {
      const products = { updateExisting: ['price', 'description', 'cost'] };
      await row.push(row.document([monitor]), { products });
      await row.tenant.forgetRequests();
      await row.push(row.document([{ ...monitor, quantity: '2' }]), { products });
      expect(await row.writes('/api/Item')).to.deep.equal([]);
      const dearer = { ...monitor, unitPrice: '410' };
      const plans: Plan[] = [];
      const confirm = async (plan: Plan): Promise<boolean> => plans.push(plan) > 0;
      await row.push(row.document([dearer]), { products }, { confirm });
      const update = plans[0]?.operations.find(({ kind }) => kind === 'itemUpdate');
      expect(update).to.deep.include({ wanted: { price: '410' }, before: { price: '401.5' } });
      expect((await row.item('U2724D'))['baseprice']).to.equal(410);
    });

    it('gets no cost while costs are not written', async () => {
      const products = { updateExisting: ['cost'], includeCost: false };
      await row.push(row.document([monitor]), { products });
      expect((await row.item('U2724D'))['costprice']).to.equal(310);
    });
  });

  describe('an item that is missing', () => {
    const missing = rowLine({ manufacturerPartNumber: 'NEW-1', itemType: 'Access Point' });

    it('is created in the group that its ItemType is mapped to, else in the default group', async () => {
      const other = rowLine({ manufacturerPartNumber: 'NEW-2', itemType: 'Anything' });
      await row.push(row.document([missing, other]), {
        productGroupMappings: { groups: { 'access point': 'Networking' } },
        defaults: { productGroup: 'Freight' },
      });
      expect((await row.item('NEW-1'))['assetgroup_name']).to.equal('Networking');
      expect((await row.item('NEW-2'))['assetgroup_name']).to.equal('Freight');
      expect(await row.writes('/api/Item')).to.have.length(2);
    });

    it('is created once, however often the document is pushed and from wherever', async () => {
      const document = row.document([missing, { ...missing, key: 'twice' }]);
      await row.push(document);
      await row.push({ ...document, number: 'ROW2', name: 'Another one' });
      row.state = row.tenant.newState();
      await row.push({ ...document, number: 'ROW3', name: 'A third one' });
      expect((await row.item('NEW-1'))['assetgroup_name']).to.equal('Hardware');
    });

    it('is asked about, before anything is written, when its group does not exist or none is to be created', async () => {
      for (const [pages, about] of [
        [
          { productGroupMappings: { groups: { 'Access Point': 'Aerials' } } },
          'productGroupMappings.groups.Access Point',
        ],
        [{ products: { createMissing: false } }, 'item NEW-1'],
      ] as const) {
        const error = await errorOf(row.push(row.document([missing]), pages));
        expect(error.code).to.equal('plan.conflict');
        expect(error.details.data).to.have.nested.property('[0].about', about);
      }
      expect((await counts(row.tenant)).writes).to.equal(0);
    });

    for (const [period, code] of [
      ['weekly', 1],
      ['monthly', 2],
      ['yearly', 3],
      ['quarterly', 4],
    ] as const) {
      it(`recurs ${period} when its line does`, async () => {
        const result = await row.push(
          row.document([
            {
              ...missing,
              unitPrice: '79',
              unitCost: '41',
              attributes: ['recurring'],
              recurrence: { period, firstPaymentIncluded: false },
            },
          ]),
        );
        expect(await row.item('NEW-1')).to.include({
          isrecurringitem: true,
          item_default_billing_period: code,
          recurringprice: 79,
          recurringcost: 41,
        });
        expect((await row.lines(result))[0]).to.include({ billingperiod: code });
      });
    }

    it('does not recur when its line does not', async () => {
      await row.push(row.document([missing]));
      expect(await row.item('NEW-1')).to.include({ isrecurringitem: false, item_default_billing_period: 0 });
    });

    it('becomes a cost item when its ItemType is labor', async () => {
      const labor = rowLine({ manufacturerPartNumber: 'ENG-1', itemType: 'LABOUR' });
      const own = rowLine({ manufacturerPartNumber: 'ENG-2', itemType: 'Engineering' });
      const pages = { products: { laborItemTypes: ['engineering', 'labour'] } };
      await row.push(row.document([labor, own, missing]), pages);
      const stockless = { dont_track_stock: true, doesnotneedconsigning: true };
      for (const number of ['ENG-1', 'ENG-2']) expect(await row.item(number)).to.include(stockless);
      expect(await row.item('NEW-1')).to.not.include(stockless);
    });

    it('that is labor stays a labor product where it exists', async () => {
      const before = await row.item('LABOR-ENG');
      const line = rowLine({ manufacturerPartNumber: 'LABOR-ENG', itemType: 'Labor', unitPrice: '150' });
      const result = await row.push(row.document([line]));
      expect(await row.item('LABOR-ENG')).to.deep.equal(before);
      expect((await row.lines(result))[0]).to.include({ item_id: before['id'], price: 150 });
    });
  });
});
