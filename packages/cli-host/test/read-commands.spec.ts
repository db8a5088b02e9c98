import { example, Workplace } from './harness/workplace.js';
import { errorOf } from './harness/run-command.js';
import { expect } from 'chai';
import { chmodSync, readFileSync } from 'node:fs';

describe('commands that read', () => {
  let place: Workplace;
  before(async () => {
    place = await Workplace.open();
  });
  after(async () => place[Symbol.asyncDispose]());

  it('check: who we are and what gets in the way', async () => {
    const report = (await place.succeed(['check', '--json'])).json() as {
      account: { name: string };
      findings: object[];
    };
    expect(report.account.name).to.be.a('string').and.not.equal('');
    expect(report.findings).to.be.an('array').with.length.above(0);
    expect((await place.succeed(['check'])).stdout).to.contain(`main: signed in to ${place.sandbox.url}`);
  });

  it('check: a file of a secret that everybody may read', async function () {
    // Windows has no such permissions.
    if (process.platform === 'win32') this.skip();
    place.write('secret.txt', `${place.sandbox.clientSecret}\n`);
    place.writeConfiguration({ clientSecret: { file: 'secret.txt' } });
    const topics = async (): Promise<readonly string[]> => {
      const report = (await place.succeed(['check', '--json'])).json() as { findings: { topic: string }[] };
      return report.findings.map(({ topic }) => topic);
    };
    chmodSync(place.path('secret.txt'), 0o644);
    expect(await topics()).to.include('secret file');
    expect((await place.succeed(['check'])).stdout).to.match(/! secret file .*secret\.txt/);
    chmodSync(place.path('secret.txt'), 0o640);
    expect(await topics()).not.to.include('secret file');
    place.writeConfiguration({});
  });

  it('version: as text and as JSON, however it is asked for', async () => {
    const [text, option, command] = await Promise.all([
      place.succeed(['--version']),
      place.succeed(['--version', '--json']),
      place.succeed(['version', '--json']),
    ]);
    expect(option.json()).to.deep.equal(command.json());
    expect(option.json()).to.have.all.keys('version', 'node');
    expect(text.stdout.trim()).to.equal((option.json() as { version: string }).version);
  });

  it('lookups: names, then entries', async () => {
    const { lookups } = (await place.succeed(['lookups', '--json'])).json() as { lookups: string[] };
    expect(lookups).to.include.members(['agents', 'ticketTypes', 'taxes']);
    const { entries } = (await place.succeed(['lookups', 'ticketTypes', '--json'])).json() as {
      entries: { name: string }[];
    };
    expect(entries.map(({ name }) => name)).to.include('Opportunity');
    expect((await place.succeed(['lookups', 'taxes'])).stdout).to.contain('percent');
    const unknown = await place.run(['lookups', 'colours', '--json']);
    expect(unknown.code).to.equal(2);
    expect(errorOf(unknown).details.faults?.[0]?.expected).to.contain('ticketTypes');
  });

  it('clients, users, items, opportunities', async () => {
    const json = async (
      ...args: readonly string[]
    ): Promise<Record<string, { id: string; name: string }[]>> =>
      (await place.succeed([...args, '--json'])).json() as Record<string, { id: string; name: string }[]>;
    const [{ clients }, { items }] = await Promise.all([
      json('clients', 'search', 'acme'),
      json('items', 'search', 'optiplex', '--limit', '1'),
    ]);
    expect(items).to.have.length(1);
    const id = clients?.find(({ name }) => name === 'Acme Dental Group')?.id ?? 'none';
    const [{ users }, opportunities] = await Promise.all([
      json('users', 'search', 'chen', '--client', id),
      json('opportunities', 'list', '--client', id),
    ]);
    expect(users).to.have.length(1);
    expect(opportunities).to.have.property('opportunities');
    const texts = await Promise.all([
      place.succeed(['clients', 'search', 'acme']),
      place.succeed(['users', 'search', 'chen']),
      place.succeed(['items', 'search', 'optiplex']),
    ]);
    for (const text of texts) {
      expect(text.stdout.split('\n')[0]).to.match(/^ *id /);
      expect(text.stderr).to.match(/^\d+ (client|user|item)s?(, perhaps more: raise --limit)?\n$/);
    }
    const listed = await place.succeed(['opportunities', 'list', '--client', id]);
    expect(listed.stdout.split('\n')[0]).to.contain('opportunity').and.not.to.contain('document');
  });

  it('the examples of the help find something in the sandbox', async () => {
    const examples = [
      ['clients', 'search', 'acme'],
      ['clients', 'search', 'Acme Dental'],
      ['users', 'search', 'chen', '--client', '101'],
      ['items', 'search', 'latitude'],
      ['items', 'search', 'FG-60F'],
      ['opportunities', 'list', '--client', '101'],
      ['opportunities', 'list', '--user', '301', '--open'],
    ];
    const found = await Promise.all(examples.map((args) => place.succeed(args)));
    for (const [index, { stderr }] of found.entries())
      expect(stderr, examples[index]?.join(' ')).to.match(/^[1-9]/);
  });

  it('opportunities: wants to know whose', async () => {
    expect((await place.run(['opportunities', 'list'])).code).to.equal(2);
    expect((await place.run(['opportunities', 'list', '--client', '1', '--user', '2'])).code).to.equal(2);
  });

  it('items sync: fills the cache beside the configuration', async () => {
    const result = (await place.succeed(['items', 'sync', '--json'])).json() as { items: number };
    expect(result.items).to.equal(600);
    expect((await place.succeed(['items', 'sync', '--quiet'])).stderr).to.equal('');
  });

  it('connections and plugins: what is set up and what is installed', async () => {
    const { connections } = (await place.succeed(['connections', 'list', '--json'])).json() as {
      connections: object[];
    };
    expect(connections).to.deep.equal([{ name: 'main', plugin: 'halopsa', faults: [] }]);
    const plugins = (await place.succeed(['plugins', 'list', '--json'])).json() as {
      contactManagers: { id: string }[];
      diagnostics: object[];
    };
    expect(plugins.contactManagers.map(({ id }) => id)).to.deep.equal(['halopsa']);
    expect(plugins.diagnostics).to.deep.equal([]);
  });

  it('schema: prints the published forms', async () => {
    const { schemas } = (await place.succeed(['schema', '--json'])).json() as { schemas: string[] };
    expect(schemas).to.deep.equal([
      'configuration',
      'document',
      'plan',
      'explanation',
      'push-result',
      'drift',
      'bindings',
      'bindings-import',
      'rebind',
      'issues',
      'history',
      'doctor',
      'error',
      'settings',
    ]);
    const printed = await Promise.all(schemas.map((name) => place.succeed(['schema', name])));
    for (const { stdout } of printed) expect(JSON.parse(stdout)).to.have.property('type', 'object');
    expect((await place.run(['schema', 'nothing'])).code).to.equal(2);
  });

  it('documents: listed and shown without a PSA or a state file', async () => {
    await using empty = Workplace.empty();
    const { documents } = JSON.parse(
      (await empty.run(['documents', 'list', example('quotes.csv'), '--json'])).stdout,
    ) as {
      documents: { number: string }[];
    };
    expect(documents.map(({ number }) => number)).to.include.members(['AAAQ1001', 'AAAO1001']);
    const shown = (
      await empty.succeed(['documents', 'show', example('quotes.csv'), '--doc', 'AAAQ1001', '--json'])
    ).json();
    expect(shown).to.include({ format: 'quotebridge.document/1', number: 'AAAQ1001', type: 'QUOTE' });
    expect(
      (await empty.succeed(['documents', 'show', example('quotes.csv'), '--doc', 'AAAQ1001'])).stdout,
    ).to.contain('FG-60F');
  });

  it('documents with faults are listed with what could be read of them', async () => {
    const text = readFileSync(example('quotes.csv'), 'utf8').replace(',198.00,', ',many,');
    place.write('faulty.csv', text);
    const ended = await place.run(['documents', 'list', 'faulty.csv', '--json']);
    expect(ended.code).to.equal(2);
    const { documents } = ended.json() as { documents: Record<string, unknown>[] };
    const faulty = documents.find(({ faults }) => (faults as object[]).length > 0);
    expect(faulty).to.include({
      number: 'AAAQ1001',
      type: 'QUOTE',
      name: 'Front desk and network refresh',
      state: 'has faults',
    });
  });

  it('goes on quietly when the reader of its output leaves', async () => {
    const { child, ended } = place.start(['schema', 'settings']);
    child.stdout?.destroy();
    expect((await ended).stderr).not.to.contain('EPIPE');
  });

  it('has no colours without a terminal, and when they are not wanted', async () => {
    const escape = '\u001B[';
    const [plain, coloured, refused, unwanted] = await Promise.all([
      place.run(['lookups']),
      place.run(['plugins', 'list'], { FORCE_COLOR: '1' }),
      place.run(['plugins', 'list', '--no-color'], { FORCE_COLOR: '1' }),
      place.run(['plugins', 'list'], { FORCE_COLOR: '1', NO_COLOR: '1' }),
    ]);
    expect(coloured.stdout).to.contain(escape);
    for (const { stdout } of [plain, refused, unwanted]) expect(stdout).not.to.contain(escape);
  });
});
