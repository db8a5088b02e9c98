import { expect } from 'chai';
import { SandboxClient } from './support/sandbox-client.js';
import { newOpportunity } from './support/seeded.js';

describe('authentication', () => {
  let now = Date.parse('2026-11-23T10:00:00Z');
  let client: SandboxClient;

  before(async () => {
    client = await SandboxClient.start({ now: () => now });
  });
  beforeEach(() => client.login());
  after(() => client.close());

  it('hands out a bearer token with its life in seconds', async () => {
    const { status, body } = await client.token({ scope: 'read:customers read:quotes' });
    expect(status).to.equal(200);
    expect(body).to.include({ token_type: 'Bearer', expires_in: 3600, scope: 'read:customers read:quotes' });
    expect(body['access_token']).to.be.a('string').with.length.greaterThan(20);
  });

  for (const tenant of ['query', 'form'] as const) {
    it(`takes the tenant from the ${tenant} and answers a wrong one with a page of status 500`, async () => {
      const ask = (name: string) =>
        tenant === 'query' ? client.token({}, `?tenant=${name}`) : client.token({ tenant: name });
      expect((await ask('northwind')).status).to.equal(200);
      const wrong = await ask('southwind');
      expect(wrong.status).to.equal(500);
      expect(wrong.headers.get('content-type')).to.include('text/html');
    });
  }

  it('refuses wrong credentials with 401 invalid_client', async () => {
    const { status, body } = await client.token({ client_secret: 'wrong' });
    expect(status).to.equal(401);
    expect(body['error']).to.equal('invalid_client');
  });

  it('refuses an unknown scope with 400 invalid_scope', async () => {
    const { status, body } = await client.token({ scope: 'all read:nothing' });
    expect(status).to.equal(400);
    expect(body['error']).to.equal('invalid_scope');
  });

  it('answers with a page of status 500 when the agent to log in as is disabled', async () => {
    await client.post('/api/Agent', [{ id: 2, isdisabled: true }]);
    const { status, headers } = await client.token();
    expect(status).to.equal(500);
    expect(headers.get('content-type')).to.include('text/html');
    await client.post('/__sandbox/reset', {});
    expect((await client.token()).status).to.equal(200);
  });

  it('refuses other grants', async () => {
    const { status, body } = await client.token({ grant_type: 'password' });
    expect(status).to.equal(400);
    expect(body['error']).to.equal('unsupported_grant_type');
  });

  it('answers AuthInfo without a token, unless it is switched off', async () => {
    const { status, body } = await client.get('/api/AuthInfo', { authorization: '' });
    expect(status).to.equal(200);
    expect(body).to.include({ auth_url: `${client.sandbox.url}/auth`, tenant_id: 'northwind' });
    await client.switch({ authInfo: 'off' });
    expect((await client.get('/api/AuthInfo')).status).to.equal(404);
    await client.switch({ authInfo: 'on' });
  });

  for (const authorization of ['', 'Bearer nonsense', 'Basic eA==']) {
    it(`answers the authorization "${authorization}" with 401 and an empty body`, async () => {
      const { status, text } = await client.get('/api/Client', { authorization });
      expect(status).to.equal(401);
      expect(text).to.equal('');
    });
  }

  it('lets a token expire', async () => {
    now += 3_599_000;
    expect((await client.get('/api/Client')).status).to.equal(200);
    now += 1_000;
    expect((await client.get('/api/Client')).status).to.equal(401);
  });

  it('gives tokens the life of the switch tokenSeconds', async () => {
    await client.switch({ tokenSeconds: 5 });
    expect((await client.token()).body['expires_in']).to.equal(5);
    await client.switch({ tokenSeconds: 3600 });
  });

  it('refuses what the scopes do not cover with a 403 that is not JSON', async () => {
    await client.login('read:customers read:crm');
    expect((await client.get('/api/Client')).status).to.equal(200);
    expect((await client.get('/api/Opportunities')).status).to.equal(200);
    const quotes = await client.get('/api/Quotation');
    expect(quotes.status).to.equal(403);
    expect(quotes.body).to.equal(undefined);
    expect((await client.post('/api/Opportunities', [newOpportunity])).status).to.equal(403);
  });

  it('keeps the set-up of the tenant to administrators', async () => {
    await client.login('all:standard');
    expect((await client.post('/api/Tax', [{ name: 'Luxury', value: 30 }])).status).to.equal(403);
    expect((await client.post('/api/Opportunities', [newOpportunity])).status).to.equal(201);
  });

  it('publishes a discovery document', async () => {
    const { body } = await client.get('/auth/.well-known/openid-configuration');
    expect(body['token_endpoint']).to.equal(`${client.sandbox.url}/auth/token`);
  });
});
