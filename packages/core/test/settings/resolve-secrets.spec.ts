import { inspect } from 'node:util';
import { expect } from 'chai';
import type { JsonObject } from '../../src/base/json.js';
import type { Secret } from '../../src/base/secret.js';
import type { SecretReference } from '../../src/engine/engine-types.js';
import { checkSettings, readSettings, type OpenedSettings } from '../../src/settings/read-settings.js';
import { composeSettingsSchema } from '../../src/settings/settings-schema.js';
import { errorOf } from '../fakes/error-of.js';

const schema = composeSettingsSchema({
  properties: {
    account: {
      type: 'object',
      additionalProperties: false,
      required: ['serverUrl', 'clientSecret'],
      properties: {
        serverUrl: { type: 'string' },
        clientSecret: { type: 'string', writeOnly: true },
        proxy: { type: 'object', properties: { password: { type: 'string', writeOnly: true } } },
      },
    },
  },
});

const values: Readonly<Record<string, string>> = {
  HALO_SECRET: 's3cr3t-1',
  '/run/secret': 's3cr3t-2',
  ring: 's3cr3t-3',
};

const resolver = async (reference: SecretReference): Promise<string | undefined> =>
  values[Object.values(reference)[0] ?? ''];

function account(clientSecret: JsonObject[string], serverUrl = 'https://acme.example'): JsonObject {
  return { account: { serverUrl, clientSecret } };
}

function open(settings: JsonObject): Promise<OpenedSettings> {
  return readSettings(schema, settings, resolver);
}

function secretOf(opened: OpenedSettings): Secret {
  return (opened.settings['account'] as unknown as { clientSecret: Secret }).clientSecret;
}

describe('readSettings', () => {
  it('puts the secret in the place of its reference', async () => {
    const references = [
      [{ env: 'HALO_SECRET' }, 's3cr3t-1'],
      [{ file: '/run/secret' }, 's3cr3t-2'],
      [{ keyring: 'ring' }, 's3cr3t-3'],
    ] as const;
    for (const [reference, value] of references)
      expect(secretOf(await open(account(reference))).reveal()).to.equal(value);
  });

  it('finds secrets at any depth', async () => {
    const opened = await open({
      account: {
        serverUrl: 'https://acme.example',
        clientSecret: { env: 'HALO_SECRET' },
        proxy: { password: { keyring: 'ring' } },
      },
    });
    const { proxy } = opened.settings['account'] as unknown as { proxy: { password: Secret } };
    expect(proxy.password.reveal()).to.equal('s3cr3t-3');
  });

  it('shows stars wherever the settings are printed', async () => {
    const opened = await open(account({ env: 'HALO_SECRET' }));
    const secret = secretOf(opened);
    const shown = [
      inspect(opened, { depth: 10, showHidden: true }),
      JSON.stringify(opened),
      `${String(secret)} ${secret.toString()}`,
      inspect(secret, { customInspect: false, showHidden: true }),
      JSON.stringify(Object.entries(secret)),
    ].join('\n');
    expect(shown).to.contain('***');
    expect(shown).not.to.contain('s3cr3t');
  });

  it('keeps the secret out of what is hashed', async () => {
    const opened = await open(account({ env: 'HALO_SECRET' }));
    expect(opened.plain['account']).to.deep.equal({
      serverUrl: 'https://acme.example',
      clientSecret: 'secret',
    });
  });

  it('freezes the settings, deeply', async () => {
    const { settings } = await open(account({ env: 'HALO_SECRET' }));
    expect(Object.isFrozen(settings)).to.equal(true);
    expect(Object.isFrozen(settings['account'])).to.equal(true);
  });

  it('refuses a secret that stands in the configuration, without repeating it', async () => {
    const error = await errorOf(open(account('hunter2')));
    expect(error.code).to.equal('settings.invalid');
    expect(error.details.faults?.map(({ at }) => at)).to.deep.equal(['/settings/account/clientSecret']);
    expect(error.message).to.contain('{ env: NAME }');
    expect(inspect(error, { depth: 10 })).not.to.contain('hunter2');
  });

  it('takes a secret in the configuration for a server on this machine only', async () => {
    for (const local of ['http://127.0.0.1:4010', 'http://localhost:4010/', 'http://[::1]:1'])
      expect(secretOf(await open(account('sandbox', local))).reveal(), local).to.equal('sandbox');
    for (const remote of [
      'http://127.0.0.1@evil.example',
      'http://127.0.0.1.evil.example',
      'https://acme.example/127.0.0.1',
      '',
    ])
      expect((await errorOf(open(account('sandbox', remote)))).code, remote).to.equal('settings.invalid');
  });

  it('refuses what is no reference', async () => {
    for (const reference of [
      {},
      { env: '' },
      { env: 1 },
      { env: 'A', file: 'B' },
      { vault: 'x' },
      null,
      ['A'],
      5,
    ] as const)
      expect((await errorOf(open(account(reference)))).code, JSON.stringify(reference)).to.equal(
        'settings.invalid',
      );
  });

  it('names the variable, file or keyring entry that is missing or empty', async () => {
    const cases = [
      [{ env: 'NOT_SET' }, 'the environment variable NOT_SET'],
      [{ file: '/none' }, 'the file /none'],
      [{ keyring: 'none' }, 'the keyring entry none'],
    ] as const;
    for (const [reference, text] of cases) {
      const error = await errorOf(open(account(reference)));
      expect(error.code).to.equal('settings.invalid');
      expect(error.message).to.contain(text).and.to.contain('/settings/account/clientSecret');
    }
    const empty = await errorOf(readSettings(schema, account({ env: 'HALO_SECRET' }), async () => ''));
    expect(empty.message).to.contain('HALO_SECRET');
  });

  it('reports every fault at once, three of them in the message', async () => {
    const error = await errorOf(
      open({ account: { clientSecret: 'x' }, quote: { proof: 'no', options: 'no' }, other: {} }),
    );
    expect(error.details.faults).to.have.length(5);
    expect(error.message).to.contain('and 2 more');
  });
});

describe('checkSettings', () => {
  it('needs no secret to be there', () => {
    expect(checkSettings(schema, account({ env: 'NOT_SET' }))).to.deep.equal([]);
  });

  it('finds a page that is no page', () => {
    const faults = checkSettings(schema, { account: [{ clientSecret: 'hunter2' }] });
    expect(faults.map(({ at }) => at)).to.deep.equal(['/settings/account']);
    expect(JSON.stringify(faults)).not.to.contain('hunter2');
  });
});
