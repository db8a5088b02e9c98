import { errorOf, type Ended } from './harness/run-command.js';
import { Workplace } from './harness/workplace.js';
import { expect } from 'chai';
import { mkdirSync } from 'node:fs';

const settings =
  'settings: { account: { serverUrl: "https://a.halopsa.com", clientId: x, clientSecret: { env: HALO_SECRET } } }';

describe('the configuration', () => {
  let place: Workplace;
  beforeEach(() => (place = Workplace.empty()));
  afterEach(async () => place[Symbol.asyncDispose]());

  async function check(content: string, ...args: readonly string[]): Promise<Ended> {
    place.write('quotebridge.yaml', content);
    const ended = await place.run(['check', '--json', ...args]);
    expect(ended.code, ended.stdout).to.equal(2);
    return ended;
  }

  const faults = (ended: Ended): string => JSON.stringify(errorOf(ended).details.faults ?? []);

  it('is missed with a hint', async () => {
    const ended = await place.run(['check', '--json']);
    expect(ended.code).to.equal(2);
    expect(errorOf(ended)).to.include({ code: 'settings.invalid' });
    expect(errorOf(ended).details.next).to.contain('quotebridge init');
    const named = await place.run(['check', '--config', 'other.yaml']);
    expect([named.code, named.stderr.includes('other.yaml')]).to.deep.equal([2, true]);
    const variable = await place.run(['check'], { QUOTEBRIDGE_CONFIG: 'third.yaml' });
    expect(variable.stderr).to.contain('third.yaml');
  });

  it('must be readable and valid YAML', async () => {
    mkdirSync(place.path('folder'));
    expect((await place.run(['check', '--config', 'folder'])).stderr).to.contain('cannot be read');
    const ended = await check('version: 1\nconnections: [\n');
    expect(faults(ended)).to.match(/quotebridge\.yaml:\d/);
  });

  it('says path, value, expectation and line of each fault', async () => {
    const content = `version: 2\nplugin: halopsa\nconnections:\n  main:\n    plugin: 7\n    settings: {}\n  "bad name":\n    settings: text\n`;
    const ended = await check(content);
    const error = errorOf(ended);
    const at = Object.fromEntries((error.details.faults ?? []).map((fault) => [fault.at, fault]));
    expect(at['/version']).to.deep.equal({ at: '/version', value: '2', expected: '1' });
    expect(at['/plugin']?.expected).to.contain('connections');
    expect(at['/connections/main/plugin']?.value).to.equal('7');
    expect(at['/connections/bad name/settings']?.value).to.equal('a string');
    expect(
      (error.details.data as { lines: Record<string, number> }).lines['/connections/main/plugin'],
    ).to.equal(5);
    expect((await place.run(['check'])).stderr).to.contain(
      '/connections/main/plugin (quotebridge.yaml:5) is “7”: expected text',
    );
  });

  it('may be JSON', async () => {
    place.write(
      'quotebridge.json',
      '{\n "version": 1,\n "connections": {"main": {"plugin": "nothing", "settings": {}}}\n}',
    );
    const ended = await place.run(['check', '--json']);
    expect(ended.code).to.equal(2);
    expect(faults(ended)).to.contain('/connections/main/plugin').and.to.contain('halopsa');
  });

  it('needs settings that its plugin understands', async () => {
    const ended = await check(
      'version: 1\nconnections:\n  main:\n    plugin: halopsa\n    settings:\n      account:\n        serverUrl: https://a.halopsa.com\n        clientSecret: { env: HALO_SECRET }\n      opportunity:\n        completeOn: sometimes\n',
    );
    expect(faults(ended))
      .to.contain('/connections/main/settings/opportunity/completeOn')
      .and.to.contain('sometimes');
    expect(faults(ended)).to.contain('clientId');
    const lines = (errorOf(ended).details.data as { lines: Record<string, number> }).lines;
    expect(lines['/connections/main/settings/opportunity/completeOn']).to.equal(10);
  });

  it('names the variable of a missing secret, and the file, and the keyring', async () => {
    place.write('quotebridge.yaml', `version: 1\nconnections: { main: { plugin: halopsa, ${settings} } }\n`);
    const missing = await place.run(['check', '--json']);
    expect([missing.code, errorOf(missing).code]).to.deep.equal([2, 'settings.invalid']);
    expect(faults(missing)).to.contain('HALO_SECRET');
    const file = await check(
      `version: 1\nconnections: { main: { plugin: halopsa, ${settings.replace('env: HALO_SECRET', 'file: none.txt')} } }`,
    );
    expect(faults(file)).to.contain('none.txt');
    const keyring = await check(
      `version: 1\nconnections: { main: { plugin: halopsa, ${settings.replace('env: HALO_SECRET', 'keyring: halo')} } }`,
    );
    expect(errorOf(keyring).code).to.equal('settings.invalid');
    expect(faults(keyring)).to.contain('keyring').and.to.contain('halo');
  });

  it('refuses a literal secret and repeats it nowhere', async () => {
    const ended = await check(
      `version: 1\nconnections: { main: { plugin: halopsa, ${settings.replace('{ env: HALO_SECRET }', 'sk-very-secret')} } }`,
    );
    expect(ended.stdout).not.to.contain('sk-very-secret');
    expect(faults(ended)).to.contain('clientSecret');
  });

  it('refuses http:// to another machine', async () => {
    place.write(
      'quotebridge.yaml',
      `version: 1\nconnections: { main: { plugin: halopsa, ${settings.replace('https', 'http')} } }\n`,
    );
    const ended = await place.run(['check', '--json'], { HALO_SECRET: 'some-secret-value' });
    expect([ended.code, errorOf(ended).code]).to.deep.equal([2, 'settings.invalid']);
    expect(JSON.stringify(errorOf(ended))).to.contain('https://');
  });

  it('chooses the connection: named, main, or the only one', async () => {
    const one = `{ plugin: halopsa, ${settings} }`;
    const several = await check(`version: 1\nconnections: { east: ${one}, west: ${one} }\n`);
    expect(errorOf(several).message).to.contain('east, west');
    const unknown = await check(
      `version: 1\nconnections: { east: ${one}, west: ${one} }\n`,
      '--connection',
      'north',
    );
    expect(errorOf(unknown).message).to.contain('north').and.to.contain('east, west');
    const only = await check(`version: 1\nconnections: { east: ${one} }\n`);
    expect(faults(only)).to.contain('/connections/east/');
    const none = await check('version: 1\nconnections: {}\n');
    expect(errorOf(none).details.next).to.contain('init');
  });
});

describe('plugins', () => {
  it('are found by name or folder from the configuration; a broken one is reported and does no harm', async () => {
    await using place = Workplace.empty();
    const manifest = (id: string): object => ({
      apiVersion: 1,
      main: './plugin.js',
      contributes: { contactManagers: [{ id, displayName: id, settings: './settings.json' }] },
    });
    const add = (folder: string, content: object): void => {
      mkdirSync(place.path(folder), { recursive: true });
      place.write(`${folder}/package.json`, JSON.stringify(content));
      place.write(`${folder}/settings.json`, '{"type":"object","properties":{}}');
      place.write(`${folder}/plugin.js`, 'throw new Error("loaded too early");');
    };
    add('mine', { name: 'mine', version: '1.2.3', quotebridge: manifest('mine') });
    add('node_modules/@acme/psa', {
      name: '@acme/psa',
      version: '2.0.0',
      exports: {},
      quotebridge: manifest('acme'),
    });
    add('plain', { name: 'plain', version: '1.0.0' });
    add('lost', {
      name: 'lost',
      version: '1.0.0',
      quotebridge: {
        ...manifest('lost'),
        contributes: { contactManagers: [{ id: 'lost', displayName: 'x', settings: './none.json' }] },
      },
    });
    add('outside', {
      name: 'outside',
      version: '1.0.0',
      quotebridge: { ...manifest('outside'), main: './../plugin.js' },
    });
    const plugins = ['./mine', '@acme/psa', './plain', './lost', './outside', './nowhere', '@acme/none'];
    place.write(
      'quotebridge.yaml',
      JSON.stringify({ version: 1, plugins, connections: { main: { plugin: 'outside', settings: {} } } }),
    );

    const list = (await place.succeed(['plugins', 'list', '--json'])).json() as {
      contactManagers: { id: string; plugin: string; version: string }[];
      diagnostics: { plugin: string; message: string }[];
    };
    const found = list.contactManagers.map(({ id, plugin, version }) => `${id} ${plugin} ${version}`);
    expect(found).to.include.members(['mine mine 1.2.3', 'acme @acme/psa 2.0.0']);
    expect(found.some((entry) => entry.startsWith('halopsa '))).to.equal(true);
    const said = Object.fromEntries(list.diagnostics.map(({ plugin, message }) => [plugin, message]));
    expect(said).to.have.all.keys('./plain', 'lost', './nowhere', '@acme/none');
    expect(said['@acme/none']).to.contain('not installed');
    expect((await place.succeed(['plugins', 'list'])).stderr).to.contain('./plain');

    const outside = await place.run(['check', '--json']);
    expect([outside.code, errorOf(outside).code]).to.deep.equal([7, 'plugin.failed']);
    const mine = await place.run(['connections', 'list', '--json']);
    expect(mine.code).to.equal(0);
  });
});
