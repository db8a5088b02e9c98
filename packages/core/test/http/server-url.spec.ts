import { expect } from 'chai';
import { isLoopback, normaliseServerUrl } from '../../src/http/server-url.js';
import { errorOf } from '../fakes/error-of.js';

const setting = '/settings/account/serverUrl';

describe('normaliseServerUrl', () => {
  it('brings every spelling of an address to one form', () => {
    for (const text of [
      'https://acme.halopsa.com',
      'https://ACME.halopsa.com/',
      ' acme.halopsa.com ',
      'HTTPS://acme.halopsa.com:443/auth?x=1#top',
      'acme.halopsa.com/auth/',
    ])
      expect(normaliseServerUrl(text, setting), text).to.equal('https://acme.halopsa.com');
    expect(normaliseServerUrl('https://acme.example:8443/x', setting)).to.equal('https://acme.example:8443');
    expect(normaliseServerUrl('münchen.example', setting)).to.equal('https://xn--mnchen-3ya.example');
  });

  it('takes http on this machine only', async () => {
    for (const text of ['http://127.0.0.1:4010/', 'http://localhost:4010', 'http://[::1]:4010'])
      expect(normaliseServerUrl(text, setting)).to.equal(text.replace(/\/$/, ''));
    for (const text of [
      'http://acme.halopsa.com',
      'http://127.0.0.1.evil.example',
      'http://localhost.evil.example',
      'http://0.0.0.0',
    ]) {
      const error = await errorOf(() => normaliseServerUrl(text, setting));
      expect(error.code, text).to.equal('settings.invalid');
      expect(error.details.faults?.[0]?.at).to.equal(setting);
      expect(error.message).to.contain('https://');
    }
  });

  it('refuses what is no web address', async () => {
    for (const text of [
      '',
      '   ',
      'https://',
      'ftp://acme.example',
      'javascript://alert(1)',
      'https://a b.c',
    ]) {
      const error = await errorOf(() => normaliseServerUrl(text, setting));
      expect(error.code, text).to.equal('settings.invalid');
    }
  });

  it('never repeats a password that stands in the address', async () => {
    for (const text of [
      'https://bob:hunter2@acme.example',
      'bob:hunter2@acme.example',
      'https://bob:hunter2@acme example',
      'http://bob:hunter2@acme.example:99999',
    ]) {
      const error = await errorOf(() => normaliseServerUrl(text, setting));
      expect(JSON.stringify(error) + error.message, text).not.to.contain('hunter2');
    }
  });
});

describe('isLoopback', () => {
  it('knows the names of this machine and no others', () => {
    for (const name of ['localhost', '127.0.0.1', '127.1.2.3', '::1', '[::1]'])
      expect(isLoopback(name), name).to.equal(true);
    for (const name of ['', '128.0.0.1', '127.0.0.1.example', 'localhost.example', '10.0.0.1', '0.0.0.0'])
      expect(isLoopback(name), name).to.equal(false);
  });
});
