import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { list, SandboxClient, type Json } from './support/sandbox-client.js';
import { newOpportunity } from './support/seeded.js';

describe('a held request', () => {
  let client: SandboxClient;

  before(async () => {
    client = await SandboxClient.start();
  });
  beforeEach(async () => {
    await client.post('/__sandbox/reset', {});
    await client.delete('/__sandbox/faults');
    await client.delete('/__sandbox/requests');
  });
  after(() => client.close());

  const opportunities = async (): Promise<unknown> =>
    (await client.get('/__sandbox/state')).body['opportunities']?.['length'];
  const create = () => client.post('/api/Opportunities', [newOpportunity]);
  const hold = (type: string, name?: string) =>
    client.fault({ match: { path: '/opportunities' }, fault: { type, ...(name !== undefined && { name }) } });
  const held = async (count = 1): Promise<Json[]> => {
    for (;;) {
      const waiting = list(await client.get('/__sandbox/held'));
      if (waiting.length === count) return waiting;
      await pause(2);
    }
  };

  it('is not carried out before it is released', async () => {
    await hold('hold');
    const answer = create();
    expect((await held())[0]).to.include({ method: 'POST', path: '/api/Opportunities', carriedOut: false });
    expect(await opportunities()).to.equal(12);
    expect((await client.post('/__sandbox/release', {})).body).to.deep.equal({ released: 1 });
    expect((await answer).status).to.equal(201);
    expect(await opportunities()).to.equal(13);
  });

  it('is carried out before it is released when only its answer is held', async () => {
    await hold('holdAfter');
    const answer = create();
    expect((await held())[0]).to.include({ carriedOut: true });
    expect(await opportunities()).to.equal(13);
    await client.post('/__sandbox/release', {});
    expect((await answer).body['id']).to.be.greaterThan(5000);
  });

  it('is released by its name, in any order', async () => {
    await hold('hold', 'first');
    const first = create();
    await held();
    await hold('hold', 'second');
    const second = create();
    await held(2);
    await client.post('/__sandbox/release', { name: 'second' });
    const later = (await second).body['id'];
    expect(list(await client.get('/__sandbox/held')).map(({ name }) => name)).to.deep.equal(['first']);
    await client.post('/__sandbox/release', { name: 'first' });
    expect(Number((await first).body['id'])).to.be.greaterThan(Number(later));
  });

  for (const type of ['hold', 'holdAfter']) {
    it(`of type ${type} can be dropped instead`, async () => {
      await hold(type);
      const outcome = create().catch((error: unknown) => error);
      await held();
      await client.post('/__sandbox/release', { drop: true });
      expect(await outcome).to.be.an('error');
      expect(await opportunities()).to.equal(type === 'hold' ? 12 : 13);
      expect((await client.logged())[0]).to.include({ status: null, stored: type === 'holdAfter' });
    });

    it(`of type ${type} ends when its client goes away`, async () => {
      await hold(type);
      const leaving = new AbortController();
      const outcome = fetch(`${client.sandbox.url}/api/Opportunities`, {
        method: 'POST',
        headers: { authorization: client.authorization, 'content-type': 'application/json' },
        body: JSON.stringify([newOpportunity]),
        signal: leaving.signal,
      }).catch((error: unknown) => error);
      await held();
      leaving.abort();
      await outcome;
      await held(0);
      expect(await opportunities()).to.equal(type === 'hold' ? 12 : 13);
    });
  }

  it('may be a request for a token', async () => {
    await client.fault({ match: { path: '/auth/token' }, fault: { type: 'hold' } });
    const answer = client.token();
    await held();
    await client.post('/__sandbox/release', {});
    expect((await answer).status).to.equal(200);
  });

  it('does not keep the server from closing', async () => {
    const other = await SandboxClient.start();
    await other.fault({ match: { path: '/client' }, fault: { type: 'hold' } });
    const outcome = other.get('/api/Client').catch((error: unknown) => error);
    while (list(await other.get('/__sandbox/held')).length === 0) await pause(2);
    await other.close();
    expect(await outcome).to.be.an('error');
  });
});
