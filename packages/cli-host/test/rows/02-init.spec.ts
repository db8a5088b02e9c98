import { errorOf } from '../harness/run-command.js';
import { TerminalSession } from '../harness/terminal-session.js';
import { Workplace } from '../harness/workplace.js';
import { expect } from 'chai';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';

type Settings = Record<string, Record<string, unknown>>;

const pages = [
  'Account',
  'Opportunity',
  'Settings',
  'User Mappings',
  'Product Group Mappings',
  'Products',
  'Quote',
  'Attachments',
  'Tax Mappings',
  'DataLink',
  'Requests',
  'Who decides',
  'HaloPSA',
];

describe('`quotebridge init` walks through the pages Account, Opportunity, Settings, User Mappings, Product Group Mappings; live lists (ticket types, agents, product groups, statuses) come from the tenant; nothing is asked that a default answers; re-running edits; `--set path=value` and a file work without a terminal', () => {
  let place: Workplace;
  before(async () => {
    place = await Workplace.open();
  });
  after(async () => place[Symbol.asyncDispose]());

  const file = (): string => readFileSync(place.path('quotebridge.yaml'), 'utf8');
  const settings = (): Settings =>
    (parse(file()) as { connections: { main: { settings: Settings } } }).connections.main.settings;
  const atTerminal = (...args: readonly string[]): TerminalSession =>
    new TerminalSession(args, { cwd: place.folder, env: { HALO_SECRET: place.sandbox.clientSecret } });

  /** Says no to every page from one on. */
  async function leave(session: TerminalSession, from: string): Promise<void> {
    for (const page of pages.slice(pages.indexOf(from))) {
      await session.answer(new RegExp(`\\n${page}  [^]*Change (other )?settings of this page`));
    }
  }

  describe('at a terminal', function () {
    before(function () {
      TerminalSession.skipUnlessPossible(this);
    });

    it('goes through the pages in order and asks only what nothing else answers', async () => {
      rmSync(place.path('quotebridge.yaml'));
      const { url, clientId } = place.sandbox;
      const session = atTerminal('init');
      await session.answer('Server URL:', `${url}/`);
      await session.answer('Client ID:', clientId);
      await session.choose('Client secret: where does it stand?', 1);
      await session.answer('Name of the environment variable:', 'HALO_SECRET');
      await session.answer('Change other settings of this page?');
      await session.answer('Change settings of this page?');
      await session.answer('Default ticket type:', 'Opp');
      await session.answer('Default product group:', 'Hardw');
      await session.answer('Change other settings of this page?');
      await session.choose('Users:', 1);
      await session.answer('In the quoting tool:', 'dwhitfield');
      await session.answer('In the PSA:', 'Whitfield');
      await session.answer('Users:');
      await session.answer('Change other settings of this page?');
      await session.answer('Product groups:');
      await session.answer('Change settings of this page?'); // Products
      await session.answer('Change settings of this page?'); // Quote
      await session.answer('Change settings of this page?'); // Attachments
      await session.answer('Taxes:');
      await session.answer('Change other settings of this page?');
      await session.answer('Change settings of this page?'); // DataLink
      await session.answer('Change settings of this page?'); // Requests
      await session.answer('Change settings of this page?'); // Who decides
      await session.answer('Change settings of this page?'); // HaloPSA
      expect(await session.end(), session.shown).to.equal(0);

      expect(session.headings(pages)).to.deep.equal(pages);
      const answered = session.answered().filter((question) => !/^(Change|Users:)/.test(question));
      expect(new Set(answered).size, answered.join('\n')).to.equal(answered.length);
      expect(session.shown).not.to.contain(place.sandbox.clientSecret);
      expect(settings()).to.deep.equal({
        account: { serverUrl: `${url}/`, clientId, clientSecret: { env: 'HALO_SECRET' } },
        defaults: { ticketType: 'Opportunity', productGroup: 'Hardware' },
        userMappings: { users: { dwhitfield: 'Dana Whitfield' } },
      });
      expect((await place.run(['check'])).stdout).to.contain('signed in');
    }).timeout(30_000);

    it('re-running shows what is set, keeps it with its comments, and asks nothing of it again', async () => {
      const commented = file().replace('ticketType: Opportunity', 'ticketType: Opportunity # agreed in May');
      writeFileSync(place.path('quotebridge.yaml'), commented);
      const before = settings();
      const session = atTerminal('init');
      for (const page of ['Account', 'Opportunity', 'Settings', 'User Mappings'])
        await session.answer(new RegExp(`\\n${page}  [^]*Change settings of this page`));
      await session.answer('Product groups:');
      for (const page of ['Products', 'Quote', 'Attachments'])
        await session.answer(new RegExp(`\\n${page}  [^]*Change settings of this page`));
      await session.answer('Taxes:');
      await session.answer('Change other settings of this page?');
      await leave(session, 'DataLink');
      expect(await session.end(), session.shown).to.equal(0);
      expect(session.shown).to.contain('Default ticket type: Opportunity').and.to.contain('env HALO_SECRET');
      expect(settings()).to.deep.equal(before);
      expect(file()).to.equal(commented);
    }).timeout(30_000);

    it('one page alone offers every setting with its value, and those that an answer brings up', async () => {
      const session = atTerminal('init', '--page', 'opportunity');
      await session.choose('Complete the opportunity as won:', -2);
      await session.answer('Conversion date:');
      await session.answer('When an order or invoice has no opportunity', 'y');
      await session.answer('List existing opportunities by:');
      await session.answer('Write products into the opportunity:');
      await session.answer('Line handling:');
      await session.answer('Won status:', 'Won');
      await session.answer('Closure category of won opportunities:');
      await session.answer('Update the opportunity name with the document name:');
      await session.answer('Amount of the opportunity:');
      expect(await session.end(), session.shown).to.equal(0);
      expect(session.shown, 'a summary is not wanted').not.to.contain('Part number of the summary line');
      expect(settings()['opportunity']).to.include({ completeOn: 'order', createWonWhenNone: true });
      const lists = JSON.parse((await place.succeed(['lookups', 'statuses', '--json'])).stdout) as {
        entries: { id: string; name: string }[];
      };
      const { wonStatus } = settings()['opportunity'] as { wonStatus: string };
      expect(lists.entries.map(({ name }) => name)).to.include(wonStatus);
      expect(settings()['defaults']).to.include({ ticketType: 'Opportunity' });
    }).timeout(30_000);

    it('settings of every kind can be answered: texts, choices, several of them, tables and rows', async () => {
      const kept = file();
      const products = atTerminal('init', '--page', 'products');
      await products.answer('Product ID mapping:', 'InternalPartNumber');
      await products.choose('Part number generation: Mode:', 2);
      await products.choose('Part number generation: Macro per ItemType:', 1);
      await products.answer('In the quoting tool:', 'Labor');
      await products.answer('Value:', 'LAB-&DI_ItemType');
      await products.answer('Part number generation: Macro per ItemType:');
      await products.answer('Macro for all other ItemTypes:');
      await products.answer('Fallback part numbers: Products:', 'MISC');
      for (const rest of ['Group headers:', 'Discounts:', 'Charges:', 'Freight:', 'Create missing products:'])
        await products.answer(rest);
      await products.answer('Fields to update on existing products:', ' \u001B[B ');
      await products.answer('ItemTypes of labor, separated by commas', 'Arbeit, Labor');
      await products.answer('Copy the manufacturer part number', 'y');
      await products.answer('Include costs:');
      expect(await products.end(), products.shown).to.equal(0);
      expect(settings()['products']).to.deep.equal({
        itemNumberField: 'InternalPartNumber',
        partNumberGeneration: { mode: 'byItemType', byItemType: { Labor: 'LAB-&DI_ItemType' } },
        emptyPartNumbers: { product: 'MISC' },
        updateExisting: ['name', 'description'],
        laborItemTypes: ['Arbeit', 'Labor'],
        copyNumberToSku: true,
      });
      const rows = atTerminal('init', '--page', 'DataLink');
      await rows.choose('Rows:', 1);
      await rows.choose('Event:', 4);
      await rows.choose('Record:', 3);
      await rows.answer('From:', 'DocNo');
      await rows.answer('To:', 'CFNumber');
      await rows.answer('Who decides:'); // nobody in particular
      await rows.answer('Comment:');
      await rows.answer('Rows:');
      expect(await rows.end(), rows.shown).to.equal(0);
      expect(settings()['dataLink']).to.deep.equal({
        rows: [{ on: 'save', object: 'quotes', from: 'DocNo', to: 'CFNumber' }],
      });
      writeFileSync(place.path('quotebridge.yaml'), kept);
    }).timeout(30_000);

    it('goes on without the lists when the variable of a secret is not there', async () => {
      const kept = file();
      await place.succeed(['init', '--set', 'account.clientSecret.env=NO_SUCH_VARIABLE']);
      const session = atTerminal('init');
      await session.answer('Change settings of this page?');
      await session.answer('Correct these settings?');
      await session.interrupt(/without lists[^]*\nOpportunity {2}[^]*Change settings/);
      expect(await session.end(), session.shown).to.equal(130);
      writeFileSync(place.path('quotebridge.yaml'), kept);
    }).timeout(30_000);

    it('asks nothing when what the command line says is wrong', async () => {
      const session = atTerminal('init', '--set', 'opportunity.completeOn=banana');
      expect(await session.end(), session.shown).to.equal(2);
      expect(session.shown).to.contain('banana').and.to.contain('nothing was written');
    }).timeout(30_000);

    it('offers the first entry of a list, nothing only in so many words, and choices in words', async () => {
      const kept = file();
      await place.succeed(['init', '--unset', 'defaults.ticketType']);
      const session = atTerminal('init', '--page', 'settings');
      await session.interrupt(/Default ticket type:[^]*❯ (?!\(none\))[^]*/);
      expect(await session.end(), session.shown).to.equal(130);
      const again = atTerminal('init', '--page', 'settings');
      await again.answer(/Default ticket type:/, 'none');
      await again.answer('Default product group:');
      await again.interrupt(/Default record owner:[^]*sales representative \(salesRepresentative\)/);
      expect(await again.end(), again.shown).to.equal(130);
      expect(again.shown).to.contain('leaves this setting out: a push that needs it stops and says so');
      writeFileSync(place.path('quotebridge.yaml'), kept);
    }).timeout(30_000);

    it('tells at once that signing in does not work, and asks for the account again', async () => {
      const kept = file();
      await place.succeed(['init', '--set', 'account.clientSecret.env=NO_SUCH_VARIABLE']);
      const session = atTerminal('init');
      await session.answer('Change settings of this page?');
      await session.answer(/Set NO_SUCH_VARIABLE outside[^]*Correct these settings\? \(y\/N\)/, 'y');
      await session.answer('Server URL:');
      await session.answer('Client ID:');
      await session.answer('Client secret: where does it stand?');
      await session.answer('Name of the environment variable:', 'HALO_SECRET');
      await session.interrupt(/Signed in to[^]*\nOpportunity {2}[^]*Change settings/);
      expect(await session.end(), session.shown).to.equal(130);
      expect(session.shown).to.match(/Stopped; nothing was written\.[^\n]*\n$/);
      expect(settings()['account']?.['clientSecret'], 'nothing is written half-way').to.deep.equal({
        env: 'NO_SUCH_VARIABLE',
      });
      writeFileSync(place.path('quotebridge.yaml'), kept);
    }).timeout(30_000);
  });

  it('asks for the tenant, which is optional, when signing in fails because of it', async function () {
    TerminalSession.skipUnlessPossible(this);
    place.writeConfiguration({ tenant: 'another-tenant' });
    const session = atTerminal('init', '--page', 'account');
    await session.answer('Server URL:');
    await session.answer('Client ID:');
    await session.answer('Client secret: where does it stand?');
    await session.answer('Name of the environment variable:');
    await session.answer('Tenant (“-” takes it away):');
    await session.answer('Scope:');
    await session.answer('Correct these settings?');
    await session.answer('Server URL:');
    await session.answer('Client ID:');
    await session.answer('Client secret: where does it stand?');
    await session.answer('Name of the environment variable:');
    await session.answer('Tenant (“-” takes it away):', '-');
    expect(await session.end(), session.shown).to.equal(0);
    expect(session.shown).to.contain('Signed in to');
    expect(settings()['account']).to.have.all.keys('serverUrl', 'clientId', 'clientSecret');
  }).timeout(30_000);

  describe('without a terminal', () => {
    before(() => place.writeConfiguration({}));

    it('settings of every kind are set and taken away by name', async () => {
      await place.succeed([
        'init',
        ...['--set', 'account.serverUrl=https://example.halopsa.com', '--set', 'account.clientId=1'],
        ...['--set', 'account.clientSecret.env=HALO_SECRET'],
        ...['--set', 'products.updateExisting=[cost, price]'],
        ...['--set', 'products.partNumberGeneration.byItemType.Labor=LAB-&DI_ItemType'],
        ...['--set', 'taxMappings.codes={ Y: Standard, N: Zero }'],
        ...['--set', 'dataLink.rows=[{ on: save, object: quotes, from: DocNo, to: CFNumber }]'],
        ...['--set', 'attachments.documentLinks=true'],
      ]);
      expect(settings()).to.deep.include({
        products: {
          updateExisting: ['cost', 'price'],
          partNumberGeneration: { byItemType: { Labor: 'LAB-&DI_ItemType' } },
        },
        taxMappings: { codes: { Y: 'Standard', N: 'Zero' } },
        dataLink: { rows: [{ on: 'save', object: 'quotes', from: 'DocNo', to: 'CFNumber' }] },
        attachments: { documentLinks: true },
      });
      await place.succeed(['init', '--set', 'dataLink.rows.0.to=CFOther', '--unset', 'taxMappings.codes.N']);
      expect(settings()['dataLink']).to.deep.equal({
        rows: [{ on: 'save', object: 'quotes', from: 'DocNo', to: 'CFOther' }],
      });
      expect(settings()['taxMappings']).to.deep.equal({ codes: { Y: 'Standard' } });
      expect((await place.succeed(['connections', 'list'])).stdout).to.contain('complete');
    });

    it('a file of settings is added to what is there; secrets stay references', async () => {
      const pages = {
        defaults: { productGroup: 'Services' },
        userMappings: { users: { mgarcia: 'Maria García' }, unmapped: 'stop' },
        taxMappings: { codes: null },
      };
      place.write('pages.json', JSON.stringify(pages));
      await place.succeed(['init', '--set', 'userMappings.users.dw=Dana Whitfield', '--from', 'pages.json']);
      expect(settings()).to.deep.include({
        userMappings: { users: { mgarcia: 'Maria García', dw: 'Dana Whitfield' }, unmapped: 'stop' },
        attachments: { documentLinks: true },
        taxMappings: {},
      });
      place.write('secret.yaml', 'account: { clientSecret: plain-secret-text }\n');
      const refused = await place.run(['init', '--from', 'secret.yaml']);
      expect(refused.code).to.equal(2);
      expect(refused.stderr).to.contain('nothing was written').and.not.to.contain('plain-secret-text');
      place.write('whole.yaml', 'version: 1\nconnections: {}\n');
      expect((await place.run(['init', '--from', 'whole.yaml'])).stderr).to.contain('holds no pages');
    });

    it('what is no setting is named with what comes near, all at once, and nothing is written', async () => {
      const before = file();
      const ended = await place.run([
        'init',
        ...['--set', 'products.includeCosts=false', '--unset', 'defaults.ticketTypes', '--json'],
      ]);
      expect(ended.code).to.equal(2);
      const { faults = [] } = errorOf(ended).details;
      expect(faults.map(({ at }) => at)).to.have.members(['products.includeCosts', 'defaults.ticketTypes']);
      expect(faults.map(({ expected }) => expected).join())
        .to.contain('products.includeCost')
        .and.to.contain('defaults.ticketType');
      expect(file()).to.equal(before);
      const asked = await place.run(['init', '--page', 'quote', '--json']);
      expect(errorOf(asked).message).to.contain('without a terminal');
    });
  });
});
