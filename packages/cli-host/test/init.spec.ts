import { errorOf } from './harness/run-command.js';
import { expectForm } from './harness/schema-check.js';
import { Workplace } from './harness/workplace.js';
import { expect } from 'chai';
import { chmodSync, existsSync, readFileSync, statSync } from 'node:fs';
import { parse } from 'yaml';

const account = [
  '--set',
  'account.serverUrl=https://example.halopsa.com',
  '--set',
  'account.clientId=1234',
  '--set',
  'account.clientSecret.env=HALO_SECRET',
];

interface Content {
  connections: Record<string, { plugin: string; settings: Record<string, Record<string, unknown>> }>;
}

describe('init', () => {
  let place: Workplace;
  beforeEach(() => (place = Workplace.empty()));
  afterEach(async () => place[Symbol.asyncDispose]());

  const content = (name = 'quotebridge.yaml'): Content =>
    parse(readFileSync(place.path(name), 'utf8')) as Content;

  it('writes a configuration with comments when everything is given', async () => {
    const ended = await place.succeed(['init', '--plugin', 'halopsa', ...account, '--json']);
    expect(ended.json()).to.include({ connection: 'main', plugin: 'halopsa', created: true });
    expect(ended.stderr).to.contain('quotebridge doctor');
    const text = readFileSync(place.path('quotebridge.yaml'), 'utf8');
    expect(text)
      .to.contain('clientSecret: { env: HALO_SECRET }')
      .and.to.match(/# Account: /);
    expectForm('configuration', content());
    // Text stays text, also when it looks like a number.
    expect(content().connections['main']?.settings['account']?.['clientId']).to.equal('1234');
    expect((await place.succeed(['connections', 'list'])).stdout).to.contain('complete');
  });

  it('names what is missing and writes nothing', async () => {
    const ended = await place.run(['init', '--set', 'account.clientId=1', '--json']);
    expect(ended.code).to.equal(2);
    const error = errorOf(ended);
    expect(error.code).to.equal('settings.invalid');
    expect(JSON.stringify(error.details.faults)).to.contain('/connections/main/settings/account');
    expect(JSON.stringify(error.details.faults)).to.contain('serverUrl').and.to.contain('clientSecret');
    expect(existsSync(place.path('quotebridge.yaml'))).to.equal(false);
  });

  it('changes what it is told to and loses nothing', async () => {
    await place.succeed(['init', ...account]);
    const before = readFileSync(place.path('quotebridge.yaml'), 'utf8');
    place.write(
      'quotebridge.yaml',
      before.replace('clientId: "1234"', 'clientId: "1234" # of the test tenant'),
    );
    await place.succeed([
      'init',
      '--set',
      'defaults.ticketType=Renewal',
      '--set',
      'products.includeCost=false',
    ]);
    await place.succeed(['init', '--set', 'userMappings.users.d\\.whitfield=Dana Whitfield']);
    await place.succeed(['init', '--set', 'halopsa.itemNumberFields=[name, internalreference]']);
    const text = readFileSync(place.path('quotebridge.yaml'), 'utf8');
    expect(text).to.contain('# of the test tenant');
    const settings = content().connections['main']?.settings;
    expect(settings?.['account']?.['clientSecret']).to.deep.equal({ env: 'HALO_SECRET' });
    expect(settings?.['defaults']).to.deep.equal({ ticketType: 'Renewal' });
    expect(settings?.['products']).to.deep.equal({ includeCost: false });
    expect(settings?.['userMappings']).to.deep.equal({ users: { 'd.whitfield': 'Dana Whitfield' } });
    expect(settings?.['halopsa']).to.deep.equal({ itemNumberFields: ['name', 'internalreference'] });
  });

  it('writes each comment once, however often it runs', async () => {
    await place.succeed(['init', ...account]);
    for (const setting of [
      'products.includeCost=false',
      'defaults.ticketType=Renewal',
      'products.includeCost=true',
      'opportunity.completeOn=invoice',
      'account.tenant=example',
    ]) {
      await place.succeed(['init', '--set', setting]);
    }
    const text = readFileSync(place.path('quotebridge.yaml'), 'utf8');
    const comments = text.split('\n').filter((line) => line.trim().startsWith('#'));
    expect(comments.filter((line) => line.includes('# Account'))).to.have.length(1);
    expect(new Set(comments).size, text).to.equal(comments.length);
  });

  it('is for its owner only when it is new, and keeps the permissions it has', async function () {
    // Windows has no such permissions.
    if (process.platform === 'win32') this.skip();
    const mode = (): number => statSync(place.path('quotebridge.yaml')).mode & 0o777;
    await place.succeed(['init', ...account]);
    expect(mode()).to.equal(0o600);
    chmodSync(place.path('quotebridge.yaml'), 0o664);
    await place.succeed(['init', '--set', 'products.includeCost=false']);
    expect(mode()).to.equal(0o664);
  });

  it('tells what is wrong from what is missing, and names no line of a file that was not written', async () => {
    for (const wrong of [
      'products.includeCost=maybe',
      'account.colour=red',
      'defaults=1',
      'colours.of=red',
    ]) {
      const ended = await place.run(['init', ...account, '--set', wrong]);
      expect(ended.code, wrong).to.equal(2);
      expect(ended.stderr)
        .to.contain('nothing was written')
        .and.to.contain('schema settings --plugin halopsa');
      expect(ended.stderr).not.to.match(/not complete|is missing|not valid|quotebridge\.yaml:\d/);
    }
    const incomplete = await place.run(['init', '--set', 'account.clientId=1']);
    expect(incomplete.stderr)
      .to.contain('not complete')
      .and.not.to.match(/quotebridge\.yaml:\d/);
    expect(existsSync(place.path('quotebridge.yaml'))).to.equal(false);
  });

  it('names everything that is wrong at once: no setting, no value of it, no address, no assignment', async () => {
    const ended = await place.run([
      ...['init', '--set', 'account.serverUrl=notaurl', '--set', 'account.clientId='],
      ...['--set', 'opportunity.completeOn=banana', '--set', 'quote.nope=3', '--set', 'shapeless', '--json'],
    ]);
    expect(ended.code).to.equal(2);
    const { faults = [] } = errorOf(ended).details;
    const base = '/connections/main/settings';
    expect(faults.map(({ at }) => at)).to.include.members([
      'quote.nope',
      '--set',
      `${base}/account/serverUrl`,
      `${base}/account/clientId`,
      `${base}/opportunity/completeOn`,
    ]);
    const address = faults.find(({ at }) => at.endsWith('/serverUrl'));
    expect(address?.value).to.equal('notaurl');
    expect(address?.expected).to.contain('https://').and.not.to.contain('\\');
    expect(existsSync(place.path('quotebridge.yaml'))).to.equal(false);
  });

  it('takes the addresses that can be signed in at, and no others', async () => {
    await place.succeed(['init', ...account]);
    const set = (address: string): ReturnType<Workplace['run']> =>
      place.run(['init', '--set', `account.serverUrl=${address}`]);
    for (const good of [
      'https://halo',
      'HTTPS://example.halopsa.com/portal',
      'example.halopsa.com',
      'example.halopsa.com:8443',
      'localhost:4010',
      'http://127.0.0.1:4010',
      'http://[::1]:4010',
    ])
      expect((await set(good)).code, good).to.equal(0);
    for (const bad of [
      'notaurl',
      'http://example.halopsa.com',
      'ftp://example.com',
      'two words.com',
      'https://',
    ])
      expect((await set(bad)).code, bad).to.equal(2);
  });

  it('says so when nothing changes', async () => {
    await place.succeed(['init', ...account]);
    expect((await place.succeed(['init', ...account])).stdout).to.contain('Nothing changed');
    const again = await place.succeed(['init', ...account, '--json']);
    expect(again.json()).to.include({ created: false, changed: false });
    const changed = await place.succeed(['init', '--set', 'account.clientId=2', '--json']);
    expect(changed.json()).to.include({ created: false, changed: true });
  });

  it('rows by number stand on the default of a list, or on an empty one', async () => {
    await place.succeed(['init', ...account, '--set', 'products.laborItemTypes.0=Work']);
    const settings = (): Record<string, Record<string, unknown>> =>
      content().connections['main']?.settings ?? {};
    expect(settings()['products']?.['laborItemTypes']).to.be.an('array').that.includes('Work');
    await place.succeed([
      ...['init', '--set', 'dataLink.rows.0.on=save', '--set', 'dataLink.rows.0.object=quotes'],
      ...['--set', 'dataLink.rows.0.from=DocNo', '--set', 'dataLink.rows.0.to=CFNumber'],
    ]);
    expect(settings()['dataLink']?.['rows']).to.deep.equal([
      { on: 'save', object: 'quotes', from: 'DocNo', to: 'CFNumber' },
    ]);
    const beyond = await place.run(['init', '--set', 'products.laborItemTypes.7=Work', '--json']);
    expect(beyond.code).to.equal(2);
    expect(errorOf(beyond).details.faults?.[0]?.at).to.equal('products.laborItemTypes.7');
  });

  it('exchanges one kind of secret reference for another', async () => {
    await place.succeed(['init', ...account]);
    await place.succeed(['init', '--set', 'account.clientSecret.file=secret.txt']);
    expect(content().connections['main']?.settings['account']?.['clientSecret']).to.deep.equal({
      file: 'secret.txt',
    });
  });

  it('adds a second connection, in JSON as well', async () => {
    const file = ['--config', 'bridge.json'];
    await place.succeed(['init', ...file, ...account]);
    await place.succeed(['init', ...file, '--name', 'second', ...account]);
    expect(Object.keys(content('bridge.json').connections)).to.deep.equal(['main', 'second']);
    expect(() => JSON.parse(readFileSync(place.path('bridge.json'), 'utf8')) as unknown).not.to.throw();
  });

  it('takes a literal secret for a server on this machine only', async () => {
    const literal = ['--set', 'account.clientId=1', '--set', 'account.clientSecret=not-to-be-seen'];
    const refused = await place.run([
      'init',
      '--set',
      'account.serverUrl=https://example.halopsa.com',
      ...literal,
      '--json',
    ]);
    expect(refused.code).to.equal(2);
    expect(refused.stdout + refused.stderr).not.to.contain('not-to-be-seen');
    await place.succeed(['init', '--set', 'account.serverUrl=http://127.0.0.1:4010', ...literal]);
  });

  it('refuses assignments and plugins that it cannot understand', async () => {
    const shapeless = await place.run(['init', '--set', 'account', '--json']);
    expect([shapeless.code, errorOf(shapeless).code]).to.deep.equal([2, 'usage']);
    const unknown = await place.run(['init', ...account, '--set', 'account.colour=red', '--json']);
    expect(unknown.code).to.equal(2);
    expect(JSON.stringify(errorOf(unknown).details.faults)).to.contain('colour');
    const plugin = await place.run(['init', '--plugin', 'autotask', '--json']);
    expect(errorOf(plugin).details.faults?.[0]).to.deep.equal({
      at: '--plugin',
      value: 'autotask',
      expected: 'one of halopsa',
    });
  });
});
