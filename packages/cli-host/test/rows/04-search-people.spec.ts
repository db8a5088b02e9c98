import { Workplace } from '../harness/workplace.js';
import type { SeedRow } from '@quotebridge/halopsa-sandbox';
import { expect } from 'chai';

interface Person {
  readonly id: string;
  readonly name: string;
  readonly inactive: boolean;
  readonly clientName: string;
}

const clients: readonly SeedRow[] = [
  { id: 101, name: 'Müller & Söhne GmbH', toplevel_id: 1, inactive: false },
  { id: 102, name: 'O’Hara-Smith (Holdings), Ltd.', toplevel_id: 1, inactive: false },
  { id: 103, name: 'Closed Müller Bakery', toplevel_id: 1, inactive: true },
  ...Array.from({ length: 140 }, (_, index) => ({
    id: 200 + index,
    name: `Branch Office ${String(index + 1).padStart(3, '0')}`,
    toplevel_id: 1,
    inactive: false,
  })),
];

const sites: readonly SeedRow[] = clients.map(({ id, inactive }) => ({
  id: id + 1000,
  name: 'Main',
  client_id: id,
  inactive,
  isinvoicesite: true,
}));

const users: readonly SeedRow[] = [
  userRow(1, 101, 'José Núñez', 'jose.nunez@mueller.example'),
  userRow(2, 102, 'Jose Nunez', 'jose@ohara.example'),
  userRow(3, 101, 'Zoë O’Brien-Łukasz', 'zoe.obrien+quotes@mueller.example'),
  userRow(4, 101, 'José Retired', 'retired@mueller.example', true),
  ...Array.from({ length: 230 }, (_, index) =>
    userRow(
      100 + index,
      102,
      `Clerk ${String(index + 1).padStart(3, '0')}`,
      `clerk${index + 1}@ohara.example`,
    ),
  ),
];

describe('Search clients; search users, within a client too; inactive ones hidden unless asked; more pages than one; accents and punctuation', () => {
  let place: Workplace;
  before(async () => {
    place = await Workplace.open({ seed: { clients, sites, users } });
  });
  after(async () => place[Symbol.asyncDispose]());

  async function found(...args: readonly string[]): Promise<readonly Person[]> {
    const answer = (await place.succeed([...args, '--json'])).json() as Record<string, Person[]>;
    return answer[args[0] ?? ''] ?? [];
  }
  const names = (people: readonly Person[]): string[] => people.map(({ name }) => name);

  it('clients by a part of their name, with its accents and punctuation', async () => {
    const searches = ['müller & söhne', '(Holdings), L', '100%_'].map(async (text) =>
      names(await found('clients', 'search', text)),
    );
    expect(await Promise.all(searches)).to.deep.equal([
      ['Müller & Söhne GmbH'],
      ['O’Hara-Smith (Holdings), Ltd.'],
      [],
    ]);
  });

  it('whatever the blanks between the words', async () => {
    expect(names(await found('clients', 'search', '  O’Hara-Smith   (Holdings) '))).to.deep.equal([
      'O’Hara-Smith (Holdings), Ltd.',
    ]);
    expect(names(await found('users', 'search', 'José  Núñez'))).to.deep.equal(['José Núñez']);
  });

  it('users by a part of their name or e-mail address', async () => {
    const searches = ['O’Brien-Ł', 'obrien+quotes@'].map(async (text) => found('users', 'search', text));
    for (const people of await Promise.all(searches))
      expect(names(people)).to.deep.equal(['Zoë O’Brien-Łukasz']);
  });

  it('users within one client', async () => {
    const [everywhere, within, unknown] = await Promise.all([
      found('users', 'search', '@'),
      found('users', 'search', '@', '--client', '101'),
      place.run(['users', 'search', '@', '--client', 'x']),
    ]);
    expect(new Set(everywhere.map(({ clientName }) => clientName)).size).to.equal(2);
    expect(names(within)).to.have.members(['José Núñez', 'Zoë O’Brien-Łukasz']);
    expect(unknown.code).not.to.equal(7);
  });

  it('inactive ones only when they are asked for, and marked as such', async () => {
    const [noClient, noUser, [client], [user], { stdout }] = await Promise.all([
      found('clients', 'search', 'bakery'),
      found('users', 'search', 'retired'),
      found('clients', 'search', 'bakery', '--include-inactive'),
      found('users', 'search', 'retired', '--include-inactive'),
      place.succeed(['clients', 'search', 'müller', '--include-inactive']),
    ]);
    expect([...noClient, ...noUser]).to.deep.equal([]);
    expect(client).to.include({ id: '103', inactive: true });
    expect(user).to.include({ name: 'José Retired', inactive: true });
    expect(stdout)
      .to.contain('Closed Müller Bakery (inactive)')
      .and.to.match(/Söhne GmbH {2}/);
  });

  it('more than one page of them, up to a limit', async () => {
    const [clerks, branches, few, { stderr }] = await Promise.all([
      found('users', 'search', 'clerk', '--limit', '1000'),
      found('clients', 'search', 'branch', '--limit', '1000'),
      found('clients', 'search', 'branch', '--limit', '7'),
      place.succeed(['users', 'search', 'clerk']),
    ]);
    expect(new Set(names(clerks)).size).to.equal(230);
    expect(new Set(names(branches)).size).to.equal(140);
    expect(few).to.have.length(7);
    expect(stderr).to.contain('50 users');
  });
});

function userRow(id: number, client: number, name: string, emailaddress: string, inactive = false): SeedRow {
  const [firstname = '', ...rest] = name.split(' ');
  const place = { client_id: client, site_id: client + 1000 };
  return { id, name, firstname, surname: rest.join(' '), emailaddress, ...place, inactive };
}
