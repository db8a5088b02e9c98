import { errorOf } from '../harness/run-command.js';
import { example, Workplace } from '../harness/workplace.js';
import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

type Settings = Record<string, Record<string, unknown>>;

interface Listed {
  readonly rows: readonly { readonly from: string; readonly to: string; readonly known: boolean }[];
  readonly unmapped: readonly { readonly name: string; readonly documents: readonly string[] }[];
  readonly understood?: readonly {
    readonly name: string;
    readonly means: string;
    readonly documents: readonly string[];
  }[];
}

describe('ItemType → product group table with default; user table; both editable by command (`mappings users set …`, `mappings groups set …`, import and export CSV), checked against the live lists, unmapped ones listed', () => {
  let place: Workplace;
  before(async () => {
    place = await Workplace.open();
  });
  beforeEach(() => place.writeConfiguration({}));
  after(async () => place[Symbol.asyncDispose]());

  const text = (): string => readFileSync(place.path('quotebridge.yaml'), 'utf8');
  const settings = (): Settings =>
    (parse(text()) as { connections: { main: { settings: Settings } } }).connections.main.settings;
  const mappings = async (...args: readonly string[]): ReturnType<Workplace['succeed']> =>
    place.succeed(['mappings', ...args]);
  const list = async (...args: readonly string[]): Promise<Listed> =>
    (await mappings(...args, '--json')).json() as Listed;

  it('users are set by name, e-mail address or id, and stand in the configuration by name', async () => {
    await mappings('users', 'set', 'dwhitfield', 'dana whitfield');
    const { entries } = (await place.succeed(['lookups', 'agents', '--json'])).json() as {
      entries: { id: string; name: string; detail?: { email?: string } }[];
    };
    const [, second, third] = entries.filter(({ name }) => name !== 'Dana Whitfield');
    await mappings('users', 'set', 'second.user', second?.id ?? '');
    await mappings('users', 'set', 'Jürgen O\'Neil, "Jo"', third?.detail?.email ?? third?.name ?? '');
    expect(settings()['userMappings']).to.deep.equal({
      users: {
        dwhitfield: 'Dana Whitfield',
        'second.user': second?.name,
        'Jürgen O\'Neil, "Jo"': third?.name,
      },
    });
    // However a name is spelled, it is one row.
    await mappings('users', 'set', 'DWhitfield', second?.id ?? '');
    expect(settings()['userMappings']?.['users']).to.have.property('dwhitfield', second?.name);
    await mappings('users', 'remove', 'Second.User');
    expect(settings()['userMappings']?.['users']).not.to.have.property('second.user');
    expect((await place.run(['mappings', 'users', 'remove', 'nobody'])).code).to.equal(2);
  });

  it('groups have rows and a default; comments of the file stay', async () => {
    place.write(
      'quotebridge.yaml',
      text().replace('"defaults"', '# as agreed with the warehouse\n        "defaults"'),
    );
    await mappings('groups', 'set', 'Laptops', 'hardware');
    await mappings('groups', 'set', 'Cloud', '45');
    await mappings('groups', 'default', 'services');
    expect(settings()['productGroupMappings']).to.deep.equal({
      groups: { Laptops: 'Hardware', Cloud: 'Cloud Subscriptions' },
    });
    expect(settings()['defaults']).to.include({ productGroup: 'Services' });
    expect(text()).to.contain('# as agreed with the warehouse');
    await mappings('taxes', 'set', 'Y', 'sales tax 6.5');
    expect(settings()['taxMappings']).to.deep.equal({ codes: { Y: 'Sales tax 6.5' } });
  });

  it('a name that looks like a number is the text that stands there', async () => {
    await mappings('taxes', 'set', '007', 'sales tax 6.5');
    place.write('quotebridge.yaml', text().replace(/(["'])007\1/, '007'));
    await mappings('taxes', 'set', 'Y', 'sales tax 6.5');
    const { rows } = await list('taxes', 'list');
    expect(rows.map(({ from }) => from)).to.deep.equal(['007', 'Y']);
  });

  it('commands that run at once take turns: no row gets lost, and no other connection changes', async () => {
    const content = parse(text()) as { connections: Record<string, unknown> };
    const both = { ...content, connections: { ...content.connections, second: content.connections['main'] } };
    place.write('quotebridge.yaml', JSON.stringify(both));
    const names = ['one', 'two', 'three', 'four'];
    await Promise.all(
      names.map(async (name) => mappings('users', 'set', name, 'Dana Whitfield', '--connection', 'second')),
    );
    const { connections } = parse(text()) as { connections: Record<string, { settings: Settings }> };
    expect(connections['second']?.settings['userMappings']?.['users']).to.have.all.keys(names);
    expect(connections['main']).to.deep.equal(content.connections['main']);
    const unnamed = await place.run(['mappings', 'users', 'list', '--connection', 'third', '--json']);
    expect(errorOf(unnamed).message).to.contain('main, second');
  });

  it('what the live list does not know is refused with what comes near, and nothing is written', async () => {
    const before = text();
    const wrong = await place.run(['mappings', 'users', 'set', 'dwhitfield', 'Dana Whitfeild', '--json']);
    expect(wrong.code).to.equal(2);
    const { faults = [] } = errorOf(wrong).details;
    expect(faults[0]?.at).to.equal('userMappings.users.dwhitfield');
    expect(faults[0]?.expected).to.contain('“Dana Whitfield”');
    expect((await place.run(['mappings', 'groups', 'default', 'Nothing'])).code).to.equal(2);
    expect((await place.run(['mappings', 'groups', 'set', 'Laptops', 'Hardwear'])).stderr).to.contain(
      'Hardware',
    );
    expect(text()).to.equal(before);
  });

  it('CSV: export and import again are the same table, with quotes, commas and accents', async () => {
    const rows = 'from,to\r\n"Kabel, lang",Networking\r\n"19"" Rack",Hardware\r\nGeräte,41\r\n';
    place.write('groups.csv', `\uFEFF${rows}`);
    await mappings('groups', 'import', 'groups.csv');
    const imported = settings()['productGroupMappings'];
    expect(imported).to.deep.equal({
      groups: { 'Kabel, lang': 'Networking', '19" Rack': 'Hardware', Geräte: 'Hardware' },
    });
    await mappings('groups', 'export', '-o', 'out.csv');
    expect(readFileSync(place.path('out.csv'), 'utf8'))
      .to.match(/^\uFEFFfrom,to\r\n/)
      .and.to.contain('"19"" Rack"');
    place.writeConfiguration({});
    await mappings('groups', 'import', 'out.csv');
    expect(settings()['productGroupMappings']).to.deep.equal(imported);
    place.write('more.csv', 'Geräte;Networking\nFunk;46\n');
    await mappings('groups', 'import', 'more.csv');
    expect(Object.keys(settings()['productGroupMappings']?.['groups'] as object)).to.have.length(4);
    await mappings('groups', 'import', 'more.csv', '--replace');
    expect(settings()['productGroupMappings']).to.deep.equal({
      groups: { Geräte: 'Networking', Funk: 'Networking' },
    });
    expect((await mappings('groups', 'export')).stdout).to.equal(
      'from,to\nGeräte,Networking\nFunk,Networking\n',
    );
  });

  it('an import says what it changed and how many rows there are now', async () => {
    place.write('groups.csv', 'from,to\nA,Hardware\nB,Software\nC,Services\n');
    expect((await mappings('groups', 'import', 'groups.csv')).stdout).to.contain(
      '3 added, 0 changed, 0 unchanged; the table groups has 3 rows now',
    );
    place.write('again.csv', 'from,to\na,Hardware\nB,Networking\nD,Services\n');
    expect((await mappings('groups', 'import', 'again.csv')).stdout).to.contain(
      '1 added, 1 changed, 1 unchanged; the table groups has 4 rows now',
    );
    const replaced = (await mappings('groups', 'import', 'again.csv', '--replace', '--json')).json();
    expect(replaced).to.deep.include({ added: 0, changed: 0, unchanged: 3, removed: ['C'], rows: 3 });
  });

  it('a file without rows is refused: it never empties a table', async () => {
    await mappings('groups', 'set', 'A', 'Hardware');
    for (const content of ['', '\n\n', 'from,to\n']) {
      place.write('empty.csv', content);
      for (const more of [[], ['--replace']]) {
        const ended = await place.run(['mappings', 'groups', 'import', 'empty.csv', ...more, '--json']);
        expect([ended.code, errorOf(ended).code]).to.deep.equal([2, 'usage']);
        expect(errorOf(ended).message).to.contain('has no rows');
      }
    }
    expect(settings()['productGroupMappings']).to.deep.equal({ groups: { A: 'Hardware' } });
  });

  it('what is no row at all has a headline of its own', async () => {
    const headline = async (content: string): Promise<string> => {
      place.write('lines.csv', content);
      return errorOf(await place.run(['mappings', 'groups', 'import', 'lines.csv', '--json'])).message;
    };
    expect(await headline('from,to\nOnly one\n,Hardware\n')).to.match(
      /^2 lines of the mapping file “lines.csv”/,
    );
    expect(await headline('from,to\nA,Hardwear\n')).to.match(
      /^One value is not in the PSA's list productGroups/,
    );
  });

  it('any names survive an export and an import, and an export writes over no other file', async () => {
    const names = [
      '41',
      'a;b',
      'tab\there',
      'two\nlines',
      '"quoted"',
      'from',
      "it's: # odd",
      '=1+1',
      'd.o.t',
    ];
    const users = Object.fromEntries(names.map((name) => [name, 'Dana Whitfield']));
    place.writeConfiguration({}, { userMappings: { users } });
    const before = settings()['userMappings'];
    expect(Object.keys(before?.['users'] as object)).to.have.members(names);
    await mappings('users', 'export', '-o', 'users.csv');
    place.writeConfiguration({});
    await mappings('users', 'import', 'users.csv');
    expect(settings()['userMappings']).to.deep.equal(before);
    expect((await mappings('users', 'import', 'users.csv', '--replace', '--json')).json()).to.deep.include({
      ...{ added: 0, changed: 0, unchanged: names.length, removed: [], rows: names.length },
    });
    await mappings('users', 'export', '-o', 'users.csv');
    await mappings('users', 'remove', '41');
    const refused = await place.run(['mappings', 'users', 'export', '-o', 'users.csv']);
    expect(refused.code).to.equal(2);
    expect(refused.stderr).to.contain('--force');
    expect(readFileSync(place.path('users.csv'), 'utf8')).to.contain('41');
    await mappings('users', 'export', '-o', 'users.csv', '--force');
    expect(readFileSync(place.path('users.csv'), 'utf8')).not.to.contain('41');
  });

  it('a row has a name, and a removal suggests only rows that come near', async () => {
    for (const name of ['', '  ']) {
      const ended = await place.run(['mappings', 'users', 'set', name, 'Dana Whitfield', '--json']);
      expect([ended.code, errorOf(ended).code]).to.deep.equal([2, 'usage']);
    }
    expect(settings()['userMappings']).to.equal(undefined);
    await place.succeed([
      'init',
      '--set',
      'userMappings.users={ "": Dana Whitfield, jsmith: Dana Whitfield }',
    ]);
    const expected = async (name: string): Promise<string> =>
      errorOf(await place.run(['mappings', 'users', 'remove', name, '--json'])).details.faults?.[0]
        ?.expected ?? '';
    expect(await expected('jsmiht')).to.equal('a row such as “jsmith”');
    expect(await expected('somebody else')).to.equal('a row of the table');
    await mappings('users', 'remove', '');
    expect(settings()['userMappings']).to.deep.equal({ users: { jsmith: 'Dana Whitfield' } });
  });

  it('the help of a table speaks of what it leads to', async () => {
    expect((await mappings('users', 'set', '--help')).stdout).to.contain('e-mail address');
    for (const table of ['groups', 'taxes']) {
      expect((await mappings(table, 'set', '--help')).stdout, table).not.to.contain('e-mail');
    }
  });

  it('an import names every fault at once, with its line, and writes nothing', async () => {
    const before = text();
    place.write(
      'faulty.csv',
      'from,to\nGood,Hardware\nBad,Hardwear\nOnly one\ngood,Software\nWorse,Nothing\n',
    );
    const ended = await place.run(['mappings', 'groups', 'import', 'faulty.csv', '--json']);
    expect(ended.code).to.equal(2);
    const faults = errorOf(ended).details.faults ?? [];
    expect(faults.map(({ at }) => at)).to.deep.equal(['line 3', 'line 4', 'line 5', 'line 6']);
    expect(text()).to.equal(before);
    place.write('open.csv', 'a,"b\n');
    expect((await place.run(['mappings', 'users', 'import', 'open.csv'])).code).to.equal(2);
    expect((await place.run(['mappings', 'users', 'import', 'none.csv'])).code).to.equal(2);
  });

  it('lists the rows, which of them lead nowhere any more, and what in documents has no row', async () => {
    await place.succeed([
      'init',
      ...[
        '--set',
        'productGroupMappings.groups.hardware=Hardware',
        '--set',
        'productGroupMappings.groups.Old=Fax Machines',
      ],
      ...['--set', 'userMappings.users.DWHITFIELD=Dana Whitfield'],
    ]);
    const [groups, one, users, taxes, { stdout }, unnamed] = await Promise.all([
      list('groups', 'list', example('quotes.csv'), '--all'),
      list('groups', 'list', example('quote.json'), '--doc', 'AAAQ1008'),
      list('users', 'list', example('quotes.csv')),
      list('taxes', 'list', example('quotes.csv')),
      mappings('groups', 'list', example('quotes.csv')),
      place.run(['mappings', 'groups', 'list', '--doc', 'AAAQ1001']),
    ]);
    expect(groups.rows).to.deep.include.members([
      { from: 'hardware', to: 'Hardware', found: [{ id: '41', name: 'Hardware' }], known: true },
      { from: 'Old', to: 'Fax Machines', found: [], known: false },
    ]);
    const missing = groups.unmapped.map(({ name }) => name);
    expect(missing).to.include('Cloud Subscriptions').and.not.to.include('Hardware');
    expect(one.unmapped).to.deep.equal([
      { name: 'Cloud Subscriptions', documents: ['AAAQ1008'] },
      { name: 'Labour', documents: ['AAAQ1008'] },
    ]);
    expect(users.unmapped.map(({ name }) => name)).not.to.include('dwhitfield');
    expect(stdout)
      .to.match(/Old +Fax Machines +not there/)
      .and.to.contain('unmapped ItemType');
    // Y is found by the rate of its document, and N is never taxed: only the Canadian codes need a row.
    expect(taxes.unmapped.map(({ name }) => name)).not.to.include('Y');
    expect(taxes.understood).to.deep.include.members([
      { name: 'Y', means: 'tax Sales tax 6.5, by the rate of 6.5 %', documents: taxes.understood?.find(({ means }) => means.includes('6.5'))?.documents ?? [] }, // prettier-ignore
    ]);
    expect(taxes.understood?.find(({ name }) => name === 'N')?.means).to.contain('not taxed');
    expect(unnamed.code).to.equal(2);
  });

  it('a push follows the tables: the mapped group, else the default one', async () => {
    await mappings('groups', 'set', 'Hardware', 'Networking');
    await mappings('groups', 'default', 'Services');
    const lines = [
      {
        key: '1',
        itemType: 'HARDWARE',
        manufacturerPartNumber: 'NEW-1',
        description: 'New thing',
        unitPrice: '10',
      },
      {
        key: '2',
        itemType: 'Unheard',
        manufacturerPartNumber: 'NEW-2',
        description: 'Other',
        unitPrice: '20',
      },
    ];
    const document = {
      number: 'AAAQ3001',
      type: 'QUOTE',
      name: 'Groups',
      soldTo: { company: 'Acme Dental Group', contact: 'Omar Haddad' },
      lines,
    };
    place.write('groups.json', JSON.stringify(document));
    await place.succeed(['push', 'groups.json', '--doc', 'AAAQ3001', '--yes']);
    const { items } = await place.data();
    const groupOf = (number: string): unknown =>
      items.find((item) => Object.values(item).includes(number))?.['assetgroup_id'];
    expect([groupOf('NEW-1'), groupOf('NEW-2')]).to.deep.equal([46, 43]);
  });
});
