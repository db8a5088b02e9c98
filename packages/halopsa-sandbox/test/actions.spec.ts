import { expect } from 'chai';
import { rows, SandboxClient } from './support/sandbox-client.js';
import { newOpportunity, status } from './support/seeded.js';

describe('actions', () => {
  let client: SandboxClient;
  let ticket: number;

  beforeEach(async () => {
    client = await SandboxClient.start();
    ticket = Number((await client.post('/api/Opportunities', [newOpportunity])).body['id']);
  });
  afterEach(() => client.close());

  const listed = async () => rows(await client.get(`/api/Actions?ticket_id=${ticket}`), 'actions');

  it('start with the one that logged the ticket, unless switched off', async () => {
    expect((await listed()).map(({ outcome, who_agentid }) => [outcome, who_agentid])).to.deep.equal([
      ['Logged', 2],
    ]);
    await client.switch({ ticketStartsWithAction: false });
    ticket = Number((await client.post('/api/Opportunities', [newOpportunity])).body['id']);
    expect(await listed()).to.deep.equal([]);
  });

  it('are listed by their ticket and in no other way', async () => {
    await client.post('/api/Actions', [{ ticket_id: ticket, outcome: 'Note', note: 'They called.' }]);
    expect((await listed()).map(({ note }) => note)).to.include('They called.');
    const other = await client.get('/api/Actions?ticket_id=5001');
    expect(rows(other, 'actions')).to.deep.equal([]);
    expect((await client.get('/api/Actions')).body['Message']).to.equal('ticket_id must be specified.');
    const id = String((await listed())[0]?.['id']);
    expect((await client.get(`/api/Actions/${id}`)).status).to.equal(400);
    expect((await client.get(`/api/Actions/${id}?ticket_id=5001`)).status).to.equal(404);
    expect((await client.get(`/api/Actions/${id}?ticket_id=${ticket}`)).status).to.equal(200);
  });

  it('need a ticket and an outcome', async () => {
    for (const [sent, message] of [
      [{ outcome: 'Note' }, 'An Action must be associated with a ticket_id.'],
      [{ ticket_id: ticket }, 'An Outcome must be entered for this Action.'],
    ] as const) {
      const answer = await client.post('/api/Actions', [sent]);
      expect([answer.status, answer.body['Message']]).to.deep.equal([400, message]);
    }
  });

  it('change the ticket', async () => {
    const sent = { ticket_id: ticket, outcome_id: 7, new_status: status.won, new_oppvalue: 12.5 };
    expect((await client.post('/api/Actions', [sent])).status).to.equal(201);
    const after = (await client.get(`/api/Opportunities/${ticket}`)).body;
    expect(after).to.include({ status_id: status.won, oppvalue: 12.5, hasbeenclosed: true });
    const wrong = { ticket_id: ticket, outcome_id: 7, new_oppvalue: 1, new_oppclosurecategory: 999 };
    expect((await client.post('/api/Actions', [wrong])).status).to.equal(400);
    expect((await client.get(`/api/Opportunities/${ticket}`)).body['oppvalue']).to.equal(12.5);
  });

  it('are deleted with their ticket named', async () => {
    const id = String((await listed())[0]?.['id']);
    expect((await client.delete(`/api/Actions/${id}`)).body['Message']).to.equal(
      'ticket_id must be included when deleting an Action.',
    );
    expect((await client.delete(`/api/Actions/${id}?ticket_id=${ticket}`)).status).to.equal(200);
    expect(await listed()).to.deep.equal([]);
  });
});
