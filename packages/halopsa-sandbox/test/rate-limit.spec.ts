import { expect } from 'chai';
import { SandboxClient } from './support/sandbox-client.js';

describe('rate limit', () => {
  let now: number;
  let client: SandboxClient;

  beforeEach(async () => {
    now = Date.parse('2026-11-23T10:00:00Z');
    client = await SandboxClient.start({ rateLimit: { requests: 3, windowMs: 120_000 }, now: () => now });
  });
  afterEach(() => client.close());

  it('counts tokens and requests in a rolling window and names itself in the text', async () => {
    now += 60_000;
    expect((await client.get('/api/Client')).status).to.equal(200);
    expect((await client.get('/api/Client')).status).to.equal(200);
    const refused = await client.get('/api/Client');
    expect(refused.status).to.equal(429);
    expect(refused.text).to.match(/\b3 per 2m\b/);
    expect(refused.headers.get('retry-after')).to.equal(null);
    now += 59_999;
    expect((await client.get('/api/Client')).status).to.equal(429);
    now += 1;
    expect((await client.get('/api/Client')).status).to.equal(200);
    expect((await client.get('/api/Client')).status).to.equal(429);
  });

  it('sends Retry-After when switched so', async () => {
    await client.get('/api/Client');
    await client.get('/api/Client');
    now += 30_500;
    await client.switch({ retryAfter: 'seconds' });
    expect((await client.get('/api/Client')).headers.get('retry-after')).to.equal('90');
    await client.switch({ retryAfter: 'date' });
    expect((await client.get('/api/Client')).headers.get('retry-after')).to.equal(
      'Mon, 23 Nov 2026 10:02:00 GMT',
    );
  });

  it('leaves the control interface and the page alone', async () => {
    for (let request = 0; request < 5; request += 1) {
      expect((await client.get('/__sandbox/faults')).status).to.equal(200);
      expect((await client.get('/')).status).to.equal(200);
    }
    expect((await client.get('/api/Client')).status).to.equal(200);
  });

  it('may count what it refused', async () => {
    await client.switch({ refusedRequestsCount: true, retryAfter: 'seconds' });
    await client.get('/api/Client');
    await client.get('/api/Client');
    now += 60_000;
    expect((await client.get('/api/Client')).status).to.equal(429);
    now += 60_001;
    expect((await client.get('/api/Client')).status).to.equal(200);
    expect((await client.get('/api/Client')).status).to.equal(200);
    const refused = await client.get('/api/Client');
    expect(refused.status).to.equal(429);
    // Two of the last three, and the refused one of a minute ago, stand in the window.
    expect(refused.headers.get('retry-after')).to.equal('120');
  });

  for (const [form, text] of Object.entries({
    quota: 'API calls quota exceeded! maximum admitted 3 per 2m.',
    words: 'API limit of 3 requests per 2 minutes exceeded.',
    json: '{"error":"API calls quota exceeded! maximum admitted 3 per 2m."}',
    bare: 'Too Many Requests',
    empty: '',
  })) {
    it(`says it in the form ${form}`, async () => {
      await client.switch({ rateLimitText: form });
      await client.get('/api/Client');
      await client.get('/api/Client');
      expect((await client.get('/api/Client')).text).to.equal(text);
    });
  }

  it('is changed, and filled by others, through the control interface', async () => {
    const change = async (body: unknown) => (await client.post('/__sandbox/rate-limit', body)).body;
    expect(await change({ requests: 5, windowMs: 1500 })).to.deep.equal({
      requests: 5,
      windowMs: 1500,
      used: 0,
    });
    expect((await change({ others: 4 }))['used']).to.equal(4);
    expect((await client.get('/api/Client')).status).to.equal(200);
    expect((await client.get('/api/Client')).text).to.contain('5 per 1.5s');
    expect(await change({ off: true })).to.deep.equal({ off: true });
    expect((await client.get('/api/Client')).status).to.equal(200);
    for (const wrong of [{ requests: 5 }, { others: 0 }, { requests: -1, windowMs: 5 }, []])
      expect((await client.post('/__sandbox/rate-limit', wrong)).status).to.equal(400);
  });

  it('can be turned off', async () => {
    const free = await SandboxClient.start({ rateLimit: false });
    try {
      for (let request = 0; request < 750; request += 1) await free.get('/api/Tax/1');
      expect((await free.get('/api/Tax/1')).status).to.equal(200);
    } finally {
      await free.close();
    }
  });
});
