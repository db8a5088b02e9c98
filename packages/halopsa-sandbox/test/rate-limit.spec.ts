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
