import { expect } from 'chai';
import type { NewItem } from '@quotebridge/core/plugin';
import { openSandbox, type OpenSandbox } from '../support/open-sandbox.js';

const newItem = (number: string, changes: Partial<NewItem> = {}): NewItem => ({
  number,
  name: `Name of ${number}`,
  description: `Description of ${number}`,
  classification: { group: '41' },
  cost: '7.5',
  price: '12.25',
  billingPeriod: 'oneOff',
  nature: 'product',
  ...changes,
});

describe('items, against the sandbox', () => {
  /** 350 items: four pages. Numbers stand in different fields. */
  const items = [
    ...Array.from({ length: 345 }, (_, index) => ({
      id: 1001 + index,
      name: `PART-${index}`,
      assetgroup_id: 41,
      baseprice: 1,
    })),
    { id: 2001, name: 'Switch', supplier_part_code: 'SW-9', assetgroup_id: 46 },
    { id: 2002, name: 'SW-9', assetgroup_id: 46 },
    { id: 2003, name: 'Twin A', internalreference: 'TWIN', assetgroup_id: 46 },
    { id: 2004, name: 'Twin B', internalreference: ' twin ', assetgroup_id: 46 },
    {
      id: 2005,
      name: 'Café Crème',
      externalreference: 'CC-1',
      assetgroup_id: 42,
      isrecurringitem: true,
      item_default_billing_period: 4,
      supplier_part_code: 'COFFEE-1',
      default_supplier_part_code: 'BD-7',
      manufacturer_name: 'Crema',
      supplier_id: 61,
      quantity_in_stock: 12,
    },
  ];
  let sandbox: OpenSandbox;
  beforeEach(async () => {
    sandbox = await openSandbox({ seed: { items } });
  });
  afterEach(() => sandbox.close());

  it('are listed page by page with their total', async () => {
    const pages: number[] = [];
    const ids = new Set<string>();
    for await (const { items: page, total } of sandbox.manager.items.list()) {
      pages.push(page.length);
      for (const { id } of page) ids.add(id);
      expect(total).to.equal(350);
    }
    expect(pages).to.deep.equal([100, 100, 100, 50]);
    expect(ids).to.have.property('size', 350);
  });

  it('are searched by text, group and recurrence', async () => {
    const names = async (query: Parameters<typeof sandbox.manager.items.search>[0]): Promise<string[]> =>
      (await sandbox.manager.items.search(query)).map(({ name }) => name);
    expect(await names({ text: 'café' })).to.deep.equal(['Café Crème']);
    expect(await names({ text: 'sw-9' })).to.have.members(['Switch', 'SW-9']);
    expect(await names({ classification: { group: '46' } })).to.have.length(4);
    expect(await names({ recurring: true })).to.deep.equal(['Café Crème']);
    expect(await names({ text: 'part', limit: 7 })).to.have.length(7);
  });

  it('are searched by number, SKU and supplier’s number, each alone', async () => {
    const ids = async (query: Parameters<typeof sandbox.manager.items.search>[0]): Promise<string[]> =>
      (await sandbox.manager.items.search(query)).map(({ id }) => id);
    expect(await ids({ number: 'cc-' })).to.deep.equal(['2005']);
    expect(await ids({ sku: 'coffee' })).to.deep.equal(['2005']);
    expect(await ids({ supplierNumber: 'bd-7' })).to.deep.equal(['2005']);
    expect(await ids({ text: 'bd-7' })).to.deep.equal(['2005']);
    expect(await ids({ sku: 'bd-7' })).to.deep.equal([]);
    expect(await ids({ number: 'crème', supplierNumber: 'bd' })).to.deep.equal(['2005']);
    expect(await ids({ number: 'twin', supplierNumber: 'bd' })).to.deep.equal([]);
  });

  it('tell supplier, manufacturer, SKU and stock, without a request for each', async () => {
    const { value, calls } = await sandbox.counting(() => sandbox.manager.items.search({ text: 'café' }));
    expect(value[0]).to.include({
      sku: 'COFFEE-1',
      supplier: 'Brightline Distribution',
      supplierNumber: 'BD-7',
      manufacturer: 'Crema',
      stock: '12',
    });
    expect(calls).to.have.length(1);
  });

  describe('by number', () => {
    const find = async (
      ...numbers: string[]
    ): Promise<{ found: Record<string, string[]>; calls: number }> => {
      const { value, calls } = await sandbox.counting(() => sandbox.manager.items.findByNumbers(numbers));
      const found = Object.fromEntries(
        [...value.found].map(([number, all]) => [number, all.map(({ id }) => id)]),
      );
      return { found, calls: calls.length };
    };

    it('match the whole number, in the first field that has it', async () => {
      const { found, calls } = await find('part-7', 'SW-9', ' cc-1 ', 'PART-', 'missing');
      expect(found).to.deep.equal({ 'part-7': ['1008'], 'SW-9': ['2002'], ' cc-1 ': ['2005'] });
      expect(calls).to.equal(4);
    });

    it('return every candidate', async () => {
      expect((await find('TWIN')).found).to.deep.equal({ TWIN: ['2003', '2004'] });
    });

    it('take the cheaper way: a search for each of few, the catalogue for many', async () => {
      expect((await find('PART-344')).calls).to.equal(1);
      const two = await find('PART-344', 'TWIN');
      expect(two.calls).to.equal(3);
      expect(two.found).to.deep.equal({ 'PART-344': ['1345'], TWIN: ['2003', '2004'] });
      const many = await find(...Array.from({ length: 200 }, (_, index) => `PART-${index}`));
      expect(many.calls).to.equal(4);
      expect(Object.keys(many.found)).to.have.length(200);
    });

    it('make no request for no number', async () => {
      expect(await find('', '  ')).to.deep.equal({ found: {}, calls: 0 });
    });

    it('follow the order of the setting', async () => {
      const manager = sandbox.managerWith({ itemNumberFields: ['supplier_part_code', 'name'] });
      const { found } = await manager.items.findByNumbers(['SW-9']);
      expect(found.get('SW-9')?.map(({ id, numbers }) => [id, numbers])).to.deep.equal([
        ['2001', ['SW-9', 'Switch']],
      ]);
    });
  });

  it('are not created again because the search passes over the field of their number', async () => {
    const own = await openSandbox({ seed: { items }, switches: { itemSearchFields: ['name'] } });
    try {
      const { found } = await own.manager.items.findByNumbers(['CC-1']);
      expect(found.get('CC-1')?.map(({ id }) => id)).to.deep.equal(['2005']);
    } finally {
      await own.close();
    }
  });

  for (const multiPostAnswer of ['array', 'first'] as const) {
    describe(`created together, answer: ${multiPostAnswer}`, () => {
      let own: OpenSandbox;
      before(async () => {
        own = await openSandbox({ seed: { items }, switches: { multiPostAnswer } });
      });
      after(() => own.close());

      it('come back in order, as they were written', async () => {
        const wanted = [
          newItem('N-1', { sku: 'SKU-1', taxId: '2' }),
          newItem('N-2', { billingPeriod: 'monthly', description: '' }),
          newItem('N-3', { classification: { group: '42' }, billingPeriod: 'yearly' }),
        ];
        const { value, calls } = await own.counting(() => own.manager.items.createMany(wanted));
        expect(value.map(({ numbers }) => numbers[0])).to.deep.equal(['N-1', 'N-2', 'N-3']);
        expect(new Set(value.map(({ id }) => id))).to.have.property('size', 3);
        expect(value[0]).to.deep.include({
          cost: '7.5',
          price: '12.25',
          billingPeriod: 'oneOff',
          numbers: ['N-1', 'SKU-1'],
        });
        expect(value[1]).to.include({ billingPeriod: 'monthly', price: '12.25', description: 'Name of N-2' });
        expect(value[2]?.classification['group']?.id).to.equal('42');
        expect(calls.filter(({ method }) => method === 'POST')).to.have.length(1);
        if (multiPostAnswer === 'array') expect(calls).to.have.length(1);
        const again = await own.manager.items.findByNumbers(['N-1', 'N-2', 'N-3']);
        expect([...again.found.values()].map((all) => all[0]?.id)).to.deep.equal(value.map(({ id }) => id));
      });
    });
  }

  for (const multiPostAnswer of ['array', 'first'] as const) {
    it(`are changed together, one-off and recurring ones, answer: ${multiPostAnswer}`, async () => {
      const own = await openSandbox({ seed: { items }, switches: { multiPostAnswer } });
      const { items: port } = own.manager;
      const { value, calls } = await own.counting(() =>
        port.updateMany([
          { id: '2005', fields: { price: '12.5', cost: '3.25' } },
          { id: '2001', fields: { price: '80', description: 'Eight ports' } },
        ]),
      );
      expect(calls.filter(({ method }) => method === 'POST')).to.have.length(1);
      expect(calls).to.have.length(multiPostAnswer === 'array' ? 1 : 2);
      expect(value[0]).to.include({ id: '2005', price: '12.5', cost: '3.25', billingPeriod: 'quarterly' });
      expect(value[1]).to.include({ id: '2001', price: '80', description: 'Eight ports', sku: 'SW-9' });
      const [stored] = await port.search({ number: 'CC-1' });
      expect(stored).to.deep.equal(value[0]);
      await own.close();
    });
  }

  it('that are a cost only have no stock, and the kind that the settings name', async () => {
    const raw = async (halopsa: object, number: string): Promise<Record<string, unknown>> => {
      const { items: port } = sandbox.managerWith(halopsa);
      const [item] = await port.createMany([newItem(number, { nature: 'cost' })]);
      return sandbox.person('GET', `Item/${item?.id}?includedetails=true`);
    };
    const plain = await raw({}, 'LABOUR-1');
    expect(plain).to.include({ dont_track_stock: true, doesnotneedconsigning: true });
    expect((await raw({ costItemType: 3 }, 'LABOUR-2'))['type']).to.equal(3);
    const [product] = await sandbox.manager.items.createMany([newItem('PRODUCT-1')]);
    const record = await sandbox.person('GET', `Item/${product?.id}?includedetails=true`);
    expect(record['doesnotneedconsigning']).not.to.equal(true);
  });

  it('are created in batches of a hundred', async () => {
    const wanted = Array.from({ length: 130 }, (_, index) => newItem(`B-${index}`));
    const { value, calls } = await sandbox.counting(() => sandbox.manager.items.createMany(wanted));
    expect(value.map(({ numbers }) => numbers[0])).to.deep.equal(wanted.map(({ number }) => number));
    expect(calls).to.have.length(2);
    expect(await sandbox.manager.items.createMany([])).to.deep.equal([]);
  });
});
