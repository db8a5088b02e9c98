import { expect } from 'chai';
import { linesOf, QuoteBook } from './support/quote-book.js';
import { list, rows } from './support/sandbox-client.js';
import { acme, item, riverside } from './support/seeded.js';

describe('quotations', () => {
  let client: QuoteBook;

  before(async () => {
    client = await QuoteBook.open();
  });
  beforeEach(() => client.post('/__sandbox/reset', {}));
  after(() => client.close());

  it('get status, dates and the customer of their opportunity', async () => {
    const quote = await client.save({ ticket_id: 5001, title: 'From the opportunity' });
    expect(quote).to.include({
      status_name: 'New',
      date: '2026-11-23T10:00:00',
      expiry_date: '2026-12-23T10:00:00',
      client_name: 'Acme Dental Group',
      site_id: acme.site,
      user_name: 'Laura Chen',
      ticket_summary: 'Workstation refresh, front desk',
      createdbyagentname: 'API Quotebridge',
    });
  });

  it('find their client by user or site', async () => {
    expect(await client.save({ user_id: riverside.patrick })).to.include({
      client_id: riverside.client,
      site_id: riverside.site,
    });
    expect(await client.save({ site_id: riverside.site })).to.include({ client_id: riverside.client });
  });

  it('need a customer and records that exist', async () => {
    for (const wrong of [{}, { ticket_id: 99_999 }, { user_id: riverside.patrick, client_id: acme.client }]) {
      const { status, body } = await client.post('/api/Quotation', [{ title: 'x', ...wrong }]);
      expect(status, JSON.stringify(wrong)).to.equal(400);
      expect(body['Message']).to.be.a('string');
    }
    const line = await client.post('/api/Quotation', [{ client_id: acme.client, lines: [{ item_id: 5 }] }]);
    expect(line.status).to.equal(400);
  });

  it('keep third-party fields of the quote and its lines', async () => {
    const quote = await client.create(
      [{ name: 'x', quoter_id: 'line-1', customfields: [{ name: 'CFLineReference', value: 'R' }] }],
      {
        third_party_number: 'Q-77',
        third_party_url: 'https://quoting.example/77',
        po_ref: 'PO 9',
      },
    );
    const stored = await client.read(quote['id']);
    expect(stored).to.include({
      third_party_number: 'Q-77',
      third_party_url: 'https://quoting.example/77',
      po_ref: 'PO 9',
    });
    expect(linesOf(stored)[0]).to.include({ quoter_id: 'line-1', qhid: quote['id'] });
    expect(linesOf(stored)[0]?.['customfields']?.[0]).to.include({ name: 'CFLineReference', value: 'R' });
  });

  it('take name, price, cost and period of a line from its product', async () => {
    const [laptop, licence] = linesOf(
      await client.create([{ item_id: item.laptop }, { item_id: item.edr, quantity: 4, price: 60 }]),
    );
    expect(laptop).to.include({
      quantity: 1,
      price: 1399,
      costprice: 1120,
      billingperiod: 0,
      item_sku: 'LAT-5550-I7',
    });
    expect(licence).to.include({
      quantity: 4,
      price: 60,
      costprice: 42,
      billingperiod: 3,
      item_recurring: true,
    });
  });

  it('have whole headers without lines in lists, lines with includelines', async () => {
    const [row] = rows(await client.get('/api/Quotation?ticket_id=5001'), 'quotes');
    expect(row).to.include({ title: 'Front desk refresh, 6 seats', client_name: 'Acme Dental Group' });
    expect(row).to.not.have.property('lines');
    const [full] = rows(await client.get('/api/Quotation?ticket_id=5001&includelines=true'), 'quotes');
    expect(full?.['lines']).to.have.length(3);
    expect((await client.get('/api/Quotation/7001')).body).to.not.have.property('lines');
    expect(linesOf(await client.read(7001))).to.have.length(3);
  });

  it('are filtered by status and by open or closed', async () => {
    const count = async (query: string) => (await client.get(`/api/Quotation?${query}`)).body['record_count'];
    expect(await count('quote_status=2,3')).to.equal(4);
    expect(await count('open=true')).to.equal(6);
    expect(await count('closed=true')).to.equal(1);
  });

  it('answer without lines when switched so', async () => {
    await client.switch({ quoteAnswerHasLines: false });
    const quote = await client.create([{ name: 'x', price: 5 }]);
    expect(quote).to.not.have.property('lines');
    expect(quote['revenue']).to.equal(5);
    await client.switch({ quoteAnswerHasLines: true });
    expect(linesOf(await client.read(quote['id']))).to.have.length(1);
  });

  it('are approved by the customer, which moves the opportunity', async () => {
    const { status, body } = await client.post('/api/Quotation/Approval', [
      { id: 7001, result: true, approvalname: 'Laura Chen', ponumber: 'PO-5' },
    ]);
    expect(status).to.equal(201);
    expect(body).to.include({
      status_name: 'Accepted',
      approvalstate: 2,
      approvalname: 'Laura Chen',
      ponumber: 'PO-5',
    });
    const opportunity = (await client.get('/api/Opportunities/5001')).body;
    expect(opportunity).to.include({ status_name: 'Won', hasbeenclosed: true });
  });

  it('are rejected by the customer', async () => {
    const { body } = await client.post('/api/Quotation/Approval', [{ id: 7001, result: false }]);
    expect(body).to.include({ status_name: 'Rejected', approvalstate: 1 });
    expect((await client.post('/api/Quotation/Approval', [{ id: 7001 }])).status).to.equal(400);
    expect((await client.post('/api/Quotation/Approval', [{ id: 1, result: true }])).status).to.equal(404);
  });

  it('move their opportunity with new_ticket_status', async () => {
    await client.save({ id: 7001, status: 2, new_ticket_status: 24 });
    expect((await client.get('/api/Opportunities/5001')).body).to.include({ status_name: 'Quote Sent' });
  });

  it('have statuses in lookup 39', async () => {
    const names = list(await client.get('/api/Lookup?lookupid=39')).map(({ name }) => name);
    expect(names).to.deep.equal(['New', 'Sent', 'Accepted', 'Rejected', 'Revised', 'Expired']);
    expect(list(await client.get('/api/Lookup?lookupid=11')).map(({ id }) => id)).to.include.members([
      11, 39, 57,
    ]);
  });

  it('are steered by the settings', async () => {
    const { body } = await client.get('/api/Control');
    expect(body).to.include({
      default_quote_status: 1,
      default_quote_accepted_status: 3,
      next_quote_id: 7008,
    });
    expect(body).to.include.keys(
      'ticketstatusafterquoteaccepted',
      'quoteexpirydays',
      'default_opp_tickettype_id',
    );
  });
});
