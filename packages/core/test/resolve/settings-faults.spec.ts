import { expect } from 'chai';
import { QuotebridgeError } from '../../src/errors/quotebridge-error.js';
import type { Conflict } from '../../src/plan/plan.js';
import { settingsConflicts } from '../../src/plan/settings-conflicts.js';
import { settingsFaults } from '../../src/resolve/settings-faults.js';
import { composeSettingsSchema } from '../../src/settings/settings-schema.js';
import { openSqliteState } from '../../src/state/sqlite/open-sqlite-state.js';
import { FakePsa } from '../fakes/fake-psa.js';
import { lookupReader } from '../fakes/lookup-reader.js';
import { sampleContext } from '../fakes/sample-context.js';
import { samplePolicy } from '../samples/sample-policy.js';
import { connectionRules } from '../samples/sample-rules.js';

const policy = samplePolicy({
  products: {
    itemNumberField: 'InternalPartNumber',
    partNumberGeneration: {
      mode: 'byItemType',
      macro: '',
      byItemType: { Labor: '&DI_Nope', Hardware: '&DI_CustomText05' },
      otherwise: '&DH_NopeEither',
    },
  },
  defaults: { ticketType: 'Gone', productGroup: 'Hardware' },
  productGroupMappings: { groups: { Labor: 'Gone', Software: 'Hardware' } },
  userMappings: { ...samplePolicy().userMappings, users: { dora: 'Gone', ed: '' } },
  opportunity: {
    ...samplePolicy().opportunity,
    wonStatus: 'Gone',
    lineHandling: 'summary',
    summaryPartNumber: '&DI_ItemType',
  },
  dataLink: { rows: [{ on: 'save', object: 'users', from: 'DocNo', to: 'x' }] },
});
const lists = {
  ticketTypes: [{ id: 't1', name: 'Opportunity' }],
  productGroups: [{ id: 'g1', name: 'Hardware' }],
  agents: [],
};

describe('faults of the settings', () => {
  it('are found without a document, each under its path', async () => {
    const psa = new FakePsa();
    const faults = await settingsFaults({
      contactManager: { ...psa.contactManager, fields: psa.fields },
      schema: composeSettingsSchema({}),
      settings: JSON.parse(JSON.stringify(policy)) as never,
      policy,
      rules: connectionRules(policy),
      readLookup: lookupReader(lists),
      readFields: async () => ({ entries: [], fresh: true }),
    });
    expect(abouts(faults)).to.deep.equal([
      'dataLink.rows.0.to',
      'defaults.ticketType',
      'opportunity.summaryPartNumber',
      'productGroupMappings.groups.Labor',
      'products.partNumberGeneration.byItemType.Labor',
      'products.partNumberGeneration.otherwise',
      'userMappings.users.dora',
    ]);
    const warnings = faults.filter(({ level }) => level === 'warning');
    expect(abouts(warnings)).to.deep.equal([
      'products.partNumberGeneration.byItemType.Labor',
      'products.partNumberGeneration.otherwise',
    ]);
    expect(warnings[0]?.message).to.contain('no document is here to tell whether it has it');
  });

  describe('among each other', () => {
    async function of(over: Parameters<typeof samplePolicy>[0]): Promise<readonly string[]> {
      const psa = new FakePsa();
      const used = samplePolicy(over);
      const faults = await settingsFaults({
        contactManager: { ...psa.contactManager, fields: psa.fields },
        schema: composeSettingsSchema({}),
        settings: {},
        policy: used,
        rules: connectionRules(used),
        readLookup: lookupReader(lists),
        readFields: async () => ({ entries: [], fresh: true }),
      });
      return faults.map(({ about, level = 'error' }) => `${level} ${about}`);
    }

    for (const [what, over, expected] of [
      ['nothing is wanted', {}, []],
      ['a win has no status', { opportunity: { completeOn: 'order' } }, ['error opportunity.wonStatus']],
      [
        'a won one that is created has no status',
        { opportunity: { createWonWhenNone: true } },
        ['error opportunity.wonStatus'],
      ],
      ['a win has its status', { opportunity: { completeOn: 'order', wonStatus: 'Won' } }, []],
      [
        'there is no fallback',
        { userMappings: { unmapped: 'fallback' } },
        ['error userMappings.fallbackAgent'],
      ],
      [
        'generation is idle',
        { products: { partNumberGeneration: { mode: 'macro', macro: '&DI_CustomText01' } } },
        ['warning products.partNumberGeneration.mode'],
      ],
      [
        'a summary names an unknown column',
        { opportunity: { lineHandling: 'summary', summaryPartNumber: '&DH_Ours' } },
        ['warning opportunity.summaryPartNumber'],
      ],
      [
        'a macro names what no document can have',
        {
          products: {
            itemNumberField: 'InternalPartNumber',
            partNumberGeneration: { mode: 'macro', macro: '&App_Nobody' },
          },
        },
        ['error products.partNumberGeneration.macro'],
      ],
    ] as const) {
      it(`are found: ${what}`, async () => {
        expect(await of(over as never)).to.deep.equal(expected);
      });
    }
  });

  it('are found in a rule file, too, with its lines: columns of an export are warnings, the rest is not', async () => {
    const psa = new FakePsa();
    const used = samplePolicy();
    const faults = await settingsFaults({
      contactManager: { ...psa.contactManager, fields: psa.fields },
      schema: composeSettingsSchema({}),
      settings: {},
      policy: used,
      rules: connectionRules(used, {
        partNumber: { field: 'InternalPartNumber', generation: { mode: 'macro', macro: '&DI_OurOwn' } },
        summary: { partNumber: '&DI_ItemType' },
        productGroups: {
          rows: [
            { when: { OurColumn: 'x' }, value: 'Hardware' },
            { when: { ItemType: { pattern: '(' } }, value: 'Hardware' },
          ],
        },
        users: { rows: { dora: 'Gone' } },
        taxes: { rows: [{ when: { TaxCode: 'Y', Vendor: 'Acme' }, value: 'Tax' }] },
      }),
      readLookup: lookupReader(lists),
      readFields: async () => ({ entries: [], fresh: true }),
    });
    expect(faults.map(({ about, level = 'error' }) => `${level} ${about}`).sort()).to.deep.equal([
      'error rules.productGroups.rows.1.when.ItemType.pattern',
      'error rules.summary.partNumber',
      'error rules.taxes',
      'error rules.users.rows.dora',
      'warning rules.partNumber.generation.macro',
      'warning rules.productGroups.rows.0.when.OurColumn',
    ]);
    for (const { about, message } of faults)
      if (about !== 'rules.taxes') expect(message, about).to.match(/rules\.yaml:\d+\)/);
  });

  it('leave DataLink open when its fields may not be listed', async () => {
    const psa = new FakePsa();
    const faults = await settingsFaults({
      contactManager: { ...psa.contactManager, fields: psa.fields },
      schema: composeSettingsSchema({}),
      settings: {},
      policy,
      rules: connectionRules(policy),
      readLookup: lookupReader(lists),
      readFields: async () => {
        throw new QuotebridgeError('permission.missing', 'Fields may not be read.', { next: 'Grant it.' });
      },
    });
    expect(faults.filter(({ about }) => about === 'dataLink.rows')).to.deep.equal([
      { about: 'dataLink.rows', message: 'Fields may not be read.', next: 'Grant it.', candidates: [] },
    ]);
  });

  it('name a list that may not be read under each setting that needs it, and are not ended by it', async () => {
    const psa = new FakePsa();
    const faults = await settingsFaults({
      contactManager: { ...psa.contactManager, fields: psa.fields },
      schema: composeSettingsSchema({}),
      settings: JSON.parse(JSON.stringify(policy)) as never,
      policy,
      rules: connectionRules(policy),
      readLookup: async (name, options) => {
        if (name !== 'productGroups') return lookupReader(lists)(name, options);
        throw new QuotebridgeError('permission.missing', 'Product groups may not be read.', {
          next: 'Grant read:items.',
        });
      },
      readFields: async () => ({ entries: [], fresh: true }),
    });
    const groups = faults.filter(({ message }) => message === 'Product groups may not be read.');
    expect(abouts(groups)).to.deep.equal([
      'defaults.productGroup',
      'productGroupMappings.groups.Labor',
      'productGroupMappings.groups.Software',
    ]);
    expect(groups[0]?.next).to.equal('Grant read:items.');
    expect(abouts(faults)).to.include('userMappings.users.dora');
  });

  it('are conflicts of every plan, whether its document needs the setting or not', async () => {
    const psa = new FakePsa();
    await using state = await openSqliteState({ path: ':memory:' });
    const linked = { values: {}, reasons: {}, conflicts: [] };
    const conflicts = await settingsConflicts(sampleContext(psa, state, policy), {}, linked, true);
    expect(abouts(conflicts)).to.deep.equal([
      'defaults.ticketType',
      'productGroupMappings.groups.Labor',
      'userMappings.users.dora',
    ]);
  });
});

function abouts(conflicts: readonly Conflict[]): readonly string[] {
  return conflicts.map(({ about }) => about).sort();
}
