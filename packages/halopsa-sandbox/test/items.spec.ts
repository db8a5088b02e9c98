import { expect } from 'chai';
import { list, rows, SandboxClient, type Json } from './support/sandbox-client.js';
import { item } from './support/seeded.js';

describe('items', () => {
  let client: SandboxClient;

  before(async () => {
    client = await SandboxClient.start({ rateLimit: false });
  });
  beforeEach(() => client.post('/__sandbox/reset', {}));
  after(() => client.close());

  const find = async (query: string): Promise<Json[]> =>
    rows(await client.get(`/api/Item?${query}`), 'items');
  const ids = async (query: string): Promise<unknown[]> => (await find(query)).map(({ id }) => id);

  it('show in list rows what a catalogue needs', async () => {
    expect((await find('search=LAT-5550-I7'))[0]).to.include({
      id: item.laptop,
      supplier_part_code: 'LAT-5550-I7',
      default_supplier_part_code: '61-LAT-5550-I7',
      supplier_id: 61,
      supplier_name: 'Brightline Distribution',
      manufacturer_name: 'Dell',
      assetgroup_id: 41,
      assetgroup_name: 'Hardware',
      baseprice: 1399,
      costprice: 1120,
      isrecurringitem: false,
      quantity_in_stock: 12,
      dont_track_stock: false,
      doesnotneedconsigning: false,
      type: 0,
    });
    expect((await find('search=M365-BP'))[0]).to.include({
      isrecurringitem: true,
      recurringprice: 22,
      recurringcost: 17.6,
      item_default_billing_period: 2,
    });
  });

  it('are filtered by group, supplier, recurrence and stock', async () => {
    const all = await find('');
    const expected = (keep: (row: Json) => boolean): unknown[] => all.filter(keep).map(({ id }) => id);
    const recurring = (row: Json): boolean => String(row['isrecurringitem']) === 'true';
    expect(await ids('assetgroup_id=46')).to.deep.equal(
      expected((row) => Number(row['assetgroup_id']) === 46),
    );
    expect(await ids('supplier_id=65')).to.deep.equal(expected((row) => Number(row['supplier_id']) === 65));
    expect(await ids('recurringonly=true')).to.deep.equal(expected(recurring));
    expect(await ids('excluderecurring=true')).to.deep.equal(expected((row) => !recurring(row)));
    const without = await ids('show_not_in_stock=false');
    expect(expected((row) => !without.includes(row['id']))).to.deep.equal([1009]);
    expect(await ids('supplier_id=65&recurringonly=true')).to.deep.equal([]);
  });

  it('are hidden when inactive, unless asked for', async () => {
    await client.post('/api/Item', [{ id: item.cable, status: 1 }]);
    expect(await ids('search=CAT6-3M-BL')).to.deep.equal([]);
    for (const asked of ['includeinactive=true', 'activeinactive=false,true', 'activeinactive=true,true']) {
      expect(await ids(`search=CAT6-3M-BL&${asked}`), asked).to.deep.equal([item.cable]);
    }
    expect(await ids('search=LAT-5550-I7&activeinactive=false,true')).to.deep.equal([]);
    expect(await ids('search=LAT-5550-I7&activeinactive=true,false')).to.deep.equal([item.laptop]);
  });

  it('are searched in the columns of a switch', async () => {
    const both = ['name', 'supplier_part_code'];
    expect(await ids('search=61-LAT-5550-I7')).to.deep.equal([item.laptop]);
    const { body } = await client.get('/__sandbox/switches');
    await client.switch({ itemSearchFields: both });
    expect(await ids('search=61-LAT-5550-I7')).to.deep.equal([]);
    expect(await ids('search=LAT-5550-I7')).to.deep.equal([item.laptop]);
    await client.switch({ itemSearchFields: body['itemSearchFields'] });
  });

  it('are updated by id, several at once, field by field', async () => {
    const before = (await client.get(`/api/Item/${item.laptop}?includedetails=true`)).body;
    const { status, body } = await client.post('/api/Item', [
      { id: item.laptop, baseprice: 1450.5, costprice: 1150.25 },
      { id: item.m365, recurringprice: 23, recurringcost: 18, description: 'Neu: größer' },
    ]);
    expect(status).to.equal(201);
    expect((body as unknown as Json[]).map(({ id }) => id)).to.deep.equal([item.laptop, item.m365]);
    const after = (await client.get(`/api/Item/${item.laptop}?includedetails=true`)).body;
    expect(after).to.deep.equal({ ...before, baseprice: 1450.5, costprice: 1150.25 });
    expect((await client.get(`/api/Item/${item.m365}`)).body).to.include({
      recurringprice: 23,
      description: 'Neu: größer',
      supplier_part_code: 'M365-BP',
    });
  });

  it('keep their type and stock flags', async () => {
    const fields = { type: 2, dont_track_stock: true, doesnotneedconsigning: true };
    const { body } = await client.post('/api/Item', [{ name: 'Freight', assetgroup_id: 48, ...fields }]);
    expect((await client.get(`/api/Item/${String(body['id'])}`)).body).to.include(fields);
  });

  it('refuse a supplier, a tax, a group or a currency that does not exist', async () => {
    for (const fields of [
      { supplier_id: 9 },
      { taxcode: 99 },
      { assetgroup_id: 1 },
      { purchase_currency_code: 9 },
    ]) {
      const { status } = await client.post('/api/Item', [{ name: 'Widget', ...fields }]);
      expect(status, JSON.stringify(fields)).to.equal(400);
    }
  });

  it('have numbers of their suppliers, with details and as a list of their own', async () => {
    const { body } = await client.get(`/api/Item/${item.laptop}?includedetails=true`);
    const [own] = body['item_suppliers'] as unknown as Json[];
    expect(own).to.include({
      supplier_sku: '61-LAT-5550-I7',
      supplier_name: 'Brightline Distribution',
      cost: 1120,
    });
    expect((await find('search=LAT-5550-I7'))[0]).to.not.have.property('item_suppliers');
    const change = [
      { id: Number(own?.['id']), supplier_sku: 'NEW-1' },
      { supplier_id: 62, supplier_sku: 'C-9' },
    ];
    await client.post('/api/Item', [{ id: item.laptop, item_suppliers: change }]);
    const listed = list(await client.get(`/api/itemsupplier?item_id=${item.laptop}`));
    expect(listed.map(({ supplier_id: supplier, supplier_sku: sku }) => [supplier, sku])).to.deep.equal([
      [61, 'NEW-1'],
      [62, 'C-9'],
    ]);
  });
});
