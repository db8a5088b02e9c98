import { expect } from 'chai';
import { SandboxClient, type Json } from './support/sandbox-client.js';
import { newOpportunity } from './support/seeded.js';

describe('faults', () => {
  let client: SandboxClient;

  before(async () => {
    client = await SandboxClient.start();
  });
  beforeEach(async () => {
    await client.login();
    await client.post('/__sandbox/reset', {});
    await client.delete('/__sandbox/faults');
    await client.delete('/__sandbox/requests');
  });
  after(() => client.close());

  const create = () => client.post('/api/Opportunities', [newOpportunity]);
  const opportunities = async (): Promise<unknown> =>
    (await client.get('/__sandbox/state')).body['opportunities']?.['length'];
  const failure = async (action: Promise<unknown>): Promise<unknown> =>
    action.then(
      () => undefined,
      (error: unknown) => error,
    );
  const last = async (): Promise<Json | undefined> => (await client.logged()).at(-1);

  it('drop the connection before a request is handled', async () => {
    await client.fault({ match: { method: 'POST', path: '/opportunities' }, fault: { type: 'dropBefore' } });
    expect(await failure(create())).to.be.an('error');
    expect(await opportunities()).to.equal(12);
    expect(await last()).to.include({ status: null, fault: 'dropBefore', stored: false });
    expect((await create()).status).to.equal(201);
  });

  it('drop the answer after a request was carried out', async () => {
    await client.fault({ match: { path: 'Opportunities' }, fault: { type: 'dropAfter' } });
    expect(await failure(create())).to.be.an('error');
    expect(await opportunities()).to.equal(13);
    expect(await last()).to.include({ status: null, fault: 'dropAfter', write: true, stored: true });
  });

  it('delay a request', async () => {
    await client.fault({ match: {}, fault: { type: 'delay', ms: 60 } });
    const start = performance.now();
    expect((await create()).status).to.equal(201);
    expect(performance.now() - start).to.be.at.least(55);
  });

  for (const retryAfter of [undefined, 7, 'Wed, 25 Nov 2026 08:00:00 GMT']) {
    it(`throttle with Retry-After ${String(retryAfter)}`, async () => {
      await client.fault({
        match: {},
        fault: { type: 'rateLimit', ...(retryAfter !== undefined && { retryAfter }) },
      });
      const { status, headers } = await client.get('/api/Client');
      expect(status).to.equal(429);
      expect(headers.get('retry-after')).to.equal(retryAfter === undefined ? null : String(retryAfter));
    });
  }

  it('answer 500 as JSON, 500 as a page, and 502', async () => {
    const types = ['serverError', 'htmlError', 'badGateway'];
    await client.fault(types.map((type, index) => ({ match: { nth: index + 1 }, fault: { type } })));
    const answers = [
      await client.get('/api/Client'),
      await client.get('/api/Client'),
      await client.get('/api/Client'),
    ];
    expect(answers.map(({ status }) => status)).to.deep.equal([500, 500, 502]);
    expect(answers.map(({ text }) => text.startsWith('{'))).to.deep.equal([true, false, false]);
    expect(answers[1]?.headers.get('content-type')).to.include('text/html');
  });

  it('do nothing to the data when they answer in place of the API', async () => {
    await client.fault({ match: {}, times: 3, fault: { type: 'serverError' } });
    for (let attempt = 0; attempt < 3; attempt += 1) expect((await create()).status).to.equal(500);
    expect(await opportunities()).to.equal(12);
  });

  it('cut JSON in half', async () => {
    await client.fault({ match: {}, fault: { type: 'truncate' } });
    const { status, text, body } = await client.get('/api/Client');
    expect(status).to.equal(200);
    expect(text).to.match(/^\{"page_no"/);
    expect(body).to.equal(undefined);
  });

  it('expire the token of a request', async () => {
    await client.fault({ match: { path: '/api/client' }, fault: { type: 'expireToken' } });
    expect((await client.get('/api/Client')).status).to.equal(401);
    expect((await client.get('/api/Site')).status).to.equal(401);
    await client.login();
    expect((await client.get('/api/Client')).status).to.equal(200);
  });

  it('reset the connection before or after', async () => {
    for (const [type, count] of [
      ['resetBefore', 12],
      ['resetAfter', 13],
    ] as const) {
      await client.fault({ match: { path: 'Opportunities' }, fault: { type } });
      expect(await failure(create())).to.be.an('error');
      expect(await opportunities()).to.equal(count);
      expect(await last()).to.include({ status: null, fault: type, stored: type === 'resetAfter' });
    }
  });

  for (const [type, status] of [
    ['serverError', 500],
    ['htmlError', 500],
    ['badGateway', 502],
    ['rateLimit', 429],
    ['redirect', 302],
  ] as const) {
    it(`answer ${status} (${type}) after the request was carried out`, async () => {
      const fault = { type, afterwards: true, ...(type === 'redirect' && { location: '/elsewhere' }) };
      await client.fault({ match: { path: 'Opportunities' }, fault });
      const headers = { authorization: client.authorization, 'content-type': 'application/json' };
      const answer = await fetch(`${client.sandbox.url}/api/Opportunities`, {
        method: 'POST',
        headers,
        body: JSON.stringify([newOpportunity]),
        redirect: 'manual',
      });
      expect(answer.status).to.equal(status);
      expect(answer.headers.get('location')).to.equal(type === 'redirect' ? '/elsewhere' : null);
      expect(await answer.text()).to.not.contain('"id"');
      expect(await opportunities()).to.equal(13);
      expect(await last()).to.include({ status, stored: true });
    });
  }

  it('redirect to another place without carrying out the request', async () => {
    const fault = { type: 'redirect', location: 'http://127.0.0.1:9/api', status: 307 };
    await client.fault({ match: { path: 'Opportunities' }, fault });
    expect(await failure(create())).to.be.an('error');
    expect(await opportunities()).to.equal(12);
    expect(await last()).to.include({ status: 307, stored: false });
  });

  it('throttle with a text of their own', async () => {
    await client.fault({ match: {}, fault: { type: 'rateLimit', text: 'slow down' } });
    expect((await client.get('/api/Client')).text).to.equal('slow down');
  });

  it('hit the token endpoint too', async () => {
    await client.fault({ match: { path: '/auth/token' }, fault: { type: 'badGateway' } });
    expect((await client.token()).status).to.equal(502);
  });

  it('wait for the nth matching request and last for several', async () => {
    await client.fault({
      match: { path: '^/api/(client|site)$', nth: 2 },
      times: 2,
      fault: { type: 'serverError' },
    });
    const statuses = [];
    for (const path of ['Client', 'Item', 'Site', 'Users', 'Client', 'Client']) {
      statuses.push((await client.get(`/api/${path}`)).status);
    }
    expect(statuses).to.deep.equal([200, 200, 500, 200, 500, 200]);
  });

  it('leave other methods and paths alone', async () => {
    await client.fault({ match: { method: 'post' }, fault: { type: 'serverError' } });
    expect((await client.get('/api/Client')).status).to.equal(200);
    expect((await create()).status).to.equal(500);
  });

  it('are listed while they wait and can be cleared', async () => {
    await client.fault({ match: { nth: 3 }, times: 2, fault: { type: 'delay', ms: 1 } });
    await client.get('/api/Client');
    const pending = (await client.get('/__sandbox/faults')).body;
    expect(pending[0]).to.deep.include({ waiting: 1, remaining: 2, match: { nth: 3 } });
    await client.delete('/__sandbox/faults');
    expect((await client.get('/__sandbox/faults')).body).to.deep.equal([]);
  });

  for (const wrong of [
    {},
    { fault: { type: 'earthquake' } },
    { match: { nth: 0 }, fault: { type: 'delay' } },
    { match: { path: '(' }, fault: { type: 'delay' } },
    { times: 1.5, fault: { type: 'delay' } },
    { fault: { type: 'delay', ms: 'long' } },
    { fault: { type: 'redirect' } },
    { fault: { type: 'redirect', location: '/x', status: 200 } },
    { fault: { type: 'hold', name: 7 } },
    { fault: { type: 'serverError', afterwards: 'yes' } },
  ]) {
    it(`are refused when they make no sense: ${JSON.stringify(wrong)}`, async () => {
      const { status, body } = await client.fault(wrong);
      expect(status).to.equal(400);
      expect(body['error']).to.be.a('string');
    });
  }
});
