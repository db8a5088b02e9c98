import { expect } from 'chai';
import { inspect } from 'node:util';
import { isQuotebridgeError, Secret } from '@quotebridge/core/plugin';
import { fileOf } from './support/file-of.js';
import { FakeHttp, fakeToken } from './support/fake-http.js';
import { fakeSecret, fakeSettings, managerOn } from './support/manager-on.js';
import { rejection } from './support/rejection.js';

/** Everything that a host could print of a value. */
function shown(value: unknown): string {
  return (
    JSON.stringify(value) + inspect(value, { depth: 20, showHidden: true, getters: true }) + String(value)
  );
}

describe('secrets', () => {
  it('stay in the contact manager, before and after signing in', async () => {
    const manager = managerOn(
      new FakeHttp(({ url }) => (url.includes('/api/Client') ? { json: { id: 5 } } : undefined)),
    );
    expect(shown(manager)).not.to.contain(fakeSecret);
    await manager.clients.get('5');
    expect(shown(manager)).not.to.contain(fakeSecret).and.not.to.contain(fakeToken);
  });

  it('stay out of errors, whatever the server answers', async () => {
    const answers = [
      { status: 400, json: { Message: 'refused' } },
      { status: 401 },
      { status: 403, text: 'Forbidden' },
      { status: 302 },
      { text: '<html>' },
      { json: { _warning: 'no' } },
    ];
    for (const answer of answers) {
      const isApi = (url: string): boolean => url.includes('/api/') && !url.endsWith('AuthInfo');
      const manager = managerOn(new FakeHttp(({ url }) => (isApi(url) ? answer : undefined)));
      const file = fileOf('a', new Uint8Array(3));
      const error: unknown = await manager.attachments
        .upload('5', file, { key: 'k' })
        .catch((caught: unknown) => caught);
      if (!isQuotebridgeError(error)) expect.fail(`no error for ${JSON.stringify(answer)}`);
      expect(shown(error))
        .not.to.contain(fakeToken)
        .and.not.to.contain(fakeSecret)
        .and.not.to.match(/authorization/i);
    }
  });

  it('stay out of errors when the server repeats what it was sent', async () => {
    const long = 'x'.repeat(495);
    const clientSecret = 'a secret/with=signs & 5€ "quoted"';
    const spelt = [
      clientSecret,
      encodeURIComponent(clientSecret),
      new URLSearchParams({ s: clientSecret }).toString().slice(2),
    ];
    for (const secret of spelt) {
      const http = new FakeHttp(({ url }) =>
        url.endsWith('/token')
          ? { status: 401, json: { error: 'invalid_client', error_description: long + secret } }
          : undefined,
      );
      const settings = fakeSettings({}, { clientSecret: new Secret(clientSecret) });
      const error = await rejection(managerOn(http, { settings }).clients.get('5'), 'auth.rejected');
      expect(error.message)
        .to.contain('***')
        .and.not.to.contain('x' + secret.slice(0, 3));
    }
    const echoes = [
      { status: 400, text: `${long}Bearer ${fakeToken}` },
      { status: 400, json: { Message: `${long}${fakeToken}` } },
      { status: 400, json: { '[0].name': [`${fakeToken} is no name`] } },
    ];
    for (const echo of echoes) {
      const http = new FakeHttp(({ url }) => (url.includes('/api/Client') ? echo : undefined));
      const error = await rejection(managerOn(http).clients.search({ text: 'a' }), 'remote.rejected');
      expect(shown(error)).not.to.contain(fakeToken.slice(0, 5));
    }
  });

  it('are sent to the token endpoint only, and never in an address', async () => {
    const http = new FakeHttp(({ url }) => (url.includes('/api/Client') ? { json: { id: 5 } } : undefined));
    await managerOn(http).clients.get('5');
    for (const request of http.requests) {
      const isToken = request.url.endsWith('/auth/token');
      expect(JSON.stringify(request).includes(fakeSecret), request.url).to.equal(isToken);
      expect(JSON.stringify([request.url, request.query])).not.to.contain(fakeSecret);
    }
  });
});
