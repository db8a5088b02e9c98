import { expect } from 'chai';
import { list, rows, SandboxClient } from './support/sandbox-client.js';
import { acme, newOpportunity } from './support/seeded.js';

describe('writing', () => {
  let client: SandboxClient;

  before(async () => {
    client = await SandboxClient.start();
  });
  beforeEach(() => client.post('/__sandbox/reset', {}));
  after(() => client.close());

  it('creates without an id or with 0 and answers one object with 201', async () => {
    for (const start of [{}, { id: 0 }]) {
      const { status, body } = await client.post('/api/Client', [{ ...start, name: 'Newcomer' }]);
      expect(status).to.equal(201);
      expect(body).to.not.be.an('array');
      expect(body['id']).to.be.a('number').and.be.greaterThan(140);
      expect((await client.get(`/api/Client/${String(body['id'])}`)).body['name']).to.equal('Newcomer');
    }
  });

  it('answers 200 when the switch createdStatus says so', async () => {
    await client.switch({ createdStatus: 200 });
    expect((await client.post('/api/Client', [{ name: 'Old tenant' }])).status).to.equal(200);
    await client.switch({ createdStatus: 201 });
  });

  it('changes only the fields sent', async () => {
    const before = (await client.get(`/api/Client/${acme.client}`)).body;
    const { body } = await client.post('/api/Client', [{ id: acme.client, ref: 'X-1' }]);
    expect(body).to.include({
      id: acme.client,
      ref: 'X-1',
      name: before['name'],
      website: before['website'],
    });
  });

  it('silently makes a duplicate of an update that lacks its id', async () => {
    const first = (await client.post('/api/Opportunities', [newOpportunity])).body;
    const second = (await client.post('/api/Opportunities', [newOpportunity])).body;
    expect(second['id']).to.not.equal(first['id']);
    expect((await client.get('/api/Opportunities?search=Phone system')).body['record_count']).to.equal(2);
  });

  it('answers several elements with an array or the first of them', async () => {
    const two = [{ name: 'One' }, { name: 'Two' }];
    const all = await client.post('/api/Client', two);
    expect(list(all).map(({ name }) => name)).to.deep.equal(['One', 'Two']);
    await client.switch({ multiPostAnswer: 'first' });
    expect((await client.post('/api/Client', two)).body).to.include({ name: 'One' });
    await client.switch({ multiPostAnswer: 'array' });
    expect((await client.get('/api/Client')).body['record_count']).to.equal(44);
  });

  it('stores nothing of a request with one element that is refused', async () => {
    expect((await client.post('/api/Client', [{ name: 'Good' }, { website: 'nameless' }])).status).to.equal(
      400,
    );
    expect((await client.get('/api/Client')).body['record_count']).to.equal(40);
  });

  it('answers an empty array with an empty array', async () => {
    const { status, body } = await client.post('/api/Client', []);
    expect(status).to.equal(201);
    expect(body).to.deep.equal([]);
  });

  it('lets a later element of a request see an earlier one', async () => {
    await client.post('/api/Client', [
      { id: acme.client, ref: 'first' },
      { id: acme.client, website: 'https://second.example' },
    ]);
    const { body } = await client.get(`/api/Client/${acme.client}`);
    expect(body).to.include({ ref: 'first', website: 'https://second.example' });
  });

  for (const [answer, status] of [
    ['notFound', 404],
    ['badRequest', 400],
  ] as const) {
    it(`answers an update of an unknown id with ${status} (${answer})`, async () => {
      await client.switch({ unknownIdOnUpdate: answer });
      expect((await client.post('/api/Client', [{ id: 99_999, name: 'Ghost' }])).status).to.equal(status);
      await client.switch({ unknownIdOnUpdate: 'notFound' });
    });
  }

  it('makes a new record of an update of an unknown id when switched so', async () => {
    await client.switch({ unknownIdOnUpdate: 'create' });
    const { status, body } = await client.post('/api/Client', [{ id: 99_999, name: 'Ghost' }]);
    expect(status).to.equal(201);
    expect(body['id']).to.equal(141);
    await client.switch({ unknownIdOnUpdate: 'notFound' });
  });

  it('deletes softly: the answer is the record, which is then gone', async () => {
    const deleted = await client.delete('/api/Quotation/7001');
    expect(deleted.status).to.equal(200);
    expect(deleted.body['id']).to.equal(7001);
    expect((await client.get('/api/Quotation/7001')).status).to.equal(404);
    expect(rows(await client.get('/api/Quotation'), 'quotes').map(({ id }) => id)).to.not.include(7001);
    expect((await client.post('/api/Quotation', [{ id: 7001, title: 'Back?' }])).status).to.equal(404);
    expect((await client.delete('/api/Quotation/7001')).status).to.equal(404);
  });

  it('does not give the number of a deleted record to a new one', async () => {
    const first = (await client.post('/api/Client', [{ name: 'Short-lived' }])).body;
    await client.delete(`/api/Client/${String(first['id'])}`);
    expect((await client.post('/api/Client', [{ name: 'Next' }])).body['id']).to.equal(
      Number(first['id']) + 1,
    );
  });

  it('only checks with _validate_only', async () => {
    const valid = await client.post('/api/Opportunities', [{ ...newOpportunity, _validate_only: true }]);
    expect(valid.status).to.equal(200);
    expect(valid.body['id']).to.equal(0);
    const invalid = await client.post('/api/Opportunities', [
      { client_id: acme.client, _validate_only: true },
    ]);
    expect(invalid.status).to.equal(400);
    const quote = await client.post('/api/Quotation', [
      { client_id: acme.client, _validateonly: true, lines: [{ name: 'x', quantity: 2, price: 10 }] },
    ]);
    expect(quote.body).to.include({ id: 0, revenue: 20 });
    expect((await client.get('/api/Opportunities')).body['record_count']).to.equal(12);
    expect((await client.get('/api/Quotation')).body['record_count']).to.equal(7);
  });

  it('appends new_external_link to external_links', async () => {
    for (const id of ['A', 'B']) {
      await client.post('/api/Client', [
        { id: acme.client, new_external_link: { third_party_id: id, integration_name: 'Quoting' } },
      ]);
    }
    const { body } = await client.get(`/api/Client/${acme.client}?includedetails=true`);
    const links = body['external_links'] as unknown as { third_party_id: string; halo_id: number }[];
    expect(links.map((link) => link.third_party_id)).to.deep.equal(['A', 'B']);
    expect(links[0]?.halo_id).to.equal(acme.client);
    expect(body).to.not.have.property('new_external_link');
  });

  const withCustomFields: [path: string, id: number, field: number, name: string][] = [
    ['Client', acme.client, 182, 'CFIndustry'],
    ['Users', acme.laura, 183, 'CFPreferredContactMethod'],
    ['Opportunities', 5001, 185, 'CFQuoteReference'],
    ['Quotation', 7001, 186, 'CFQuotingToolReference'],
    ['Item', 1001, 188, 'CFManufacturerPartNumber'],
  ];
  for (const [path, id, fieldId, name] of withCustomFields) {
    it(`stores custom fields of ${path} by name or id`, async () => {
      for (const [key, value] of [
        [{ name }, '1'],
        [{ id: fieldId }, '2'],
      ] as const) {
        await client.post(`/api/${path}`, [{ id, customfields: [{ ...key, value }] }]);
        const { body } = await client.get(`/api/${path}/${id}?includedetails=true`);
        const fields = body['customfields'] as unknown as { id: number; value: unknown }[];
        expect(fields.find((field) => field.id === fieldId)?.value).to.equal(value);
      }
    });
  }

  it('keeps custom fields that are not sent and shows the text of a select', async () => {
    await client.post('/api/Client', [
      { id: acme.client, customfields: [{ name: 'CFIndustry', value: 'Dental' }] },
    ]);
    const { body } = await client.get(`/api/Client/${acme.client}?includedetails=true`);
    const fields = body['customfields'] as unknown as { name: string; display: string }[];
    expect(fields.slice(0, 2).map(({ name, display }) => [name, display])).to.deep.equal([
      ['CFAccountTier', 'Bronze'],
      ['CFIndustry', 'Dental'],
    ]);
  });

  it('ignores or refuses unknown custom fields', async () => {
    const send = () =>
      client.post('/api/Client', [{ id: acme.client, customfields: [{ name: 'CFNone', value: 1 }] }]);
    expect((await send()).status).to.equal(201);
    await client.switch({ unknownCustomField: 'reject' });
    const refused = await send();
    expect(refused.status).to.equal(400);
    expect(refused.body['errorMessage']).to.include('CFNone');
    await client.switch({ unknownCustomField: 'ignore' });
  });

  it('drops unknown fields, or keeps them', async () => {
    const send = () => client.post('/api/Client', [{ id: acme.client, favourite_colour: 'teal' }]);
    expect((await send()).body).to.not.have.property('favourite_colour');
    await client.switch({ unknownFields: 'keep' });
    expect((await send()).body['favourite_colour']).to.equal('teal');
    await client.switch({ unknownFields: 'drop' });
  });

  it('takes __proto__ as a field like any other', async () => {
    await client.switch({ unknownFields: 'keep' });
    const evil = `[{"id":${acme.client},"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}]`;
    const { status } = await client.request('POST', '/api/Client', evil, {
      'content-type': 'application/json',
    });
    expect(status).to.equal(201);
    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
    expect((await client.get('/api/Client?search_name_only=acme')).body['record_count']).to.equal(1);
    await client.switch({ unknownFields: 'drop' });
  });

  it('reads numbers and flags from text as the JSON binding does', async () => {
    const { body } = await client.post('/api/Client', [
      { id: String(acme.client), ACCOUNTMANAGERTECH: '4', taxable: 'false' },
    ]);
    expect(body).to.include({ id: acme.client, accountmanagertech: 4, taxable: false });
  });

  it('gives a new client a site, a general user and the contact asked for', async () => {
    const { body } = await client.post('/api/Client', [
      {
        name: 'Fresh',
        newclient_sitename: 'HQ',
        newclient_contactname: 'Ada Fresh',
        newclient_contactemail: 'ada@fresh.example',
      },
    ]);
    expect(body).to.include({ main_site_name: 'HQ' });
    const users = rows(await client.get(`/api/Users?client_id=${String(body['id'])}`), 'users');
    expect(users.map(({ name }) => name)).to.deep.equal(['General User', 'Ada Fresh']);
  });

  it('stores the details of a site only with issitedetails', async () => {
    const details = { client_id: acme.client, phonenumber: '123', delivery_address: { line1: '9 New Road' } };
    const bare = (await client.post('/api/Site', [{ name: 'Bare', ...details }])).body;
    expect(bare).to.include({ name: 'Bare', delivery_address_line1: '' });
    expect(bare).to.not.have.property('phonenumber');
    const full = (await client.post('/api/Site', [{ name: 'Full', issitedetails: true, ...details }])).body;
    expect(full).to.include({
      phonenumber: '123',
      delivery_address_line1: '9 New Road',
      client_name: 'Acme Dental Group',
    });
    const kept = (await client.post('/api/Site', [{ id: Number(full['id']), phonenumber: '456' }])).body;
    expect(kept['phonenumber']).to.equal('123');
  });

  it('completes the name of a user and finds its client', async () => {
    const { body } = await client.post('/api/Users', [
      { firstname: 'Ada', surname: 'Moreau', site_id: acme.site },
    ]);
    expect(body).to.include({ name: 'Ada Moreau', client_id: acme.client, client_name: 'Acme Dental Group' });
    expect((await client.post('/api/Users', [{ name: 'Lost' }])).status).to.equal(400);
  });

  it('stores supplier rows with an item', async () => {
    const { body } = await client.post('/api/Item', [
      {
        name: 'Widget',
        assetgroup_id: 41,
        baseprice: 10,
        item_suppliers: [{ supplier_id: 61, supplier_sku: 'W-1', cost: 4 }],
      },
    ]);
    const { body: stored } = await client.get(`/api/Item/${String(body['id'])}?includedetails=true`);
    expect(stored['item_suppliers']?.[0]).to.include({
      supplier_sku: 'W-1',
      supplier_name: 'Brightline Distribution',
    });
  });
});
