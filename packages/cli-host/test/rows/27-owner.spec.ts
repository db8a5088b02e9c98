import { errorOf } from '../harness/run-command.js';
import { Workplace } from '../harness/workplace.js';
import { expect } from 'chai';
import { userInfo } from 'node:os';

interface Planned {
  readonly matches: readonly {
    readonly kind: string;
    readonly name: string;
    readonly reason: { readonly at?: string };
  }[];
  readonly warnings: readonly { readonly about: string; readonly message: string }[];
}

describe('Owner: logged-in user or sales rep, through the user map; an unmapped user follows the set rule (stop, or fall back to a named agent)', () => {
  let place: Workplace;
  before(async () => {
    place = await Workplace.open();
    place.write('owner.json', JSON.stringify(document()));
  });
  after(async () => place[Symbol.asyncDispose]());

  function configure(recordOwner: string, userMappings: Record<string, unknown>): void {
    place.writeConfiguration(
      {},
      { defaults: { ticketType: 'Opportunity', productGroup: 'Hardware', recordOwner }, userMappings },
    );
  }
  async function plan(): Promise<
    { readonly owner: string | undefined; readonly at: string | undefined } & Planned
  > {
    const planned = (
      await place.succeed(['plan', 'owner.json', '--doc', 'AAAQ4001', '--json'])
    ).json() as Planned;
    const owner = planned.matches.find(({ kind }) => kind === 'owner');
    return { ...planned, owner: owner?.name, at: owner?.reason.at };
  }

  it('the sales representative of the document, through the user map', async () => {
    configure('salesRepresentative', {
      users: { 'Rep.Of.Sales': 'Priya Raman', 'inside.clerk': 'Grace Liu' },
    });
    expect(await plan()).to.include({ owner: 'Priya Raman', at: 'userMappings.users.Rep.Of.Sales' });
  });

  it('the person who is logged in, through the user map', async () => {
    const { username } = userInfo();
    configure('loggedInUser', {
      users: { 'rep.of.sales': 'Priya Raman', [username]: 'tom.becker@northwind-it.example' },
    });
    expect(await plan()).to.include({ owner: 'Tom Becker', at: `userMappings.users.${username}` });
  });

  it('an agent of the same name needs no row', async () => {
    configure('salesRepresentative', {});
    place.write('same.json', JSON.stringify({ ...document(), salesRepresentative: 'Noah Fischer' }));
    const planned = (
      await place.succeed(['plan', 'same.json', '--doc', 'AAAQ4001', '--json'])
    ).json() as Planned;
    expect(planned.matches.find(({ kind }) => kind === 'owner')?.name).to.equal('Noah Fischer');
  });

  it('unmapped and set to stop: the push stops before anything is written, and names the user', async () => {
    configure('salesRepresentative', { unmapped: 'stop' });
    const ended = await place.run(['push', 'owner.json', '--doc', 'AAAQ4001', '--yes', '--json']);
    expect(ended.code).to.equal(5);
    expect(errorOf(ended).code).to.equal('plan.conflict');
    expect(JSON.stringify(errorOf(ended)))
      .to.contain('rep.of.sales')
      .and.to.contain('user mappings');
    expect(await place.writes()).to.deep.equal([]);
  });

  it('unmapped and set to fall back: the named agent owns opportunity and quote, and the user is named', async () => {
    configure('salesRepresentative', { unmapped: 'fallback', fallbackAgent: 'Elena Rossi' });
    const { owner, warnings } = await plan();
    expect(owner).to.equal('Elena Rossi');
    expect(warnings.map(({ message }) => message).join()).to.contain('rep.of.sales');
    await place.succeed(['push', 'owner.json', '--doc', 'AAAQ4001', '--yes']);
    const { opportunities, quotes } = await place.data();
    expect(opportunities.at(-1)).to.include({ agent_id: 7 });
    expect(quotes.at(-1)).to.include({ assigned_agent: 7 });
  });

  it('unmapped and left: the PSA decides, and a person is told', async () => {
    configure('salesRepresentative', { unmapped: 'leave' });
    const { owner, warnings } = await plan();
    expect(owner).to.equal(undefined);
    expect(warnings.map(({ about }) => about)).to.include('owner');
  });

  it('a fallback agent that the tenant does not have stops the push with the name of the setting', async () => {
    configure('salesRepresentative', { unmapped: 'fallback', fallbackAgent: 'Nobody Known' });
    const ended = await place.run(['plan', 'owner.json', '--doc', 'AAAQ4001', '--json']);
    expect(ended.code).to.equal(5);
    expect(ended.stdout).to.contain('userMappings.fallbackAgent');
  });
});

function document(): Record<string, unknown> {
  return {
    number: 'AAAQ4001',
    type: 'QUOTE',
    name: 'Dock',
    salesRepresentative: 'rep.of.sales',
    preparedBy: 'inside.clerk',
    soldTo: { company: 'Acme Dental Group', contact: 'Omar Haddad' },
    lines: [{ key: '1', manufacturerPartNumber: 'WD22TB4', description: 'Dock', unitPrice: '259' }],
  };
}
