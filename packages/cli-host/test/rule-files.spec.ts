import { errorOf } from './harness/run-command.js';
import { example, Workplace } from './harness/workplace.js';
import type { Plan } from '@quotebridge/core';
import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const quotes = example('quotes.csv');
const groups = `version: 1
partNumber:
  field: InternalPartNumber
  generation: { mode: macro, macro: 'NEW-&DI_ManufacturerPartNumber' }
  fallbackByLineType: { product: MISC }
productGroups:
  rows:
    - when:
        ItemType: Labor
        Vendor: { empty: true }
      value: Nowhere
      comment: done by ourselves
    - when: { ItemType: { prefix: Lab } }
      value: Hardware
  default: Hardware
`;

describe('a connection with a rule file', () => {
  let place: Workplace;
  before(async () => {
    place = await Workplace.open();
  });
  after(async () => place[Symbol.asyncDispose]());

  /** Without the default product group, which would be said twice. */
  function configure(
    rules: string | undefined,
    pages: Record<string, unknown> = {},
    path = './rules.yaml',
  ): void {
    place.writeConfiguration({}, { defaults: { ticketType: 'Opportunity' }, ...pages });
    const content = JSON.parse(readFileSync(place.path('quotebridge.yaml'), 'utf8')) as {
      connections: { main: object };
    };
    const main = { rules: path, ...content.connections.main };
    place.write(
      'quotebridge.yaml',
      `${JSON.stringify({ ...content, connections: { main } }, undefined, 2)}\n`,
    );
    if (rules !== undefined) place.write('rules.yaml', rules);
  }
  const groupsOf = (plan: Plan): readonly (string | undefined)[] =>
    plan.operations.flatMap((operation) =>
      operation.kind === 'item'
        ? Object.entries(operation.reasons).flatMap(([field, { at }]) =>
            field.startsWith('classification.') ? [at] : [],
          )
        : [],
    );

  it('plans by its rows, and explain tells which of them', async () => {
    configure(groups.replace('value: Nowhere', 'value: Hardware'));
    const { stdout } = await place.succeed([
      'plan',
      quotes,
      '--doc',
      'AAAQ1001',
      '-o',
      'plan.json',
      '--json',
    ]);
    const plan = JSON.parse(stdout) as Plan;
    expect(plan.conflicts).to.deep.equal([]);
    expect(groupsOf(plan)).to.include('rules.productGroups.default');
    const made = plan.operations.find((operation) => operation.kind === 'item');
    const shown = await place.succeed([
      'explain',
      'plan.json',
      '--field',
      `items.${made?.item.number ?? ''}`,
    ]);
    expect(shown.stdout).to.contain('rules.productGroups.');
    await place.succeed(['connections', 'list']);
  });

  it('refuses a plan that other rules have made', async () => {
    configure(groups.replaceAll('Nowhere', 'Hardware').replace('Lab }', 'Labo }'));
    const ended = await place.run(['apply', 'plan.json', '--json']);
    expect([ended.code, errorOf(ended).code]).to.deep.equal([5, 'plan.stale']);
    expect(errorOf(ended).message).to.contain('rules');
  });

  it('doctor names what the PSA does not have, and what may be meant, with the line of the file', async () => {
    configure(`${groups}    # a row that no line can reach
tests:
  - name: our own labour
    given: { ItemType: Labor, DH_SalesRep: dwhitfield }
    expect: { ProductGroup: Nowhere }
  - name: everything else
    given: { ItemType: Cabling }
    expect: { ProductGroup: Cables }
`);
    const ended = await place.run(['doctor', '--json']);
    expect(ended.code).to.equal(5);
    const { findings } = ended.json() as {
      findings: readonly { level: string; topic: string; message: string }[];
    };
    expect(findings.find(({ topic }) => topic === 'rules.productGroups.rows.0')?.message).to.contain(
      '“Nowhere” (rules.productGroups.rows.0, rules.yaml:8) is not in the PSA',
    );
    const test = findings.find(({ topic }) => topic.startsWith('rules.tests.1'));
    expect(test?.message)
      .to.contain('everything else')
      .and.match(/\(rules\.yaml:23\)/);
    const push = await place.run(['push', quotes, '--doc', 'AAAQ1001', '--yes', '--json']);
    expect([push.code, errorOf(push).code]).to.deep.equal([5, 'plan.conflict']);
    expect(await place.writes()).to.deep.equal([]);
  });

  it('refuses a file of another form, with the line of each fault', async () => {
    configure(groups.replace('productGroups', 'productGrups').replace('version: 1', 'version: 2'));
    const ended = await place.run(['doctor', '--json']);
    const error = errorOf(ended);
    expect([ended.code, error.code]).to.deep.equal([2, 'settings.invalid']);
    expect(error.details.next).to.equal('Correct the rule file rules.yaml.');
    expect(error.details.faults?.map(({ at }) => at)).to.have.members([
      '/rules/productGrups',
      '/rules/version',
    ]);
    const { stderr } = await place.run(['doctor']);
    expect(stderr)
      .to.contain('/rules/version (rules.yaml:1)')
      .and.match(/productGrups \(rules\.yaml:[67]\)/);
    const listed = await place.succeed(['connections', 'list']);
    expect(listed.stdout).to.contain('has faults');
    expect(listed.stderr).to.contain('rules.yaml:1');
  });

  it('refuses what the settings say, too, and names both', async () => {
    configure(groups, { productGroupMappings: { groups: { Labor: 'Hardware' } } });
    const ended = await place.run(['doctor']);
    expect(ended.code).to.equal(2);
    expect(ended.stderr)
      .to.match(/settings\/productGroupMappings\/groups \(quotebridge\.yaml:\d+\)/)
      .and.contain('rules.yaml')
      .and.contain('rules.productGroups');
  });

  it('refuses a file that is not there, and one that is no YAML', async () => {
    configure(groups, {}, './nowhere.yaml');
    const missing = errorOf(await place.run(['doctor', '--json']));
    expect([missing.code, missing.message]).to.deep.equal([
      'settings.invalid',
      `The rule file “${place.path('nowhere.yaml')}” does not exist.`,
    ]);
    expect((await place.succeed(['connections', 'list'])).stdout).to.contain('has faults');
    configure('version: 1\nusers: [');
    const broken = errorOf(await place.run(['doctor', '--json']));
    expect(broken.message).to.contain('is no valid YAML or JSON');
    expect(broken.details.faults?.[0]?.at).to.match(/^rules\.yaml:[23]$/);
    await place.succeed(['plugins', 'list']);
    configure(undefined, {}, '.');
    expect(errorOf(await place.run(['doctor', '--json'])).message).to.match(/ is a folder\.$/);
    configure(groups);
    place.write('rules.yaml', Buffer.from(`${groups}# \u00e9`, 'latin1'));
    expect(errorOf(await place.run(['doctor', '--json'])).message).to.contain('is not written in UTF-8');
  });

  it('tells of a faulty file as such, when the settings beside it are edited', async () => {
    configure(groups.replace('version: 1', 'version: 2'));
    const ended = await place.run(['init', '--set', 'userMappings.unmapped=stop']);
    expect(ended.code).to.equal(2);
    expect(ended.stderr).to.contain('/rules/version (rules.yaml:1)').and.not.to.contain('not complete');
  });

  it('leaves its tables to the file: commands that would change the settings say where they stand', async () => {
    configure(`${groups}dataLink: []\n`);
    for (const args of [
      ['mappings', 'groups', 'set', 'Labor', 'Hardware'],
      ['mappings', 'groups', 'list'],
      ['mappings', 'groups', 'export'],
      ['mappings', 'groups', 'remove', 'Labor'],
      ['mappings', 'groups', 'default', 'Hardware'],
      ['datalink', 'list'],
      ['datalink', 'add', '--on', 'save', '--object', 'quotes', '--from', 'DocNo', '--to', 'x'],
      ['datalink', 'remove', '1'],
    ]) {
      const ended = await place.run([...args, '--json']);
      expect([ended.code, errorOf(ended).code], args.join(' ')).to.deep.equal([2, 'usage']);
      expect(errorOf(ended).message, args.join(' ')).to.contain('rule file rules.yaml');
    }
    expect(
      (await place.succeed(['mappings', 'users', 'set', 'dwhitfield', 'Dana Whitfield'])).stdout,
    ).to.contain('Dana Whitfield');
  });

  describe('rules export', () => {
    const pages = {
      userMappings: { users: { dwhitfield: 'Dana Whitfield' } },
      productGroupMappings: { groups: { Labor: 'Hardware' } },
      products: {
        itemNumberField: 'InternalPartNumber',
        partNumberGeneration: { mode: 'macro', macro: '&DI_ItemType:&DI_ManufacturerPartNumber' },
        emptyPartNumbers: { product: 'MISC' },
      },
    };

    it('prints the settings as rules that make the same plan', async () => {
      place.writeConfiguration({}, pages);
      const before = (await place.succeed(['plan', quotes, '--doc', 'AAAQ1001', '--json'])).json() as Plan;
      const { stderr } = await place.succeed(['rules', 'export', '-o', 'exported.yaml']);
      const named = /take away of the settings: (.*)/.exec(stderr)?.[1]?.split(', ');
      expect(named).to.have.members([
        'defaults.productGroup',
        'userMappings.users',
        'productGroupMappings.groups',
        'products.itemNumberField',
        'products.partNumberGeneration',
        'products.emptyPartNumbers',
      ]);
      const exported = parse(readFileSync(place.path('exported.yaml'), 'utf8')) as object;
      expect((await place.succeed(['rules', 'export', '--json'])).json()).to.deep.equal(exported);
      configure(undefined, {}, './exported.yaml');
      const after = (await place.succeed(['plan', quotes, '--doc', 'AAAQ1001', '--json'])).json() as Plan;
      expect(wantedOf(after)).to.deep.equal(wantedOf(before));
      expect(wantedOf(before).length).to.be.greaterThan(2);
      expect(after.warnings.map(({ about }) => about)).to.deep.equal(
        before.warnings.map(({ about }) => about),
      );
      expect((await place.succeed(['rules', 'export', '--json'])).json()).to.deep.equal(exported);
    });

    it('writes JSON when the file is called so, and over nothing else', async () => {
      await place.succeed(['rules', 'export', '-o', 'exported.json']);
      expect(JSON.parse(readFileSync(place.path('exported.json'), 'utf8'))).to.have.property('version', 1);
      place.write('exported.json', 'mine');
      expect((await place.run(['rules', 'export', '-o', 'exported.json'])).code).to.equal(2);
      await place.succeed(['rules', 'export', '-o', 'exported.json', '--force']);
    });

    const wantedOf = ({ operations }: Plan): readonly unknown[] =>
      operations.map((operation) =>
        operation.kind === 'item'
          ? operation.item
          : operation.kind === 'quote'
            ? operation.lines.map(({ wanted }) => wanted)
            : 'wanted' in operation
              ? operation.wanted
              : operation.kind,
      );
  });
});
