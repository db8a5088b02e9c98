import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { silentLogger } from '../../src/base/logger.js';
import { systemClock } from '../../src/base/system-clock.js';
import { AxiosHttpClient } from '../../src/http/axios-http-client.js';
import type { HttpRequest } from '../../src/http/http-client.js';
import type { ResolveHost } from '../../src/http/named-server.js';
import { RequestBudget } from '../../src/http/request-budget.js';
import { openSqliteState } from '../../src/state/sqlite/open-sqlite-state.js';
import type { StateStore } from '../../src/state/state-store.js';
import { errorOf } from '../fakes/error-of.js';
import { answer, HttpServer } from '../fakes/http-server.js';

describe('AxiosHttpClient and servers that mean no good', () => {
  let server: HttpServer;
  let elsewhere: HttpServer;
  let state: StateStore;

  beforeEach(async () => {
    server = new HttpServer();
    elsewhere = new HttpServer();
    await Promise.all([server.start(), elsewhere.start()]);
    state = await openSqliteState({ path: ':memory:' });
  });

  afterEach(async () => {
    for (const one of [server, elsewhere, state]) await one[Symbol.asyncDispose]();
  });

  function client(resolveHost?: ResolveHost): AxiosHttpClient {
    const { requests } = state;
    const budget = new RequestBudget({
      requests,
      connection: 'main',
      clock: systemClock,
      priority: 'person',
    });
    return new AxiosHttpClient(budget, systemClock, silentLogger, 30_000, resolveHost);
  }

  const secretive = (more: Partial<HttpRequest> = {}): HttpRequest => ({
    effect: 'write',
    method: 'POST',
    url: `${server.url}/auth/token`,
    headers: { authorization: 'Bearer the-token' },
    form: { client_secret: 'the-secret' },
    ...more,
  });

  for (const status of [301, 302, 303, 307, 308]) {
    it(`does not follow a redirect (${status}), neither to another host nor on the same`, async () => {
      for (const location of [`${elsewhere.url}/auth/token`, '/elsewhere', '//169.254.169.254/latest']) {
        server.answers = [answer(status, '', { location })];
        expect((await client().request(secretive())).status).to.equal(status);
      }
      expect(elsewhere.seen).to.deep.equal([]);
      expect(server.seen.map(({ url }) => url)).to.deep.equal(Array(3).fill('/auth/token'));
    });
  }

  it('gives an answer up that trickles in without end', async () => {
    server.answers = [
      (response) => {
        response.writeHead(200);
        const timer = setInterval(() => response.write('x'), 50);
        response.on('close', () => clearInterval(timer));
      },
    ];
    const started = performance.now();
    const error = await errorOf(client().request(secretive({ timeoutMilliseconds: 300 })));
    expect(error.code).to.equal('remote.unavailable');
    expect(error.message).to.contain('did not answer in time');
    expect(performance.now() - started).to.be.below(3000);
  });

  it('takes no answer that unpacks to more than anybody can want, and does not ask again', async () => {
    const packed = gzipSync(Buffer.alloc(200 * 1024 * 1024));
    server.answers = [
      (response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
        response.end(packed);
      },
    ];
    const error = await errorOf(client().request(secretive({ effect: 'read' })));
    expect(error.code).to.equal('remote.unexpected');
    expect(error.message).to.contain('answered with more');
    expect(server.seen).to.have.length(1);
  });

  it('takes JSON without bottom for no JSON', async () => {
    server.answers = [answer(200, '['.repeat(100_000) + ']'.repeat(100_000))];
    expect((await client().request(secretive())).json).to.equal(undefined);
  });

  it('never shows a proxy what stays on this machine', async () => {
    const before = process.env['HTTP_PROXY'];
    process.env['HTTP_PROXY'] = elsewhere.url;
    try {
      await client().request(secretive());
      expect(elsewhere.seen).to.deep.equal([]);
      expect(server.seen).to.have.length(1);
    } finally {
      if (before === undefined) delete process.env['HTTP_PROXY'];
      else process.env['HTTP_PROXY'] = before;
    }
  });

  describe('one server names another', () => {
    const named = (more: Partial<HttpRequest> = {}): HttpRequest =>
      secretive({ url: `http://login.example.com:${new URL(elsewhere.url).port}/token`, ...more });
    const names =
      (known: Readonly<Record<string, readonly string[]>>): ResolveHost =>
      async (name) => {
        const found = known[name];
        if (found === undefined) throw new Error(`there is no ${name}`);
        return found;
      };
    const namedBy = 'https://halo.example.com';

    it('in a private network: nothing is sent, and both are named', async () => {
      for (const addresses of [['127.0.0.1'], ['93.184.216.34', '::1']]) {
        const resolve = names({ 'login.example.com': addresses, 'halo.example.com': ['93.184.216.34'] });
        const error = await errorOf(client(resolve).request(named({ namedBy })));
        expect(error.code).to.equal('remote.unexpected');
        expect(error.details.arrived).to.equal('no');
        expect(error.message).to.contain('login.example.com').and.to.contain('halo.example.com');
      }
      for (const url of ['https://169.254.169.254/t', 'https://[fd00::1]/t', 'https://localhost:9/t']) {
        expect((await errorOf(client().request(named({ url, namedBy })))).code).to.equal('remote.unexpected');
      }
      expect(elsewhere.seen).to.deep.equal([]);
    });

    it('and stands in that network itself: it is asked, at the address that was looked at', async () => {
      const resolve = names({ 'login.example.com': ['127.0.0.1'], 'halo.example.com': ['10.0.0.7'] });
      expect((await client(resolve).request(named({ namedBy }))).status).to.equal(200);
      expect(elsewhere.seen[0]?.headers.host).to.contain('login.example.com');
    });

    it('that is itself, or both are on this machine: nothing is looked up', async () => {
      const resolve: ResolveHost = () => Promise.reject(new Error('looked up'));
      for (const by of [server.url, 'http://localhost:1']) {
        expect((await client(resolve).request(secretive({ namedBy: by }))).status).to.equal(200);
      }
    });
  });
});
