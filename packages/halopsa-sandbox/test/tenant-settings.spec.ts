import { expect } from 'chai';
import { rows, SandboxClient, type Json } from './support/sandbox-client.js';
import { acme, newOpportunity, status } from './support/seeded.js';

const quoteStatus = { new: 1, sent: 2, accepted: 3, rejected: 4 } as const;

describe('settings of the tenant', () => {
  let client: SandboxClient;

  before(async () => {
    client = await SandboxClient.start({ rateLimit: false });
  });
  beforeEach(() => client.post('/__sandbox/reset', {}));
  after(() => client.close());

  const control = async (): Promise<Json> => (await client.get('/api/Control')).body;
  const create = (fields: Record<string, unknown>) =>
    client.post('/api/Opportunities', [{ ...newOpportunity, ...fields }]);

  it('are shown by GET /Control and in the state as the switches stand', async () => {
    const names = ['show_pipeline_stages', 'create_so_on_quote_approved', 'oppvalue_from_quote'] as const;
    for (const name of names) expect((await control())[name], name).to.equal(false);
    expect(await control()).to.include({ default_pipeline_stage: 0 });
    await client.switch({
      pipelineStages: 'on',
      salesOrderOnApproval: true,
      opportunityValueFromQuote: true,
    });
    for (const name of names) expect((await control())[name], name).to.equal(true);
    expect(await control()).to.include({ default_pipeline_stage: 1, default_quote_accepted_status: 3 });
    expect((await client.get('/__sandbox/state')).body['control']).to.deep.equal(await control());
    await client.switch({
      pipelineStages: 'off',
      salesOrderOnApproval: false,
      opportunityValueFromQuote: false,
    });
  });

  it('may ask for a pipeline stage', async () => {
    expect((await create({ pipeline_stage_id: 9 })).body).to.include({ pipeline_stage_name: '' });
    await client.switch({ pipelineStages: 'on' });
    expect((await create({})).status).to.equal(201);
    expect((await create({ pipeline_stage_id: 9 })).status).to.equal(400);
    const named = { pipeline_stage_id: 2, pipeline_stage_name: 'Propose' };
    expect((await create({ pipeline_stage_id: 2 })).body).to.include(named);
    await client.switch({ pipelineStages: 'mandatory' });
    const refused = await create({});
    expect(refused.status).to.equal(400);
    expect(refused.body['Message']).to.include('pipeline_stage_id');
    expect((await create({ _novalidate: true })).status).to.equal(201);
    expect((await create({ pipeline_stage_id: 3 })).status).to.equal(201);
    const update = await client.post('/api/Opportunities', [{ id: 5001, oppvalue: 3 }]);
    expect(update.status).to.equal(201);
    await client.switch({ pipelineStages: 'off' });
  });

  it('know the closure categories, and a won opportunity keeps its day', async () => {
    expect((await create({ oppclosurecategory: 99 })).status).to.equal(400);
    const won = { status_id: status.won, oppclosurecategory: 1, oppconverteddate: '2026-11-02T00:00:00' };
    const { body } = await create(won);
    const stored = (await client.get(`/api/Opportunities/${String(body['id'])}?includedetails=true`)).body;
    expect(stored).to.include({ ...won, hasbeenclosed: true });
  });

  it('move a ticket by the status of its quote only when switched so', async () => {
    const statusOf = async () => (await client.get('/api/Opportunities/5001')).body['status_id'];
    const give = (id: number) => client.post('/api/Quotation', [{ id: 7001, status: id }]);
    await give(quoteStatus.accepted);
    expect(await statusOf()).to.equal(status.inProgress);
    await client.switch({ quoteStatusMovesTicket: true });
    await client.post('/api/Quotation', [{ id: 7001, title: 'Same status' }]);
    expect(await statusOf()).to.equal(status.inProgress);
    await give(quoteStatus.sent);
    expect(await statusOf()).to.equal(24);
    await give(quoteStatus.accepted);
    expect(await statusOf()).to.equal(status.won);
    await client.switch({ quoteStatusMovesTicket: false });
  });

  it('make a sales order of an approved quote only when switched so', async () => {
    const approve = async (id: number, result: boolean) =>
      (await client.post('/api/Quotation/Approval', [{ id, result }])).body['salesorder_id'];
    expect(await approve(7001, true)).to.equal(undefined);
    await client.switch({ salesOrderOnApproval: true });
    expect(await approve(7002, false)).to.equal(undefined);
    const number = await approve(7002, true);
    expect(number).to.be.a('number');
    expect(await approve(7002, true)).to.equal(number);
    await client.switch({ salesOrderOnApproval: false });
  });

  it('leave the figures, dates and addresses of a quote as they were sent', async () => {
    const header = {
      date: '2026-10-01T00:00:00',
      expiry_date: '2026-10-31T00:00:00',
      po_ref: 'PO-77',
      address1: '1 Sold Street',
      address5: '11111',
      deladdress1: '2 Ship Street',
      deladdress2: 'Gebäude Ö',
    };
    const line = { name: 'Desk', quantity: 2, price: 90, baseprice: 120, discount_perc: 25, costprice: 60 };
    const address = { line1: 'A', line2: 'B', line3: 'C', line4: 'D', postcode: 'E' };
    const { body } = await client.post('/api/Quotation', [
      { client_id: acme.client, ...header, delivery_address: address, lines: [line] },
    ]);
    const state = rows(await client.get('/__sandbox/state'), 'quotes').at(-1);
    for (const stored of [
      (await client.get(`/api/Quotation/${String(body['id'])}?includedetails=true`)).body,
      state,
    ]) {
      expect(stored).to.include(header);
      expect(stored?.['delivery_address']).to.include(address);
      expect(stored?.['lines']?.[0]).to.include(line);
    }
  });
});
