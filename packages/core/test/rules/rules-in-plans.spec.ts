import type { RuleSet } from '@quotebridge/mapping-rules';
import { expect } from 'chai';
import { verifySources } from '../../src/apply/verify-sources.js';
import type { DocumentLine } from '../../src/domain/document-line.js';
import type { QuoteDocument } from '../../src/domain/document.js';
import { explainValue } from '../../src/explain/explain-value.js';
import { makePlan } from '../../src/plan/make-plan.js';
import type { PlanContext } from '../../src/plan/plan-context.js';
import type { Plan } from '../../src/plan/plan.js';
import type { Reason } from '../../src/plan/reason.js';
import { effectivePolicy } from '../../src/rules/effective-rules.js';
import type { PushPolicy } from '../../src/settings/push-policy.js';
import { openSqliteState } from '../../src/state/sqlite/open-sqlite-state.js';
import type { StateStore } from '../../src/state/state-store.js';
import { FakePsa } from '../fakes/fake-psa.js';
import { sampleContext } from '../fakes/sample-context.js';
import { sampleDocument, sampleLine } from '../samples/sample-document.js';
import { samplePolicy } from '../samples/sample-policy.js';
import { connectionRules } from '../samples/sample-rules.js';

type Stated = Omit<RuleSet, 'version'>;

describe('the rules of a file in a plan', () => {
  let psa: FakePsa;
  let state: StateStore;
  beforeEach(async () => {
    psa = new FakePsa();
    psa.lookups['agents'] = [
      { id: 'a1', name: 'Dora' },
      { id: 'a2', name: 'Max' },
    ];
    psa.lookups['productGroups'] = [
      { id: 'g1', name: 'Hardware' },
      { id: 'g2', name: 'Cables' },
    ];
    psa.lookups['taxes'] = [
      { id: 'x1', name: 'Sales tax', detail: { percent: '6.5' } },
      { id: 'x2', name: 'VAT', detail: { percent: '20' } },
    ];
    state = await openSqliteState({ path: ':memory:' });
  });
  afterEach(() => state[Symbol.asyncDispose]());

  function contextOf(stated: Stated, policy: PushPolicy = samplePolicy()): PlanContext {
    const { contactManager } = psa;
    const lookups = { ...contactManager.lookups, names: [...contactManager.lookups.names, 'taxes'] };
    const used = effectivePolicy(policy, { version: 1, ...stated });
    return {
      ...sampleContext(psa, state, used, { ...contactManager, lookups, fields: psa.fields }),
      rules: connectionRules(policy, stated),
    };
  }
  function plan(
    stated: Stated,
    lines: readonly Partial<DocumentLine>[] = [{}],
    over: Partial<QuoteDocument> = {},
    policy?: PushPolicy,
  ): Promise<Plan> {
    const document = sampleDocument({
      lines: lines.map((line, index) => sampleLine({ key: `L${index}`, ...line })),
      ...over,
    });
    return makePlan(contextOf(stated, policy), document, {});
  }
  const reasonOf = (made: Plan, address: string): Reason | undefined =>
    explainValue(made, address).values[0]?.reason;

  it('give products their group by rows with conditions, and say which row', async () => {
    const productGroups: NonNullable<RuleSet['productGroups']> = {
      rows: [
        { when: { ItemType: 'Hardware', Manufacturer: { prefix: 'Cis' } }, value: 'Cables' },
        { when: { ItemType: { pattern: 'Hard.*' } }, value: 'Hardware' },
      ],
    };
    const made = await plan({ productGroups }, [
      { itemType: 'hardware', manufacturer: 'CISCO', manufacturerPartNumber: 'A' },
      { itemType: 'Hardware', manufacturer: 'Dell', manufacturerPartNumber: 'B' },
    ]);
    expect(made.conflicts).to.deep.equal([]);
    const groups = made.operations.flatMap((each) =>
      each.kind === 'item' ? [Object.values(each.item.classification)] : [],
    );
    expect(groups).to.deep.equal([['g2'], ['g1']]);
    const item = explainValue(made, 'items.B').values.find(({ field }) =>
      field.startsWith('classification.'),
    );
    expect(item?.reason).to.deep.include({ from: 'mapping', at: 'rules.productGroups.rows.1' });
    const [first, second] = item?.reason?.considered ?? [];
    expect(first).to.deep.include({ at: 'rules.productGroups.rows.0', taken: false });
    expect(first?.why).to.contain('Dell');
    expect(second).to.deep.include({ at: 'rules.productGroups.rows.1', taken: true });
  });

  it('fall back to another table, whose rows are named', async () => {
    const made = await plan(
      {
        productGroups: { rows: { Labor: 'Hardware' }, fallback: 'More' },
        tables: { More: { rows: [{ when: 'Cabling', value: 'Cables' }] } },
      },
      [{ itemType: 'Cabling', manufacturerPartNumber: 'A' }],
    );
    expect(made.conflicts).to.deep.equal([]);
    const [reason] = explainValue(made, 'items.A').values.flatMap((value) =>
      value.field.startsWith('classification.') ? (value.reason ?? []) : [],
    );
    expect(reason?.at).to.equal('rules.tables.More.rows.0');
    expect(reason?.considered?.some(({ at, taken }) => at === 'rules.tables.More.rows.0' && taken)).to.equal(
      true,
    );
  });

  it('take the default group of the settings where they have none, and their own where they have one', async () => {
    const line = { itemType: 'Other', manufacturerPartNumber: 'A' };
    const policy = samplePolicy({ defaults: { productGroup: 'Hardware' } });
    const ofSettings = await plan({ productGroups: { rows: {} } }, [line], {}, policy);
    const group = (made: Plan): Reason | undefined =>
      explainValue(made, 'items.A').values.find(({ field }) => field.startsWith('classification.'))?.reason;
    expect(group(ofSettings)?.at).to.equal('defaults.productGroup');
    const own = await plan({ productGroups: { rows: {}, default: 'Cables' } }, [line]);
    expect(group(own)?.at).to.equal('rules.productGroups.default');
    const none = await plan({ productGroups: { rows: {} } }, [line]);
    expect(none.conflicts.map(({ about, next }) => `${about}: ${next}`)).to.deep.equal([
      'defaults.productGroup: Set defaults.productGroup, or map the ItemType in rules.productGroups.rows.',
    ]);
  });

  it('make item numbers by conditions, within their length, and say by which row and from what', async () => {
    const partNumber: NonNullable<RuleSet['partNumber']> = {
      field: 'InternalPartNumber',
      generation: {
        mode: 'byItemType',
        byItemType: {
          rows: [
            { when: { ItemType: 'Labor', Vendor: { empty: true } }, value: 'OWN-&DI_Description' },
            { when: 'Labor', value: '&{DI_Vendor|upper}-&{DI_Description|slug}' },
          ],
          default: 'X:&DI_Description',
        },
      },
      length: { maximum: 16, tooLong: 'hash' },
      fallbackByLineType: { product: 'MISC' },
    };
    const made = await plan({ partNumber, productGroups: { rows: {}, default: 'Hardware' } }, [
      { itemType: 'Labor', description: 'Work' },
      { itemType: 'Labor', vendor: 'Acme', description: 'A lot of work on Sundays' },
      { itemType: 'Other', description: 'Cable' },
      { internalPartNumber: 'I-1' },
    ]);
    expect(made.conflicts).to.deep.equal([]);
    const quote = made.operations.find((each) => each.kind === 'quote');
    const numbers = quote?.lines.map(({ wanted }) => wanted?.itemNumber);
    expect(numbers?.[0]).to.equal('OWN-Work');
    expect(numbers?.[1])
      .to.match(/^ACME-a-.{0,9}-[a-z2-7]{8}$/i)
      .and.have.length.at.most(16);
    expect(numbers?.slice(2)).to.deep.equal(['X:Cable', 'I-1']);
    const second = reasonOf(made, 'quote.lines.2.itemNumber');
    expect(second?.at).to.equal('rules.partNumber.generation.byItemType.rows.1');
    const ways = second?.considered ?? [];
    expect(ways.map(({ at, taken }) => `${at} ${taken}`)).to.deep.equal([
      'rules.partNumber.field false',
      'rules.partNumber.generation.byItemType.rows.0 false',
      'rules.partNumber.generation.byItemType.rows.1 true',
      'rules.partNumber.generation true',
    ]);
    expect(ways.at(-1)?.why).to.contain('shortened from ACME-a-lot-of-work-on-sundays');
    expect(reasonOf(made, 'quote.lines.3.itemNumber')?.at).to.equal(
      'rules.partNumber.generation.byItemType.default',
    );
    expect(reasonOf(made, 'quote.lines.4.itemNumber')).to.deep.include({
      from: 'document',
      at: 'InternalPartNumber',
    });
  });

  it('name a few rows of a long table: the one that decides, and those before it', async () => {
    const rows = Array.from({ length: 40 }, (_, row) => ({
      when: { ItemType: `Type ${row}`, Vendor: { empty: true as const } },
      value: `${row}-&DI_Description`,
    }));
    const made = await plan(
      {
        partNumber: {
          field: 'InternalPartNumber',
          generation: { mode: 'byItemType', byItemType: { rows } },
        },
        productGroups: { rows: {}, default: 'Hardware' },
      },
      [{ itemType: 'Type 17', description: 'Thing' }],
    );
    const ways = reasonOf(made, 'quote.lines.1.itemNumber')?.considered ?? [];
    const at = 'rules.partNumber.generation.byItemType.rows';
    const listed = ways.filter((way) => way.at?.startsWith(`${at}.`));
    expect(listed.length).to.be.within(1, 5);
    expect(listed.filter(({ taken }) => taken).map((way) => way.at)).to.deep.equal([`${at}.17`]);
    const rest = ways.find((way) => way.at === at);
    expect(rest?.candidate).to.equal(`${40 - listed.length} other rows`);
  });

  it('stop at a number that is too long, or that a filter refuses, and name the line of the file', async () => {
    const made = await plan(
      {
        partNumber: {
          field: 'InternalPartNumber',
          generation: { mode: 'macro', macro: '&DI_Description' },
          length: { maximum: 5 },
        },
      },
      [{ description: 'Much too long' }],
    );
    const [conflict, ...more] = made.conflicts;
    expect(more).to.deep.equal([]);
    expect(conflict?.about).to.equal('rules.partNumber.length');
    expect(conflict?.message).to.match(/“Much too long”.*\(rules\.yaml:\d+\)$/);
    const refused = await plan(
      {
        partNumber: {
          field: 'InternalPartNumber',
          generation: { mode: 'macro', macro: "&{DI_Description|date:'yyyy'}" },
        },
      },
      [{ description: 'No day' }],
    );
    expect(refused.conflicts.map(({ about }) => about)).to.deep.equal(['rules.partNumber.generation.macro']);
  });

  it('name products and lines by templates, and leave those alone that get nothing', async () => {
    const descriptions = {
      itemName: '&DI_Manufacturer &DI_ManufacturerPartNumber',
      itemDescription: '&DI_CustomText01',
      lineName: '&{DI_Description|left:5} (&DI_ManufacturerPartNumber)',
    };
    const made = await plan({ descriptions, productGroups: { rows: {}, default: 'Hardware' } }, [
      { manufacturer: 'Dell', manufacturerPartNumber: 'A', description: 'Notebook' },
      { lineType: 'comment', description: 'Only a remark' },
    ]);
    expect(made.conflicts).to.deep.equal([]);
    const item = made.operations.find((each) => each.kind === 'item');
    expect(item?.item).to.deep.include({ name: 'Dell A', description: 'Notebook' });
    expect(item?.reasons['name']).to.deep.include({ from: 'rule', at: 'rules.descriptions.itemName' });
    const quote = made.operations.find((each) => each.kind === 'quote');
    expect(quote?.lines.map(({ wanted }) => wanted?.name)).to.deep.equal(['Noteb (A)', 'Only a remark']);
    expect(reasonOf(made, 'quote.lines.1.name')?.at).to.equal('rules.descriptions.lineName');
  });

  it('know the owner by the field that they name, by conditions on the header, and by default', async () => {
    const users: NonNullable<RuleSet['users']> = {
      key: 'DH_PreparedBy',
      rows: [
        { when: { DH_PreparedBy: 'clerk', DH_SoldToCompany: { prefix: 'Acme' } }, value: 'Max' },
        { when: 'clerk', value: 'Dora' },
      ],
      default: 'Dora',
    };
    const owner = async (preparedBy: string, company: string): Promise<string> => {
      const base = sampleDocument();
      const made = await plan({ users }, [{ manufacturerPartNumber: '' }], {
        preparedBy,
        salesRepresentative: 'Max',
        soldTo: { ...base.soldTo, company },
      });
      const match = made.matches.find(({ kind }) => kind === 'owner');
      return `${match?.name ?? ''} ${match?.reason.at ?? ''}`;
    };
    expect(await owner('clerk', 'Acme')).to.equal('Max rules.users.rows.0');
    expect(await owner('clerk', 'Other')).to.equal('Dora rules.users.rows.1');
    expect(await owner('somebody', 'Acme')).to.equal('Dora rules.users.default');
    expect(await owner('', 'Acme')).to.equal('Dora rules.users.default');
  });

  it('map tax codes by their header, and name the row', async () => {
    const made = await plan(
      {
        taxes: {
          rows: [
            { when: { TaxCode: 'Y', DH_SoldToCountry: { exact: 'UK' } }, value: 'VAT' },
            { when: 'Y', value: 'Sales tax' },
          ],
        },
        partNumber: { field: 'ManufacturerPartNumber', fallbackByLineType: { product: 'MISC' } },
        productGroups: { rows: {}, default: 'Hardware' },
      },
      [{ taxCode: 'y' }],
      { soldTo: { ...sampleDocument().soldTo, country: 'UK' }, tax: { mode: 'perLine' } },
    );
    expect(made.conflicts).to.deep.equal([]);
    const reason = reasonOf(made, 'quote.lines.1.taxId');
    expect(reason).to.deep.include({ from: 'mapping', at: 'rules.taxes.rows.0', text: 'tax VAT' });
    const unknown = await plan({ taxes: { rows: {} } }, [{ taxCode: 'G' }]);
    expect(unknown.conflicts.find(({ about }) => about === 'rules.taxes.rows')?.next).to.equal(
      'Add a row for the tax code G to rules.taxes.rows.',
    );
  });

  it('write addresses and DataLink as they say, with the ownership of their rows', async () => {
    psa.fieldLists['opportunities'] = [
      {
        name: 'CFRef',
        label: 'Ref',
        type: 'text',
        custom: true,
        readable: true,
        writable: true,
        required: false,
      },
    ];
    const made = await plan(
      {
        siteAddress: { line1: 'City', postalCode: 'PostalCode' },
        dataLink: [{ on: 'save', object: 'opportunities', from: 'DocNo', to: 'CFRef', ownership: 'ours' }],
        partNumber: { field: 'ManufacturerPartNumber', fallbackByLineType: { product: 'MISC' } },
        productGroups: { rows: {}, default: 'Hardware' },
      },
      [{}],
      { soldTo: { ...sampleDocument().soldTo, city: 'Town', postalCode: '1' } },
    );
    expect(made.conflicts).to.deep.equal([]);
    const quote = made.operations.find((each) => each.kind === 'quote');
    expect(quote?.wanted).to.deep.include({ billingAddress: { lines: ['Town'], postalCode: '1' } });
    expect(quote?.reasons['billingAddress']?.text).to.contain('rules.siteAddress');
    expect(reasonOf(made, 'opportunity.linked.CFRef')?.at).to.equal('rules.dataLink.0');
    expect(made.ownership.opportunity['linked.CFRef']).to.equal('ours');
    const wrong = await plan({
      dataLink: [{ on: 'save', object: 'opportunities', from: 'DocNo', to: 'CFRev' }],
    });
    const conflict = wrong.conflicts.find(({ about }) => about.startsWith('rules.dataLink'));
    expect(conflict?.about).to.equal('rules.dataLink.0.to');
    expect(conflict?.message).to.match(/\(rules\.yaml:\d+\)$/);
  });

  it('stop what cannot be right all at once, with the lines of the file, and show what may be meant', async () => {
    const made = await plan(
      {
        partNumber: { field: 'InternalPartNumber', generation: { mode: 'macro', macro: '&DI_Vendr' } },
        users: { rows: [{ when: { ItemType: 'Labor', DH_SalesRep: 'dora' }, value: 'Dora' }] },
        productGroups: {
          rows: [
            { when: 'Labor', value: 'Hardware' },
            { when: { ItemType: { exact: 'Labor' } }, value: 'Cables' },
            { when: 'Gone', value: 'Nowhere' },
          ],
        },
        tests: [{ name: 'labor', given: { ItemType: 'Labor' }, expect: { ProductGroup: 'Hardware' } }],
      },
      [{ internalPartNumber: 'I' }],
    );
    expect(made.conflicts.map(({ about }) => about)).to.include.members([
      'rules.partNumber.generation.macro',
      'rules.users',
      'rules.productGroups.rows.2',
    ]);
    const gone = made.conflicts.filter(({ about }) => about === 'rules.productGroups.rows.2');
    expect(gone.map(({ message }) => message)).to.deep.equal([
      "“Nowhere” (rules.productGroups.rows.2, rules.yaml:21) is not in the PSA's list productGroups.",
    ]);
    const macro = made.conflicts.find(({ about }) => about === 'rules.partNumber.generation.macro');
    expect(macro?.message).to.match(/\(rules\.yaml:\d+\)$/);
    const shadowed = made.warnings.find(({ about }) => about === 'rules.productGroups.rows.1');
    expect(shadowed?.message).to.match(/\(rules\.yaml:21\)$/);
    expect(shadowed, 'for information: it is no issue of the document').not.to.have.property('next');
  });

  it('stop when their own cases come out otherwise', async () => {
    const tests = [{ name: 'labor', given: { ItemType: 'Labor' }, expect: { ProductGroup: 'Cables' } }];
    const made = await plan({ productGroups: { rows: { Labor: 'Hardware' }, default: 'Hardware' }, tests });
    const conflict = made.conflicts.find(({ about }) => about.startsWith('rules.tests.0'));
    expect(conflict?.message).to.contain('labor').and.contain('Hardware');
  });

  it('may name columns that only the document has', async () => {
    const stated: Stated = {
      partNumber: { field: 'OurNumber', fallbackByLineType: { product: 'MISC' } },
      productGroups: { rows: {}, default: 'Hardware' },
    };
    const made = await plan(stated, [{ fields: { OurNumber: 'O-1' } }]);
    expect(made.conflicts).to.deep.equal([]);
    const without = await plan(stated, [{}]);
    expect(without.conflicts.map(({ about }) => about)).to.include('rules.partNumber.field');
  });

  it('make another plan when they change, and none when only their file is called otherwise', async () => {
    const stated: Stated = { productGroups: { rows: { Labor: 'Hardware' }, default: 'Hardware' } };
    const made = await plan(stated);
    const sources = { openAttachment: () => (async function* () {})() };
    expect(await verifySources(contextOf(stated), made, sources)).to.deep.equal([]);
    const other = contextOf({ productGroups: { rows: { Labor: 'Cables' }, default: 'Hardware' } });
    const [finding] = await verifySources(other, made, sources);
    expect(finding?.what).to.contain('rules');
    const document = sampleDocument();
    const again = await makePlan(other, document, {});
    const first = await makePlan(contextOf(stated), document, {});
    expect(again.document.hash).not.to.equal(first.document.hash);
  });

  it('stop at what a filter refuses in a text or a summary, once for all lines, and write no other text', async () => {
    const day = "&{DI_Description|date:'yyyy'}";
    const common: Stated = {
      partNumber: { field: 'ManufacturerPartNumber', fallbackByLineType: { product: 'MISC' } },
      productGroups: { rows: {}, default: 'Hardware' },
    };
    const lines = [{ description: 'No day' }, { description: 'No day' }];
    const made = await plan({ ...common, descriptions: { itemName: day, lineName: day } }, lines);
    expect(made.conflicts.map(({ about }) => about)).to.deep.equal([
      'rules.descriptions.itemName',
      'rules.descriptions.lineName',
    ]);
    const policy = samplePolicy({ opportunity: { lineHandling: 'summary' } });
    const summary: Stated = {
      ...common,
      partNumber: { field: 'ManufacturerPartNumber', length: { maximum: 3 } },
      summary: { partNumber: 'SUM-&DH_DocNo' },
    };
    const long = await plan(summary, [{}], {}, policy);
    expect(long.conflicts.map(({ about }) => about)).to.deep.equal(['rules.summary.partNumber']);
    expect(long.conflicts[0]?.message).to.contain('at most 3 characters');
  });

  it('tax nothing by default that the document does not tax', async () => {
    const stated: Stated = {
      taxes: { rows: {}, default: 'VAT' },
      partNumber: { field: 'ManufacturerPartNumber', fallbackByLineType: { product: 'MISC' } },
      productGroups: { rows: {}, default: 'Hardware' },
    };
    const made = await plan(stated, [{ taxCode: 'n' }, { taxCode: '' }, { taxCode: 'G' }], {
      tax: { mode: 'perLine' },
    });
    expect(made.conflicts).to.deep.equal([]);
    const quote = made.operations.find((each) => each.kind === 'quote');
    expect(quote?.lines.map(({ wanted }) => wanted?.taxId)).to.deep.equal([null, undefined, 'x2']);
    const row = await plan({ ...stated, taxes: { rows: { N: 'VAT' } } }, [{ taxCode: 'N' }], {
      tax: { mode: 'perLine' },
    });
    expect(reasonOf(row, 'quote.lines.1.taxId')?.at).to.equal('rules.taxes.rows.N');
  });

  it('map tax codes as the document spells them, or by the key that the table names', async () => {
    const common: Stated = {
      partNumber: { field: 'DI_ManufacturerPartNumber', fallbackByLineType: { product: 'MISC' } },
      productGroups: { rows: {}, default: 'Hardware' },
    };
    const taxOf = async (taxes: Stated['taxes']): Promise<unknown> => {
      const made = await plan({ ...common, ...(taxes && { taxes }) }, [{ taxCode: 'gst' }], {
        tax: { mode: 'perLine' },
      });
      expect(made.conflicts).to.deep.equal([]);
      return made.operations.find((each) => each.kind === 'quote')?.lines[0]?.wanted?.taxId;
    };
    expect(await taxOf({ match: 'exact', rows: { GST: 'Sales tax', gst: 'VAT' } })).to.equal('x2');
    expect(await taxOf({ key: 'DH_DocNo', rows: { [sampleDocument().number]: 'VAT' } })).to.equal('x2');
  });

  it('make a plan stale that is older than they are', async () => {
    const none = await makePlan(contextOf({}), sampleDocument(), {});
    const { rules: _rules, ...older } = none.settings;
    const plain = { ...none, settings: older };
    const sources = { openAttachment: () => (async function* () {})() };
    const without = { ...contextOf({}), rules: connectionRules(samplePolicy()) };
    expect(await verifySources(without, plain, sources)).to.deep.equal([]);
    const named = contextOf({ descriptions: { lineName: '&DI_Description' } });
    const [finding] = await verifySources(named, plain, sources);
    expect(finding?.what).to.contain('rules');
  });
});
