import { expect } from 'chai';
import { switchTable } from '../src/index.js';
import { list, rows, SandboxClient } from './support/sandbox-client.js';
import { acme } from './support/seeded.js';

describe('lists', () => {
  let client: SandboxClient;

  before(async () => {
    client = await SandboxClient.start();
  });
  beforeEach(() => client.post('/__sandbox/reset', {}));
  after(() => client.close());

  const envelopes: [path: string, key: string][] = [
    ['Client', 'clients'],
    ['Site', 'sites'],
    ['Users', 'users'],
    ['Opportunities', 'tickets'],
    ['Tickets', 'tickets'],
    ['Projects', 'tickets'],
    ['Quotation', 'quotes'],
    ['Item', 'items'],
    ['Supplier', 'suppliers'],
    ['Attachment', 'attachments'],
  ];
  for (const [path, key] of envelopes) {
    it(`/${path} answers an envelope with ${key}`, async () => {
      const { status, body } = await client.get(`/api/${path}`);
      expect(status).to.equal(200);
      expect(body).to.include.keys('page_no', 'page_size', 'record_count', key);
      expect(body[key]).to.be.an('array').with.length.greaterThan(0);
      expect(body['record_count']).to.equal((body[key] as unknown as unknown[]).length);
    });
  }

  for (const path of [
    'Agent',
    'TicketType',
    'Status',
    'AssetGroup',
    'Tax',
    'Currency',
    'itemsupplier',
    'FieldInfo',
  ]) {
    it(`/${path} answers a bare array`, async () => {
      expect((await client.get(`/api/${path}`)).body)
        .to.be.an('array')
        .with.length.greaterThan(0);
    });
  }

  it('searches products in the fields of the switch itemSearchFields', async () => {
    await client.post('/api/Item', [{ name: 'Odd', qbosku: 'QB-77', internalreference: 'IN-77' }]);
    const hits = async (search: string): Promise<number> =>
      Number((await client.get(`/api/Item?search=${search}`)).body['record_count']);
    expect([await hits('IN-77'), await hits('QB-77')]).to.deep.equal([1, 0]);
    await client.post('/__sandbox/switches', { itemSearchFields: ['qbosku'] });
    try {
      expect([await hits('IN-77'), await hits('QB-77')]).to.deep.equal([0, 1]);
    } finally {
      await client.post('/__sandbox/switches', { itemSearchFields: switchTable.itemSearchFields.default });
    }
  });

  it('serves routes in any letter case, with and without /api and a slash at the end', async () => {
    for (const path of ['/api/client', '/API/CLIENT', '/Client', '/client/']) {
      expect((await client.get(path)).body['record_count'], path).to.equal(40);
    }
  });

  it('adds the list fields of its schema to users and attachments', async () => {
    const users = await client.get('/api/Users?count=3');
    expect(users.body['user_ids']).to.deep.equal(rows(users, 'users').map(({ id }) => id));
    const attachments = await client.get('/api/Attachment?ticket_id=5001');
    expect(attachments.body).to.include({ ticket_id: 5001, record_count: 1, unique_id: 0 });
    expect(attachments.body['folders']).to.deep.equal([]);
  });

  it('ignores page_size and page_no without pageinate', async () => {
    const { body } = await client.get('/api/Client?page_size=5&page_no=2');
    expect(body['clients']).to.have.length(40);
  });

  it('pages with pageinate and counts all matches', async () => {
    const page = (no: number) => client.get(`/api/Client?pageinate=true&page_size=15&page_no=${no}`);
    const sizes = [];
    for (const no of [1, 2, 3]) {
      const answer = await page(no);
      expect(answer.body).to.include({ page_no: no, page_size: 15, record_count: 40 });
      sizes.push(rows(answer, 'clients').length);
    }
    expect(sizes).to.deep.equal([15, 15, 10]);
  });

  it('answers a page past the end with record_count 0', async () => {
    const { body } = await client.get('/api/Client?pageinate=true&page_size=50&page_no=2');
    expect(body).to.include({ record_count: 0 });
    expect(body['clients']).to.deep.equal([]);
  });

  it('caps a page silently, at a switch', async () => {
    expect((await client.get('/api/Item?pageinate=true&page_size=500')).body['items']).to.have.length(100);
    await client.switch({ pageCap: 30 });
    expect((await client.get('/api/Item?pageinate=true&page_size=500')).body['items']).to.have.length(30);
    await client.switch({ pageCap: 100 });
  });

  it('cuts a list that is not paged by count and by the switch unpagedCap', async () => {
    const counted = await client.get('/api/Item?count=7');
    expect(counted.body['items']).to.have.length(7);
    expect(counted.body['record_count']).to.equal(600);
    await client.switch({ unpagedCap: 20 });
    expect((await client.get('/api/Item')).body['items']).to.have.length(20);
    await client.switch({ unpagedCap: 0 });
  });

  it('finds users and items by search', async () => {
    expect(rows(await client.get('/api/Users?search=LAURA.CHEN'), 'users')).to.have.length(1);
    expect(rows(await client.get('/api/Item?search=m365-bp'), 'items')[0]).to.include({ id: 1010 });
    expect(rows(await client.get('/api/Opportunities?search=netzwerk'), 'tickets')).to.have.length(1);
    expect(rows(await client.get('/api/Quotation?search=augsburg'), 'quotes')).to.have.length(1);
  });

  it('ignores plain search on clients unless switched, and always honours advanced_search', async () => {
    expect((await client.get('/api/Client?search=evergreen')).body['record_count']).to.equal(40);
    const filter = JSON.stringify([{ filter_name: 'name', filter_type: 4, filter_value: 'evergreen' }]);
    const found = await client.get(`/api/Client?advanced_search=${encodeURIComponent(filter)}`);
    expect(rows(found, 'clients').map(({ name }) => name)).to.deep.equal([
      'Evergreen Property',
      'Evergreen Property',
    ]);
    await client.switch({ clientSearchIgnored: false });
    expect((await client.get('/api/Client?search=evergreen')).body['record_count']).to.equal(2);
    await client.switch({ clientSearchIgnored: true });
  });

  it('refuses an advanced_search that is no list of known filters', async () => {
    expect((await client.get('/api/Client?advanced_search={')).status).to.equal(400);
    const odd = encodeURIComponent(
      JSON.stringify([{ filter_name: 'name', filter_type: 9, filter_value: 'x' }]),
    );
    expect((await client.get(`/api/Client?advanced_search=${odd}`)).status).to.equal(400);
  });

  it('sorts by several columns', async () => {
    const answer = await client.get('/api/Item?order=assetgroup_id&orderdesc=true&order2=baseprice&count=40');
    const sorted = rows(answer, 'items').map(
      (row) => [Number(row['assetgroup_id']), Number(row['baseprice'])] as const,
    );
    const expected = [...sorted].sort((a, b) => b[0] - a[0] || a[1] - b[1]);
    expect(sorted).to.deep.equal(expected);
    expect(new Set(sorted.map(([, price]) => price)).size).to.be.greaterThan(5);
  });

  it('survives an order by something that is no column', async () => {
    expect((await client.get('/api/Client?order=hasOwnProperty')).body['clients']).to.have.length(40);
  });

  it('filters by parent', async () => {
    const users = rows(
      await client.get(`/api/Users?client_id=${acme.client}&exclude_generaluser=true`),
      'users',
    );
    expect(users.map(({ name }) => name)).to.deep.equal(['Laura Chen', 'Omar Haddad']);
    const sites = rows(await client.get(`/api/Site?client_id=${acme.client}`), 'sites');
    expect(sites.map(({ name }) => name)).to.deep.equal(['Main', 'Lakeside Clinic']);
    const cables = rows(await client.get('/api/Item?assetgroup_id=47'), 'items');
    expect(cables.every((row) => Number(row['assetgroup_id']) === 47)).to.equal(true);
    expect(rows(await client.get('/api/Item?assetgroups=41,46'), 'items').length).to.be.greaterThan(
      cables.length,
    );
    expect((await client.get('/api/Quotation?ticket_id=5001')).body['record_count']).to.equal(1);
  });

  it('tells recurring items from others', async () => {
    const count = async (query: string) =>
      Number((await client.get(`/api/Item?${query}`)).body['record_count']);
    const [recurring, other] = [await count('recurringonly=true'), await count('excluderecurring=true')];
    expect(recurring).to.be.greaterThan(0);
    expect(recurring + other).to.equal(600);
  });

  it('hides inactive records unless asked', async () => {
    await client.post('/api/Users', [{ id: acme.omar, inactive: true }]);
    const count = async (query: string) =>
      Number((await client.get(`/api/Users?${query}`)).body['record_count']);
    const [active, all] = [await count(''), await count('includeinactive=true')];
    expect(all - active).to.equal(1);
    expect(await count('includeinactive=true&includeactive=false')).to.equal(1);
  });

  it('answers ids only', async () => {
    expect(rows(await client.get('/api/Client?idonly=true&count=2'), 'clients')).to.deep.equal([
      { id: 101 },
      { id: 102 },
    ]);
  });

  it('hides API-only agents and the unassigned one unless asked', async () => {
    const names = async (query: string) =>
      list(await client.get(`/api/Agent?${query}`)).map(({ name }) => name);
    expect(await names(''))
      .to.have.length(10)
      .and.include('Dana Whitfield');
    expect(await names('includeapiagents=true')).to.include('API Quotebridge');
    expect(await names('includeapiagents=true&includeunassigned=true')).to.have.length(12);
    expect((await client.get('/api/Agent/me')).body).to.include({
      name: 'API Quotebridge',
      isapiagent: true,
    });
  });

  it('lists the heavy parts of a record by id with includedetails only', async () => {
    const plain = await client.get(`/api/Site/${acme.site}`);
    expect(plain.body).to.include({ name: 'Main', delivery_address_line1: '210 Market Street' });
    expect(plain.body).to.not.have.any.keys('delivery_address', 'customfields');
    const full = await client.get(`/api/Site/${acme.site}?includedetails=true`);
    expect(full.body['delivery_address']).to.include({
      line3: 'Springfield',
      line4: 'IL',
      postcode: '62701',
    });
    expect(full.body['customfields']).to.be.an('array');
  });
});
