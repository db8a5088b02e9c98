import { expect } from 'chai';
import { rows, SandboxClient } from './support/sandbox-client.js';
import { newOpportunity } from './support/seeded.js';

describe('control interface', () => {
  let client: SandboxClient;

  before(async () => {
    client = await SandboxClient.start();
  });
  beforeEach(async () => {
    await client.post('/__sandbox/reset', {});
    await client.delete('/__sandbox/requests');
  });
  after(() => client.close());

  it('needs no token and is not logged', async () => {
    for (const path of ['requests', 'faults', 'switches', 'state']) {
      expect((await client.get(`/__sandbox/${path}`, { authorization: '' })).status).to.equal(200);
    }
    await client.get('/');
    expect(await client.logged()).to.deep.equal([]);
  });

  it('logs requests in order with what came of them', async () => {
    await client.get('/api/Client?pageinate=true&page_size=5');
    await client.post('/api/Opportunities', [newOpportunity]);
    await client.post('/api/Opportunities', [{ ...newOpportunity, _validate_only: true }]);
    await client.post('/api/Opportunities', [{}]);
    await client.get('/api/Nowhere');
    await client.get('/api/Client', { authorization: '' });
    const logged = await client.logged();
    expect(
      logged.map(({ method, path, status, write, stored }) => [method, path, status, write, stored]),
    ).to.deep.equal([
      ['GET', '/api/Client', 200, false, false],
      ['POST', '/api/Opportunities', 201, true, true],
      ['POST', '/api/Opportunities', 200, false, false],
      ['POST', '/api/Opportunities', 400, true, false],
      ['GET', '/api/Nowhere', 404, false, false],
      ['GET', '/api/Client', 401, false, false],
    ]);
    expect(logged[0]?.['query']).to.deep.equal({ pageinate: 'true', page_size: '5' });
    expect(logged[1]?.['body']?.[0]).to.include({ summary: 'Phone system' });
    expect(logged[0]?.['at']).to.match(/^\d{4}-\d\d-\d\dT.*Z$/);
    expect(logged[0]?.['duration']).to.be.a('number').and.be.greaterThan(0);
  });

  it('keeps secrets and file contents out of the log', async () => {
    await client.token();
    const data = Buffer.alloc(3000, 'secret file').toString('base64');
    await client.post('/api/Attachment', [{ ticket_id: 5001, filename: 'a.bin', data }]);
    const text = JSON.stringify(await client.logged());
    expect(text).to.include('"client_secret":"[redacted]"').and.include(client.sandbox.clientId);
    expect(text).to.not.include(client.sandbox.clientSecret);
    expect(text).to.not.include(data.slice(0, 100));
    expect(text).to.include(`(${data.length} characters)`);
  });

  it('resets the data to the seed', async () => {
    const before = (await client.get('/__sandbox/state')).text;
    await client.post('/api/Client', [{ id: 101, name: 'Renamed' }]);
    await client.post('/api/Quotation', [{ id: 7001, lines: [] }]);
    await client.delete('/api/Opportunities/5002');
    expect((await client.get('/__sandbox/state')).text).to.not.equal(before);
    await client.post('/__sandbox/reset', {});
    expect((await client.get('/__sandbox/state')).text).to.equal(before);
  });

  it('resets the data to what was kept', async () => {
    const seed = (await client.get('/__sandbox/state')).text;
    const created = await client.post('/api/Opportunities', [newOpportunity]);
    const lines = [{ name: 'Work', quantity: 1, price: 5 }];
    await client.post('/api/Quotation', [{ ticket_id: created.body['id'], lines }]);
    const data = Buffer.from('file').toString('base64');
    await client.post('/api/Attachment', [{ ticket_id: created.body['id'], filename: 'a.bin', data }]);
    const kept = (await client.get('/__sandbox/state')).text;
    await client.post('/__sandbox/keep', {});
    for (let round = 0; round < 2; round += 1) {
      const again = await client.post('/api/Quotation', [{ ticket_id: created.body['id'], lines }]);
      expect(again.body['id'], 'numbers go on as they did').to.equal(7009);
      await client.delete('/api/Opportunities/5002');
      await client.post('/__sandbox/reset', {});
      expect((await client.get('/__sandbox/state')).text).to.equal(kept);
    }
    await client.delete('/__sandbox/keep');
    await client.post('/__sandbox/reset', {});
    expect((await client.get('/__sandbox/state')).text).to.equal(seed);
  });

  it('shows all data', async () => {
    const state = await client.get('/__sandbox/state');
    expect(rows(state, 'clients')).to.have.length(40);
    expect(rows(state, 'items')).to.have.length(600);
    expect(rows(state, 'opportunities')).to.have.length(12);
    expect(rows(state, 'tickets')).to.have.length(3);
    expect(rows(state, 'quotes')[0]?.['lines']).to.have.length(3);
    expect(state.body).to.include.keys('users', 'sites', 'attachments', 'suppliers', 'agents', 'taxes');
  });

  it('shows and changes switches, and refuses what it does not know', async () => {
    expect((await client.switch({ taxRounding: 'total' })).body['taxRounding']).to.equal('total');
    expect((await client.get('/__sandbox/switches')).body['taxRounding']).to.equal('total');
    for (const wrong of [
      { taxRounding: 'sometimes' },
      { noSuchSwitch: true },
      { pageCap: -1 },
      { clientSearchIgnored: 1 },
      [],
    ]) {
      const { status, body } = await client.post('/__sandbox/switches', wrong);
      expect(status, JSON.stringify(wrong)).to.equal(400);
      expect(body['error']).to.be.a('string');
    }
    const mixed = await client.switch({ taxRounding: 'none', pageCap: 'x' });
    expect(mixed.status).to.equal(400);
    expect((await client.get('/__sandbox/switches')).body['taxRounding']).to.equal('total');
    await client.switch({ taxRounding: 'line' });
  });

  it('shifts the clock of the tenant', async () => {
    const dateOf = (answer: { headers: Headers }): number => Date.parse(answer.headers.get('date') ?? '');
    expect(Math.abs(dateOf(await client.get('/api/Client')) - Date.now())).to.be.below(2000);
    await client.post('/__sandbox/clock', { offsetMs: 600_000 });
    const ahead = dateOf(await client.get('/api/Client')) - Date.now();
    expect(ahead).to.be.within(598_000, 601_000);
    expect((await client.get('/__sandbox/clock')).body['offsetMs']).to.equal(600_000);
    expect((await client.post('/__sandbox/clock', { offsetMs: 'soon' })).status).to.equal(400);
    await client.post('/__sandbox/clock', { offsetMs: 0 });
  });

  it('answers a body that is not JSON with 400', async () => {
    const answer = await client.request('POST', '/__sandbox/switches', '{', {
      'content-type': 'application/json',
    });
    expect(answer.status).to.equal(400);
  });
});
