import { inspect } from 'node:util';
import { expect } from 'chai';
import { silentLogger } from '../../src/base/logger.js';
import { AxiosHttpClient } from '../../src/http/axios-http-client.js';
import type { HttpRequest } from '../../src/http/http-client.js';
import { RequestBudget } from '../../src/http/request-budget.js';
import type { RequestPriority } from '../../src/http/request-rules.js';
import { openSqliteState } from '../../src/state/sqlite/open-sqlite-state.js';
import type { StateStore } from '../../src/state/state-store.js';
import { errorOf } from '../fakes/error-of.js';
import { answer, HttpServer } from '../fakes/http-server.js';
import { ManualClock } from '../fakes/manual-clock.js';

const now = Date.parse('2026-03-31T12:00:00Z');

describe('AxiosHttpClient', () => {
  let server: HttpServer;
  let state: StateStore;
  let clock: ManualClock;
  let client: AxiosHttpClient;
  let logged: unknown[];

  beforeEach(async () => {
    server = new HttpServer();
    await server.start();
    state = await openSqliteState({ path: ':memory:' });
    clock = new ManualClock(now);
    logged = [];
    const logger = { ...silentLogger, debug: (...entry: unknown[]) => void logged.push(entry) };
    client = new AxiosHttpClient(budgetOf(), clock, logger);
  });

  afterEach(async () => {
    await server[Symbol.asyncDispose]();
    await state[Symbol.asyncDispose]();
  });

  function budgetOf(priority: RequestPriority = 'person'): RequestBudget {
    return new RequestBudget({ requests: state.requests, connection: 'main', clock, priority });
  }

  function read(more: Partial<HttpRequest> = {}): HttpRequest {
    return { effect: 'read', method: 'GET', url: `${server.url}/api/Quotation`, ...more };
  }

  function write(more: Partial<HttpRequest> = {}): HttpRequest {
    return {
      effect: 'write',
      method: 'POST',
      url: `${server.url}/api/Quotation`,
      json: [{ id: 1 }],
      ...more,
    };
  }

  describe('what it sends', () => {
    it('sends JSON with its type, any Unicode included', async () => {
      await client.request(write({ json: { name: 'Größe “M” 🙂', none: null } }));
      expect(server.seen[0]?.method).to.equal('POST');
      expect(server.seen[0]?.headers['content-type']).to.equal('application/json; charset=utf-8');
      expect(JSON.parse(server.seen[0]?.body ?? '')).to.deep.equal({ name: 'Größe “M” 🙂', none: null });
    });

    it('sends a form', async () => {
      await client.request(
        read({ method: 'POST', form: { grant_type: 'client_credentials', secret: 'a&b=c é' } }),
      );
      expect(server.seen[0]?.headers['content-type']).to.equal('application/x-www-form-urlencoded');
      expect(new URLSearchParams(server.seen[0]?.body).get('secret')).to.equal('a&b=c é');
    });

    it('keeps the order of the query, leaves undefined values out and escapes the others', async () => {
      await client.request(
        read({ query: { zeta: 1, alpha: true, none: undefined, search: 'a b&c=d+é', empty: '' } }),
      );
      expect(server.seen[0]?.url).to.equal(
        '/api/Quotation?zeta=1&alpha=true&search=a%20b%26c%3Dd%2B%C3%A9&empty=',
      );
    });

    it('adds to a query that the address has already', async () => {
      await client.request(read({ url: `${server.url}/x?a=1`, query: { b: 2 } }));
      expect(server.seen[0]?.url).to.equal('/x?a=1&b=2');
    });

    it('sends a text with half a character in it instead of failing', async () => {
      await client.request(read({ query: { search: 'a\ud83db' } }));
      expect(server.seen[0]?.url).to.equal('/api/Quotation?search=a%EF%BF%BDb');
    });

    it('sends the given headers and no body with a read', async () => {
      await client.request(read({ headers: { 'X-Tenant': 'acme' } }));
      expect(server.seen[0]?.headers['x-tenant']).to.equal('acme');
      expect(server.seen[0]?.headers['accept']).to.equal('application/json');
      expect(server.seen[0]?.body).to.equal('');
    });
  });

  describe('what it gives back', () => {
    it('returns every answer that is no failure of the server as it is', async () => {
      server.answers = [answer(404, '{"error":"no"}', { 'X-Id': '7' })];
      const response = await client.request(read());
      expect(response.status).to.equal(404);
      expect(response.json).to.deep.equal({ error: 'no' });
      expect(response.headers['x-id']).to.equal('7');
    });

    it('tells an empty answer and one that is no JSON from one that is', async () => {
      server.answers = [answer(200, ''), answer(200, '<html>'), answer(200, 'null'), answer(204)];
      expect((await client.request(read())).json).to.equal(undefined);
      expect((await client.request(read())).json).to.equal(undefined);
      expect((await client.request(read())).json).to.equal(null);
      expect((await client.request(read())).text).to.equal('');
    });

    it('follows no redirect', async () => {
      server.answers = [answer(302, '', { Location: `${server.url}/elsewhere` })];
      const response = await client.request(write());
      expect(response.status).to.equal(302);
      expect(server.seen).to.have.length(1);
    });
  });

  describe('429', () => {
    it('waits as many seconds as asked for and sends even a write again', async () => {
      server.answers = [answer(429, '', { 'Retry-After': '7' }), answer(200, '{}')];
      expect((await client.request(write())).status).to.equal(200);
      expect(clock.slept).to.deep.equal([7_000]);
      expect(client.count).to.deep.equal({ read: 0, write: 2 });
    });

    it('waits until the date asked for', async () => {
      server.answers = [
        answer(429, '', { 'Retry-After': 'Tue, 31 Mar 2026 12:00:09 GMT' }),
        answer(200, '{}'),
      ];
      await client.request(read());
      expect(clock.slept).to.deep.equal([9_000]);
    });

    it('learns the limit from what the server says', async () => {
      server.answers = [answer(429, '700 requests per 5 minutes', { 'Retry-After': '1' }), answer(200)];
      await client.request(read());
      expect(await budgetOf().pace()).to.include({ requests: 350, windowMilliseconds: 300_000 });
    });

    it('gives up at once when the wait would be too long, and says how long', async () => {
      server.answers = [answer(429, '', { 'Retry-After': '3600' })];
      const error = await errorOf(client.request(write()));
      expect(error.code).to.equal('remote.rateLimited');
      expect(error.details).to.include({ status: 429, retryAfterSeconds: 3_600, arrived: 'no' });
      expect(server.seen).to.have.length(1);
    });

    it('is waited for longer by bulk work', async () => {
      server.answers = [answer(429, '', { 'Retry-After': '1800' }), answer(200)];
      const patient = new AxiosHttpClient(budgetOf('bulk'), clock, silentLogger);
      expect((await patient.request(read())).status).to.equal(200);
      expect(clock.slept.reduce((sum, slept) => sum + slept, 0)).to.be.at.least(1_800_000);
    });
  });

  describe('failures of the server', () => {
    it('repeats a read after 502 until it succeeds', async () => {
      server.answers = [answer(502), answer(503), answer(200, '{"ok":true}')];
      expect((await client.request(read())).json).to.deep.equal({ ok: true });
      expect(client.count).to.deep.equal({ read: 3, write: 0 });
    });

    it('never repeats a write after 500, 502, 503 or 504', async () => {
      for (const status of [500, 502, 503, 504]) {
        server.answers = [answer(status)];
        const error = await errorOf(client.request(write()));
        expect(error.code).to.equal('remote.unavailable');
        expect(error.details).to.include({ status, arrived: 'unknown' });
      }
      expect(server.seen).to.have.length(4);
      expect(clock.slept).to.deep.equal([]);
    });

    it('waits after 503 as long as the server asks for', async () => {
      server.answers = [answer(503, '', { 'Retry-After': '11' }), answer(200)];
      await client.request(read());
      expect(clock.slept).to.deep.equal([11_000]);
    });

    it('shows no whole page of HTML', async () => {
      server.answers = [answer(500, '<html>long</html>', { 'Content-Type': 'text/html; charset=utf-8' })];
      const error = await errorOf(client.request(write()));
      expect(error.details.data).to.deep.equal({ path: '/api/Quotation', body: '(an HTML page)' });
    });
  });

  describe('failures of the network', () => {
    it('says that a write may have arrived when the connection dropped after it was sent', async () => {
      server.answers = [(response) => response.socket?.destroy()];
      const error = await errorOf(client.request(write()));
      expect(error.code).to.equal('remote.unavailable');
      expect(error.details.arrived).to.equal('unknown');
      expect(server.seen).to.have.length(1);
    });

    it('says so, too, when the answer stops half-way', async () => {
      server.answers = [
        (response) => {
          response.writeHead(201, { 'Content-Length': '1000' });
          response.write('{"id":');
          setTimeout(() => response.socket?.destroy(), 20);
        },
      ];
      const error = await errorOf(client.request(write()));
      expect(error.details.arrived).to.equal('unknown');
      expect(server.seen).to.have.length(1);
    });

    it('knows that a refused connection carried nothing, and tries again', async () => {
      const request = write();
      await server[Symbol.asyncDispose]();
      const error = await errorOf(client.request(request));
      expect(error.details.arrived).to.equal('no');
      expect(error.message).to.contain('ECONNREFUSED');
      expect(client.count.write).to.equal(4);
    });

    it('gives up a write that takes too long, and does not know whether it arrived', async () => {
      server.answers = [() => undefined];
      const error = await errorOf(client.request(write({ timeoutMilliseconds: 60 })));
      expect(error.message).to.contain('did not answer in time');
      expect(error.details.arrived).to.equal('unknown');
      expect(server.seen).to.have.length(1);
    });

    it('waits as long as the connection is set to, and for what may take longer in proportion', async () => {
      client = new AxiosHttpClient(budgetOf(), clock, silentLogger, 60);
      for (const [timeout, least] of [
        [{}, 55],
        [{ timeoutMilliseconds: 90_000 }, 170],
      ] as const) {
        server.answers = [() => undefined];
        const start = performance.now();
        const error = await errorOf(client.request(write(timeout)));
        expect(error.details.arrived).to.equal('unknown');
        expect(performance.now() - start).to.be.within(least, 5_000);
      }
    });

    it('reads again after a time-out', async () => {
      server.answers = [() => undefined, answer(200, '1')];
      expect((await client.request(read({ timeoutMilliseconds: 60 }))).json).to.equal(1);
    });
  });

  describe('cancelling', () => {
    it('sends nothing once it is cancelled', async () => {
      const error = await errorOf(client.request(read({ signal: AbortSignal.abort() })));
      expect(error.code).to.equal('cancelled');
      expect(server.seen).to.have.length(0);
    });

    it('stops waiting for an answer', async () => {
      const stop = new AbortController();
      server.answers = [() => stop.abort()];
      const error = await errorOf(client.request(write({ signal: stop.signal })));
      expect(error.code).to.equal('cancelled');
    });

    it('stops between two tries', async () => {
      const stop = new AbortController();
      server.answers = [
        (response) => {
          response.writeHead(502);
          response.end(() => stop.abort());
        },
      ];
      const error = await errorOf(client.request(read({ signal: stop.signal })));
      expect(error.code).to.equal('cancelled');
      expect(server.seen).to.have.length(1);
    });
  });

  describe('secrets', () => {
    const secrets = {
      headers: { Authorization: 'Bearer tok-3n-4711-secret' },
      form: { client_secret: 'cl13nt&secret/ä', grant_type: 'client_credentials' },
    };

    function expectNoSecret(value: unknown): void {
      const shown = [inspect(value, { depth: 20, showHidden: true }), JSON.stringify(value), String(value)];
      for (const secret of ['tok-3n-4711', 'cl13nt', encodeURIComponent('cl13nt&secret/ä')])
        expect(shown.join('\n')).not.to.contain(secret);
    }

    it('stay out of every error, even when the server repeats what it was sent', async () => {
      const mirror = (status: number) => [
        (response: Parameters<(typeof server.answers)[number]>[0], request: unknown) => {
          response.writeHead(status, { 'Content-Type': 'application/json', 'Retry-After': '9999' });
          response.end(
            `${decodeURIComponent((request as { body: string }).body)} ${JSON.stringify(request)}`,
          );
        },
      ];
      const request = { ...read({ method: 'POST' }), ...secrets };
      for (const status of [429, 500]) {
        server.answers = mirror(status);
        expectNoSecret(await errorOf(client.request(request)));
      }
      server.answers = [(response) => response.socket?.destroy()];
      expectNoSecret(await errorOf(client.request(request)));
      expectNoSecret(await errorOf(client.request({ ...request, timeoutMilliseconds: 1, effect: 'write' })));
      expectNoSecret(await errorOf(client.request({ ...request, url: 'http://127.0.0.1:1/' })));
    });

    it('stay out of the log', async () => {
      server.answers = [answer(502), answer(200)];
      await client.request({ ...read({ method: 'POST', query: { token: 'tok-3n-4711' } }), ...secrets });
      expect(logged).to.have.length.greaterThan(1);
      expectNoSecret(logged);
    });
  });

  it('draws one refusal for bulk work, however much of it is asked for at the same time', async () => {
    const bulk = new AxiosHttpClient(budgetOf('bulk'), clock, silentLogger);
    const refusals: number[] = [];
    server.answers = [
      (response) => {
        // The window is over when the clock has gone on.
        const status = clock.now() < now + 30_000 ? 429 : 200;
        if (status === 429) refusals.push(clock.now());
        setTimeout(() => response.writeHead(status, { 'Retry-After': '30' }).end('{}'), 30);
      },
    ];
    const cancelled = new AbortController();
    const asked = [1, 2, 3, 4].map((id) => bulk.request(read({ query: { id } })));
    const stopped = errorOf(bulk.request(read({ signal: cancelled.signal })));
    cancelled.abort();
    expect((await Promise.all(asked)).map(({ status }) => status)).to.deep.equal([200, 200, 200, 200]);
    expect(refusals).to.have.length(1);
    expect((await stopped).code).to.equal('cancelled');
    expect(server.seen).to.have.length(5);
  });

  it('lets requests for people go at the same time', async () => {
    let together = 0;
    let most = 0;
    server.answers = [
      (response) => {
        together += 1;
        most = Math.max(most, together);
        setTimeout(() => {
          together -= 1;
          response.end('{}');
        }, 30);
      },
    ];
    await Promise.all([1, 2, 3].map(() => client.request(read())));
    expect(most).to.equal(3);
  });

  it('asks the budget before each try', async () => {
    server.answers = [answer(502), answer(200)];
    await client.request(read());
    const entries = await state.requests.update('main', ({ entries }) => ({ result: entries }));
    expect(entries.map(({ requests }) => requests)).to.deep.equal([1, 1]);
  });
});
