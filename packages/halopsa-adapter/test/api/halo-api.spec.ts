import { expect } from 'chai';
import { entities } from '../../src/api/entities.js';
import { HaloApi } from '../../src/api/halo-api.js';
import { TokenSource } from '../../src/auth/token-source.js';
import { FakeHttp, type FakeAnswer } from '../support/fake-http.js';
import { fakeServerUrl, knownSettings } from '../support/manager-on.js';
import { ManualClock } from '../support/manual-clock.js';
import { MemoryCache } from '../support/memory-cache.js';
import { rejection } from '../support/rejection.js';

const apiOn = (http: FakeHttp): HaloApi =>
  new HaloApi(
    http,
    new TokenSource(http, new MemoryCache(), new ManualClock(), knownSettings()),
    fakeServerUrl,
  );
const answering = (answer: FakeAnswer): FakeHttp =>
  new FakeHttp(({ url }) => (url.includes('/api/') && !url.endsWith('AuthInfo') ? answer : undefined));
const read = (answer: FakeAnswer): Promise<unknown> => apiOn(answering(answer)).get(entities.item, 7);
const post = (answer: FakeAnswer): Promise<unknown> =>
  apiOn(answering(answer)).post(entities.item, [{ name: 'x' }]);

describe('HaloApi', () => {
  describe('lists', () => {
    const list = async (json: unknown): Promise<unknown> =>
      apiOn(answering({ json })).list(entities.item, {});

    it('reads arrays, envelopes and envelopes of another key', async () => {
      expect(await list([{ id: 1 }])).to.deep.equal([{ id: 1 }]);
      expect(await list({ record_count: 1, columns: [], items: [{ id: 1 }] })).to.deep.equal([{ id: 1 }]);
      expect(await list({ record_count: 1, results: [{ id: 1 }] })).to.deep.equal([{ id: 1 }]);
      expect(await list({ record_count: 0, items: null })).to.deep.equal([]);
    });

    it('does not take an unknown form for an empty list', async () => {
      await rejection(list({ message: 'hello' }), 'remote.unexpected');
    });
  });

  describe('401', () => {
    const server = (refusals: number): FakeHttp => {
      let left = refusals;
      let tokens = 0;
      return new FakeHttp(({ url }) => {
        if (url.endsWith('/token')) {
          tokens += 1;
          return { json: { access_token: `t${tokens}`, expires_in: 60 } };
        }
        if (url.endsWith('AuthInfo')) return undefined;
        left -= 1;
        return left >= 0 ? { status: 401 } : { json: { id: 7 } };
      });
    };

    it('signs in again once, for writes as well', async () => {
      const http = server(1);
      expect(await apiOn(http).post(entities.item, [{ id: 7 }])).to.deep.equal([{ id: 7 }]);
      expect(http.calls.map(({ headers }) => headers?.['authorization'])).to.deep.equal([
        'Bearer t1',
        'Bearer t2',
      ]);
    });

    it('gives up after that', async () => {
      const http = server(9);
      const error = await rejection(apiOn(http).get(entities.item, 7), 'auth.rejected');
      expect(http.calls).to.have.length(2);
      expect(JSON.stringify(error)).not.to.contain('t2');
    });
  });

  it('answers undefined for a record that is not there, in any of the ways servers say so', async () => {
    expect(await read({ status: 404 })).to.equal(undefined);
    expect(await read({ status: 400, text: 'no' })).to.equal(undefined);
    expect(await read({ json: { id: 0 } })).to.equal(undefined);
    expect(await read({ json: { id: 7.0, name: 'x' } })).to.deep.equal({ id: 7, name: 'x' });
  });

  it('names the permission that is missing', async () => {
    expect((await rejection(read({ status: 403 }), 'permission.missing')).message).to.contain('read:items');
    expect((await rejection(post({ status: 403 }), 'permission.missing')).message).to.contain('edit:items');
  });

  it('understands the forms of a refusal', async () => {
    const says = async (answer: FakeAnswer): Promise<string> =>
      (await rejection(post({ status: 400, ...answer }), 'remote.rejected')).message;
    expect(await says({ json: { ClassName: 'X', Message: 'broken rule' } })).to.contain('broken rule');
    expect(await says({ json: { resultCode: 1, errorMessage: 'error text' } })).to.contain('error text');
    expect(await says({ json: { error: 'short', error_description: 'long' } })).to.contain('long');
    expect(await says({ json: 'a json text' })).to.contain('a json text');
    expect(await says({ text: `plain ${'x'.repeat(900)}` }))
      .to.contain('plain')
      .and.to.have.length.below(700);
    expect(await says({ text: '<html>stack trace</html>' })).not.to.contain('stack');
    const json = { '[0].price': ['Could not convert "a"'], '[0].name': ['Too long', 'Odd'] };
    const error = await rejection(post({ status: 400, json }), 'remote.rejected');
    expect(error.details.faults?.map(({ at }) => at)).to.deep.equal(['[0].price', '[0].name', '[0].name']);
    expect(error.details).to.include({ status: 400, arrived: 'no' });
  });

  it('tells redirects and pages from answers', async () => {
    expect((await rejection(read({ status: 302 }), 'remote.unexpected')).details.next).to.contain(
      '/account/serverUrl',
    );
    await rejection(read({ text: '<html>' }), 'remote.unexpected');
    const error = await rejection(post({ text: '<html>' }), 'remote.unexpected');
    expect(error.details.arrived).to.equal('unknown');
  });

  it('reads one stored record or several, and refuses a warning without a record', async () => {
    expect(await post({ status: 201, json: { id: 4 } })).to.deep.equal([{ id: 4 }]);
    expect(await post({ json: [{ id: 4 }, { id: 5 }] })).to.deep.equal([{ id: 4 }, { id: 5 }]);
    expect(await post({ json: { id: 4, _warning: 'price changed' } })).to.have.length(1);
    const error = await rejection(post({ json: { id: 0, _warning: 'Sure?' } }), 'remote.rejected');
    expect(error.message).to.contain('Sure?');
    for (const answer of [{ json: {} }, { status: 201, json: { id: 0 } }, { status: 204 }, { json: [] }])
      expect((await rejection(post(answer), 'remote.unexpected')).details.arrived).to.equal('unknown');
  });

  it('does not take the warned-about answer to an update for a stored record', async () => {
    const update = apiOn(answering({ json: { id: 4, name: 'x', _warning: 'Sure?' } })).post(entities.item, [
      { id: 4, name: 'x' },
    ]);
    expect((await rejection(update, 'remote.rejected')).message).to.contain('Sure?');
  });
});
