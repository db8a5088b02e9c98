import { expect } from 'chai';
import { list, rows, SandboxClient, type Json } from './support/sandbox-client.js';
import { acme, newOpportunity, riverside, status } from './support/seeded.js';

describe('opportunities', () => {
  let client: SandboxClient;

  before(async () => {
    client = await SandboxClient.start({ now: () => Date.parse('2026-11-23T10:00:00Z') });
  });
  beforeEach(() => client.post('/__sandbox/reset', {}));
  after(() => client.close());

  const create = async (fields: Record<string, unknown> = {}): Promise<Json> =>
    (await client.post('/api/Opportunities', [{ ...newOpportunity, ...fields }])).body;

  it('get a type, a status, a date and names', async () => {
    expect(await create()).to.include({
      tickettype_name: 'Opportunity',
      status_name: 'New',
      client_name: 'Acme Dental Group',
      user_name: 'Laura Chen',
      agent_name: 'Unassigned',
      dateoccurred: '2026-11-23T10:00:00',
      is_opportunity: true,
    });
  });

  it('are tickets too', async () => {
    const { id } = await create();
    expect((await client.get(`/api/Tickets/${String(id)}`)).body).to.include({ summary: 'Phone system' });
    const tickets = await client.get('/api/Tickets?search_summary=phone system');
    expect(rows(tickets, 'tickets')).to.have.length(1);
    expect((await client.get('/api/Tickets')).body['record_count']).to.equal(16);
    expect((await client.get('/api/Tickets?domain=opps')).body['record_count']).to.equal(13);
  });

  it('show list columns only in lists', async () => {
    const { id } = await create({
      details: 'long story',
      oppcompetitors: 'Others',
      third_party_id_string: 'QW-1',
    });
    const [row] = rows(await client.get('/api/Opportunities?search=phone'), 'tickets');
    expect(row).to.include({ id, summary: 'Phone system', quotation_count: 0 });
    expect(row).to.not.have.any.keys('details', 'oppcompetitors', 'third_party_id_string', 'customfields');
    const full = (await client.get(`/api/Opportunities/${String(id)}`)).body;
    expect(full).to.include({ details: 'long story', third_party_id_string: 'QW-1' });
  });

  it('show third-party fields in lists when switched so', async () => {
    await create({
      third_party_id_string: 'QW-1',
      opportunity_third_party_url: 'https://q.example/1',
      third_party_id: 7,
    });
    await client.switch({ opportunityListHasThirdParty: true });
    const [row] = rows(await client.get('/api/Opportunities?search=phone'), 'tickets');
    expect(row).to.include({
      third_party_id: 7,
      third_party_id_string: 'QW-1',
      opportunity_third_party_url: 'https://q.example/1',
    });
    await client.switch({ opportunityListHasThirdParty: false });
  });

  it('weigh their value by probability', async () => {
    const shown = await create({
      oppvalue: 1234.5,
      oppconversionprobability: 40,
      targetdate: '2026-12-31T00:00:00Z',
    });
    expect(shown).to.include({ oppvalueadjusted: 493.8, targetdate: '2026-12-31T00:00:00' });
  });

  it('are closed and reopened by their status', async () => {
    const { id } = await create();
    const won = (
      await client.post('/api/Opportunities', [
        { id, status_id: status.won, oppclosurecategory: 1, oppconverteddate: '2026-11-20T09:00:00Z' },
      ])
    ).body;
    expect(won).to.include({
      hasbeenclosed: true,
      dateclosed: '2026-11-23T10:00:00',
      oppclosurecategory: 1,
      oppconverteddate: '2026-11-20T09:00:00',
    });
    const open = (await client.post('/api/Opportunities', [{ id, status_id: status.inProgress }])).body;
    expect(open).to.include({ hasbeenclosed: false, dateclosed: null });
  });

  it('are filtered by state, type, owner and date', async () => {
    const count = async (query: string) =>
      (await client.get(`/api/Opportunities?${query}`)).body['record_count'];
    expect(await count('open_only=true')).to.equal(9);
    expect(await count('closed_only=true')).to.equal(3);
    expect(await count('requesttype_id=35')).to.equal(2);
    expect(await count('status_id=25,26')).to.equal(3);
    expect(await count(`client_id=${acme.client}&user_id=${acme.laura}&site_id=${acme.site}`)).to.equal(2);
    expect(await count('agent_id=3')).to.equal(3);
    expect(await count('startdate=2026-06-01T00:00:00Z')).to.equal(2);
    expect(await count('withattachments=true')).to.equal(1);
  });

  it('refuse a user without its site, unless switched to find it', async () => {
    const sent = { ...newOpportunity, site_id: undefined };
    expect((await client.post('/api/Opportunities', [sent])).status).to.equal(400);
    await client.switch({ userNeedsSite: 'derive' });
    expect((await client.post('/api/Opportunities', [sent])).body).to.include({ site_id: acme.site });
    await client.switch({ userNeedsSite: 'reject' });
  });

  it('refuse places that do not belong together', async () => {
    for (const wrong of [
      { user_id: riverside.patrick },
      { client_id: riverside.client },
      { user_id: 99_999 },
    ]) {
      const { status: code, body } = await client.post('/api/Opportunities', [
        { ...newOpportunity, ...wrong },
      ]);
      expect(code, JSON.stringify(wrong)).to.equal(400);
      expect(body['Message']).to.be.a('string');
    }
  });

  it('take the general user for userlookup -1 and for a client alone', async () => {
    for (const who of [{ userlookup: { id: -1 } }, {}]) {
      const { body } = await client.post('/api/Opportunities', [
        { summary: 'Nobody', client_id: acme.client, ...who },
      ]);
      expect(body).to.include({ site_id: acme.site, user_name: 'General User' });
    }
  });

  it('land at the default client when there is none', async () => {
    const { body } = await client.post('/api/Opportunities', [
      { summary: 'Prospect', oppcompanyname: 'Unknown Inc' },
    ]);
    expect(body).to.include({ client_name: 'Northwind Managed IT', oppcompanyname: 'Unknown Inc' });
  });

  it('need the mandatory fields of the tenant unless _novalidate is sent', async () => {
    await client.switch({ mandatoryOpportunityFields: ['oppcompetitors', 'CFLeadSource'] });
    const missing = await client.post('/api/Opportunities', [{ ...newOpportunity, oppcompetitors: 'none' }]);
    expect(missing.status).to.equal(400);
    expect(missing.body['Message']).to.include('CFLeadSource');
    expect((await create({ _novalidate: true }))['id']).to.be.a('number');
    const filled = { oppcompetitors: 'none', customfields: [{ name: 'CFLeadSource', value: 1 }] };
    expect((await create(filled))['id']).to.be.a('number');
    await client.switch({ mandatoryOpportunityFields: [] });
  });

  it('ask back before a duplicate when the soft rule is on', async () => {
    await client.switch({ softRule: 'duplicateOpportunity' });
    await create();
    const asked = await client.post('/api/Opportunities', [newOpportunity]);
    expect(asked.status).to.equal(201);
    expect(asked.body['id']).to.equal(0);
    expect(asked.body['_warning']).to.include('same summary');
    expect((await client.get('/api/Opportunities?search=phone')).body['record_count']).to.equal(1);
    expect((await create({ _force: true }))['id']).to.be.greaterThan(0);
    await client.switch({ softRule: 'none' });
  });

  it('count their quotes and can take their value from them', async () => {
    const { id } = await create({ oppvalue: 5 });
    const lines = [{ name: 'Thing', quantity: 3, price: 10.1 }];
    await client.post('/api/Quotation', [{ ticket_id: id, lines }]);
    const read = async () => (await client.get(`/api/Opportunities/${String(id)}`)).body;
    expect(await read()).to.include({ quotation_count: 1, oppvalue: 5 });
    await client.switch({ opportunityValueFromQuote: true });
    expect(await read()).to.include({ oppvalue: 30.3 });
    expect((await client.get('/api/Control')).body['oppvalue_from_quote']).to.equal(true);
    await client.switch({ opportunityValueFromQuote: false });
  });

  it('take files with them, or are not stored at all', async () => {
    const { id } = await create({ attachments: [{ filename: 'a.txt', data_base64: 'aGVsbG8=' }] });
    const files = await client.get(`/api/Attachment?ticket_id=${String(id)}`);
    expect(rows(files, 'attachments')[0]).to.include({ filename: 'a.txt', filesize: 5 });
    const bad = await client.post('/api/Opportunities', [
      { ...newOpportunity, attachments: [{ filename: 'b.txt' }] },
    ]);
    expect(bad.status).to.equal(400);
    expect((await client.get('/api/Opportunities?search=phone')).body['record_count']).to.equal(1);
  });

  it('show empty dates as null or as the sentinel', async () => {
    const { id } = await create();
    await client.switch({ emptyDates: 'sentinel' });
    const { body } = await client.get(`/api/Opportunities/${String(id)}`);
    expect(body).to.include({ dateclosed: '1899-12-30T00:00:00', targetdate: '1899-12-30T00:00:00' });
    await client.switch({ emptyDates: 'absent' });
  });

  it('have types, statuses and closure categories to choose from', async () => {
    const types = list(await client.get('/api/TicketType?domain=opps'));
    expect(types.map(({ name }) => name)).to.deep.equal([
      'Opportunity',
      'Sales Opportunity - Projects',
      'Renewal',
      'Tender',
    ]);
    const open = list(await client.get('/api/Status?excludeclosed=true')).map(({ name }) => name);
    expect(open).to.include('New').and.not.include('Won');
    const categories = list(await client.get('/api/Lookup?lookupid=57')).map(({ name }) => name);
    expect(categories).to.deep.equal([
      'Won - price',
      'Won - relationship',
      'Lost - price',
      'Lost - no decision',
    ]);
  });
});
