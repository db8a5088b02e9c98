import { expect } from 'chai';
import { inspect } from 'node:util';
import { QuotebridgeError } from '@quotebridge/core/plugin';
import { TokenSource } from '../../src/auth/token-source.js';
import { FakeHttp, type FakeAnswer } from '../support/fake-http.js';
import { fakeSecret, fakeServerUrl, knownSettings } from '../support/manager-on.js';
import { ManualClock } from '../support/manual-clock.js';
import { MemoryCache } from '../support/memory-cache.js';
import { rejection } from '../support/rejection.js';

describe('TokenSource', () => {
  let cache: MemoryCache;
  let clock: ManualClock;
  beforeEach(() => {
    cache = new MemoryCache();
    clock = new ManualClock();
  });

  const sourceOn = (http: FakeHttp, settings = knownSettings()): TokenSource =>
    new TokenSource(http, cache, clock, settings);
  /** A server whose tokens are numbered. */
  const numbered = (lifetime = 3600): FakeHttp => {
    let count = 0;
    return new FakeHttp(({ url }) => {
      if (!url.endsWith('/token')) return undefined;
      count += 1;
      return { json: { access_token: `token-${count}`, expires_in: lifetime } };
    });
  };
  const tokenRequests = (http: FakeHttp): number =>
    http.requests.filter(({ url }) => url.endsWith('/token')).length;

  it('asks once, however many wait', async () => {
    const http = numbered();
    const source = sourceOn(http);
    const tokens = await Promise.all([source.get(), source.get(), source.get()]);
    expect(tokens.map(({ value }) => value)).to.deep.equal(['token-1', 'token-1', 'token-1']);
    expect(tokenRequests(http)).to.equal(1);
  });

  it('replaces a token at four fifths of its life', async () => {
    const source = sourceOn(numbered(1000));
    await source.get();
    clock.advance(799_000);
    expect((await source.get()).value).to.equal('token-1');
    clock.advance(2_000);
    expect((await source.get()).value).to.equal('token-2');
  });

  it('shares the token with other processes, and only in sealed form', async () => {
    await sourceOn(numbered()).get();
    const second = numbered();
    expect((await sourceOn(second).get()).value).to.equal('token-1');
    expect(second.requests).to.have.length(0);
    const kept = JSON.stringify([...cache.entries]);
    expect(kept).not.to.contain('token-1').and.not.to.contain(fakeSecret);
    expect(kept).to.contain('sealed');
  });

  it('ignores a sealed token that it cannot open', async () => {
    await sourceOn(numbered()).get();
    for (const account of [{ clientId: 'another' }, { scope: 'read:items' }, { tenant: 'another' }]) {
      const http = numbered();
      await sourceOn(http, knownSettings({}, account)).get();
      expect(tokenRequests(http), JSON.stringify(account)).to.equal(1);
    }
    cache.entries.set('halopsa.token', { version: 1, salt: '%', iv: '', sealed: 'zz' });
    const http = numbered();
    await sourceOn(http).get();
    expect(tokenRequests(http)).to.equal(1);
  });

  it('sends the secret to no unsafe address, even when the cache names one', async () => {
    cache.entries.set('halopsa.authorisationServer', {
      server: fakeServerUrl,
      authUrl: 'http://elsewhere.example/auth',
      tenant: null,
    });
    const http = numbered();
    await sourceOn(http).get();
    expect(http.requests.map(({ url }) => url)).to.deep.equal([`${fakeServerUrl}/auth/token`]);
  });

  it('does not give out a rejected token again, not even from the cache', async () => {
    const http = numbered();
    const source = sourceOn(http);
    source.reject(await source.get());
    expect((await source.get()).value).to.equal('token-2');
    expect((await sourceOn(numbered()).get()).value).to.equal('token-2');
  });

  it('stops waiting when the signal fires, and the others go on', async () => {
    let release: (answer: FakeAnswer) => void = () => {};
    const answer = new Promise<FakeAnswer>((resolve) => (release = resolve));
    const source = sourceOn(new FakeHttp(({ url }) => (url.endsWith('/token') ? answer : undefined)));
    const stop = new AbortController();
    const impatient = source.get(stop.signal);
    const patient = source.get();
    stop.abort();
    await rejection(impatient, 'cancelled');
    release({ json: { access_token: 'late', expires_in: 60 } });
    expect((await patient).value).to.equal('late');
  });

  describe('discovery', () => {
    const server = (info: FakeAnswer): FakeHttp =>
      new FakeHttp(({ url }) => (url.endsWith('/api/AuthInfo') ? info : undefined));
    const tokenUrl = async (info: FakeAnswer, account: object = {}): Promise<string> => {
      cache = new MemoryCache();
      const http = server(info);
      await sourceOn(http, knownSettings({}, account)).get();
      return http.requests.at(-1)?.url ?? '';
    };

    it('goes where the server says, with its tenant, and remembers it', async () => {
      const info = { json: { auth_url: 'https://login.example/auth/', tenant_id: 'north' } };
      const http = server(info);
      const source = sourceOn(http);
      source.reject(await source.get());
      await source.get();
      expect(http.requests.map(({ url }) => url)).to.deep.equal([
        'https://halo.example/api/AuthInfo',
        'https://login.example/auth/token',
        'https://login.example/auth/token',
      ]);
      expect(http.requests[1]?.query).to.deep.equal({ tenant: 'north' });
      expect(http.requests[1]?.namedBy).to.equal('https://halo.example');
    });

    it('lets the tenant of the settings win', async () => {
      const http = server({ json: { auth_url: 'https://halo.example/auth', tenant_id: 'north' } });
      await sourceOn(http, knownSettings({}, { tenant: 'south' })).get();
      expect(http.requests.at(-1)?.query).to.deep.equal({ tenant: 'south' });
    });

    it('falls back to the server itself', async () => {
      const own = 'https://halo.example/auth/token';
      expect(await tokenUrl({ status: 404 })).to.equal(own);
      expect(await tokenUrl({ text: '<html>' })).to.equal(own);
      expect(await tokenUrl({ json: { auth_url: 7 } })).to.equal(own);
    });

    it('never sends the secret to an unencrypted address', async () => {
      const own = 'https://halo.example/auth/token';
      expect(await tokenUrl({ json: { auth_url: 'http://login.example/auth' } })).to.equal(own);
      expect(await tokenUrl({ json: { auth_url: 'http://127.0.0.1:9/auth' } })).to.equal(own);
      const local = { serverUrl: 'http://127.0.0.1:4010' };
      expect(await tokenUrl({ json: { auth_url: 'http://127.0.0.1:4010/auth' } }, local)).to.equal(
        'http://127.0.0.1:4010/auth/token',
      );
      expect(await tokenUrl({ json: { auth_url: 'http://127.0.0.1:4011/auth' } }, local)).to.equal(
        'http://127.0.0.1:4010/auth/token',
      );
    });
  });

  describe('failures', () => {
    const failing = (answer: FakeAnswer | QuotebridgeError): FakeHttp =>
      new FakeHttp(({ url }) => {
        if (!url.endsWith('/token')) return undefined;
        if (answer instanceof QuotebridgeError) throw answer;
        return answer;
      });

    it('names the client settings, never the secret', async () => {
      const json = { error: 'invalid_client', error_description: `no match for ${fakeSecret}` };
      const error = await rejection(sourceOn(failing({ status: 401, json })).get(), 'auth.rejected');
      expect(error.details.faults?.map(({ at }) => at)).to.deep.equal([
        '/account/clientId',
        '/account/clientSecret',
      ]);
      expect(error.message).to.contain('invalid_client');
      expect(JSON.stringify(error) + inspect(error, { depth: 9 })).not.to.contain(fakeSecret);
      await rejection(sourceOn(failing({ status: 400, json })).get(), 'auth.rejected');
    });

    it('names the scope', async () => {
      const http = failing({ status: 400, json: { error: 'invalid_scope' } });
      const error = await rejection(sourceOn(http).get(), 'permission.missing');
      expect(error.details.faults?.[0]).to.include({ at: '/account/scope', value: 'all:standard' });
    });

    it('explains status 500: tenant or agent', async () => {
      const thrown = new QuotebridgeError('remote.unavailable', 'down', { status: 500 });
      const error = await rejection(sourceOn(failing(thrown)).get(), 'auth.rejected');
      expect(error.message).to.contain('wrong tenant').and.to.contain('agent');
    });

    it('does not blame the settings when the whole server fails', async () => {
      const http = new FakeHttp(() => {
        throw new QuotebridgeError('remote.unavailable', 'down', { status: 500 });
      });
      await rejection(sourceOn(http).get(), 'remote.unavailable');
      expect(http.requests).to.have.length(2);
    });

    it('asks for nothing when the signal has fired before', async () => {
      const http = new FakeHttp();
      await rejection(sourceOn(http).get(AbortSignal.abort()), 'cancelled');
      expect(http.requests).to.have.length(0);
    });

    it('passes on what is no refusal', async () => {
      const busy = new QuotebridgeError('remote.rateLimited', 'slow down', { retryAfterSeconds: 5 });
      await rejection(sourceOn(failing(busy)).get(), 'remote.rateLimited');
      const away = new QuotebridgeError('remote.unavailable', 'down', { status: 503 });
      await rejection(sourceOn(failing(away)).get(), 'remote.unavailable');
      await rejection(sourceOn(failing({ status: 200, text: '<html>' })).get(), 'remote.unexpected');
      await rejection(sourceOn(failing({ status: 302 })).get(), 'remote.unexpected');
      await rejection(sourceOn(failing({ json: { access_token: '' } })).get(), 'remote.unexpected');
    });

    it('tries again after a failure', async () => {
      let broken = true;
      const http = new FakeHttp(({ url }) =>
        url.endsWith('/token') && broken ? { status: 401 } : undefined,
      );
      const source = sourceOn(http);
      await rejection(source.get(), 'auth.rejected');
      broken = false;
      expect((await source.get()).scope).to.equal('all');
    });
  });
});
