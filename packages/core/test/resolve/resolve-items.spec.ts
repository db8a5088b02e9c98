import { expect } from 'chai';
import { itemNumbers } from '../../src/resolve/item-numbers.js';
import { resolveItems, type Items } from '../../src/resolve/resolve-items.js';
import { selectLines } from '../../src/select/select-lines.js';
import type { DocumentLine } from '../../src/domain/document-line.js';
import type { QuoteDocument } from '../../src/domain/document.js';
import type { PushPolicy } from '../../src/settings/push-policy.js';
import { openSqliteState } from '../../src/state/sqlite/open-sqlite-state.js';
import type { StateStore } from '../../src/state/state-store.js';
import { FakePsa } from '../fakes/fake-psa.js';
import { lookupReader } from '../fakes/lookup-reader.js';
import { sampleDocument, sampleLine } from '../samples/sample-document.js';
import { samplePolicy } from '../samples/sample-policy.js';
import { sampleRules } from '../samples/sample-rules.js';

const groups = [
  { id: 'g1', name: 'Hardware' },
  { id: 'g2', name: 'Labor' },
];
const withDefault = samplePolicy({ defaults: { productGroup: 'Hardware' } });

describe('resolveItems', () => {
  let psa: FakePsa;
  let state: StateStore;
  /** What happens in the PSA while it is waited for. */
  let slept: (() => void)[] = [];
  beforeEach(async () => {
    slept = [];
    psa = new FakePsa();
    state = await openSqliteState({ path: ':memory:' });
  });
  afterEach(() => state[Symbol.asyncDispose]());

  function find(
    lines: readonly Partial<DocumentLine>[],
    policy = withDefault,
    unsettled: readonly string[] = [],
  ): Promise<Items> {
    const document = sampleDocument({
      lines: lines.map((line, index) => sampleLine({ key: `L${index}`, ...line })),
    });
    const selected = selectLines(document, policy).lines;
    const port = psa.contactManager.items;
    if (port === undefined) throw new Error('no items');
    const rules = sampleRules(policy, document);
    return resolveItems(selected, itemNumbers(selected, rules), {
      port,
      state,
      connection: 'main',
      clock: { now: () => 0, sleep: async () => slept.shift()?.() },
      policy,
      rules,
      read: lookupReader({ productGroups: groups }),
      unsettled: new Set(unsettled),
      taxOf: () => 'tax1',
    });
  }

  it('finds an item by its number, asks for each number once and remembers what it saw', async () => {
    const item = psa.addItem('abc-1');
    const { found, creates } = await find([
      { manufacturerPartNumber: 'ABC-1' },
      { manufacturerPartNumber: ' abc-1 ' },
    ]);
    expect([...found]).to.deep.equal([['abc-1', item]]);
    expect(creates).to.deep.equal([]);
    psa.items.length = 0;
    expect((await find([{ manufacturerPartNumber: 'abc-1' }])).found.size).to.equal(1);
  });

  it('asks which of two items is meant', async () => {
    psa.addItem('A');
    psa.addItem('a');
    const { conflicts, found } = await find([{ manufacturerPartNumber: 'A' }]);
    expect(found.size).to.equal(0);
    expect(conflicts[0]?.candidates).to.have.length(2);
  });

  it('looks again for an item whose creation was cut off, takes the first of two, and names the other', async () => {
    const first = psa.addItem('NEW-1');
    const own = psa.addItem('NEW-1');
    await state.putItems('main', [own]);
    const lines = [{ manufacturerPartNumber: 'NEW-1' }];
    expect((await find(lines)).found.get('new-1')?.id, 'as it is remembered').to.equal(own.id);
    const { found, warnings, conflicts } = await find(lines, withDefault, ['new-1']);
    expect(found.get('new-1')?.id).to.equal(first.id);
    expect(conflicts).to.deep.equal([]);
    expect(warnings.map(({ about }) => about)).to.deep.equal(['item NEW-1']);
    expect(warnings[0]?.next).to.contain(own.id);
  });

  it('asks which of two is meant although the creation was cut off, when they do not say the same', async () => {
    psa.addItem('NEW-1');
    psa.addItem('NEW-1', { name: 'Another thing' });
    const { conflicts } = await find([{ manufacturerPartNumber: 'NEW-1' }], withDefault, ['new-1']);
    expect(conflicts.map(({ about }) => about)).to.deep.equal(['item NEW-1']);
  });

  it('waits for a machine that has created the same item twice, and forgets the second', async () => {
    const [first, second] = [psa.addItem('A'), psa.addItem('A')];
    slept = [() => void psa.items.splice(psa.items.indexOf(second), 1)];
    const { conflicts, found } = await find([{ manufacturerPartNumber: 'A' }]);
    expect(conflicts).to.deep.equal([]);
    expect(found.get('a')?.id).to.equal(first.id);
    const remembered = await state.itemsByNumber('main', ['A']);
    expect(remembered.get('A')?.map(({ id }) => id)).to.deep.equal([first.id]);
  });

  it('does not wait for two items that say different things', async () => {
    psa.addItem('A');
    psa.addItem('A', { name: 'Another one' });
    slept = [() => expect.fail('waited')];
    expect((await find([{ manufacturerPartNumber: 'A' }])).conflicts).to.have.length(1);
  });

  it('looks again when the cache knows two items, of which one is gone', async () => {
    const [first, second] = [psa.addItem('A'), psa.addItem('A', { name: 'Another one' })];
    await find([{ manufacturerPartNumber: 'A' }]);
    psa.items.splice(psa.items.indexOf(second), 1);
    expect((await find([{ manufacturerPartNumber: 'A' }])).found.get('a')?.id).to.equal(first.id);
  });

  it('prefers an active item to an inactive one, and the first number of an item to its others', async () => {
    psa.addItem('A', { inactive: true });
    const active = psa.addItem('A');
    const first = psa.addItem('B');
    psa.addItem('X', { numbers: ['X', 'B'] });
    const { found, conflicts } = await find([
      { manufacturerPartNumber: 'A' },
      { manufacturerPartNumber: 'B' },
    ]);
    expect(conflicts).to.deep.equal([]);
    expect(found.get('a')?.id).to.equal(active.id);
    expect(found.get('b')?.id).to.equal(first.id);
  });

  it('creates what is missing, once for all its lines, with its group and tax', async () => {
    const { creates, conflicts } = await find([
      {
        manufacturerPartNumber: 'N1',
        unitPrice: '12.5',
        unitCost: '8',
        manufacturer: 'Dell',
        description: 'Box\nbig',
      },
      { manufacturerPartNumber: 'n1' },
    ]);
    expect(conflicts).to.deep.equal([]);
    expect(creates.map(({ item }) => item)).to.deep.equal([
      {
        number: 'N1',
        name: 'Box',
        description: 'Box\nbig',
        classification: { group: 'g1' },
        price: '12.5',
        billingPeriod: 'oneOff',
        nature: 'product',
        cost: '8',
        manufacturer: 'Dell',
        taxId: 'tax1',
      },
    ]);
    expect(Object.keys(creates[0]?.reasons ?? {})).to.have.members([
      'classification.group',
      ...Object.keys(creates[0]?.item ?? {}).filter((field) => field !== 'classification'),
    ]);
  });

  it('takes the mapped group of an ItemType before the default', async () => {
    const policy = samplePolicy({
      defaults: { productGroup: 'Hardware' },
      productGroupMappings: { groups: { service: 'Labor' } },
    });
    const { creates } = await find(
      [
        { manufacturerPartNumber: 'N1', itemType: 'Service' },
        { manufacturerPartNumber: 'N2', itemType: 'Other' },
      ],
      policy,
    );
    expect(creates.map(({ item }) => item.classification['group'])).to.deep.equal(['g2', 'g1']);
  });

  it('asks for a group when none is set, or when the one that is set does not exist', async () => {
    const line = { manufacturerPartNumber: 'N1', itemType: 'Other' };
    const none = await find([line], samplePolicy());
    expect(none.conflicts[0]?.message).to.contain('no product group is set for the ItemType “Other”');
    const wrong = await find([line], samplePolicy({ defaults: { productGroup: 'Software' } }));
    expect(wrong.conflicts[0]?.candidates.map(({ name }) => name)).to.deep.equal(['Hardware', 'Labor']);
  });

  it('creates nothing when missing products are not to be created', async () => {
    const policy = samplePolicy({ products: { createMissing: false } });
    const { creates, conflicts } = await find([{ manufacturerPartNumber: 'N1' }], policy);
    expect(creates).to.deep.equal([]);
    expect(conflicts[0]?.message).to.contain('products.createMissing');
  });

  describe('of a product that exists', () => {
    const line = {
      manufacturerPartNumber: 'M1',
      description: 'New name',
      unitPrice: '12.5',
      unitCost: '8',
    };
    const products = { updateExisting: ['name', 'price', 'cost', 'sku', 'description'] as const };

    it('changes nothing unless the settings name fields', async () => {
      psa.addItem('M1');
      expect((await find([line])).updates).to.deep.equal([]);
    });

    it('updates the named fields that differ, each with its reason', async () => {
      const item = psa.addItem('M1', { name: 'Old name', price: '12.5', cost: '7', sku: 'M1' });
      const { updates, creates } = await find([line, line], samplePolicy({ products }));
      expect(creates).to.deep.equal([]);
      expect(updates).to.have.length(1);
      expect(updates[0]).to.deep.include({
        id: item.id,
        number: 'M1',
        wanted: { name: 'New name', cost: '8', description: 'New name' },
        before: { name: 'Old name', cost: '7', description: '' },
      });
      expect(updates[0]?.reasons).to.have.all.keys('name', 'cost', 'description');
    });

    it('updates no cost when costs are not written, and empties no SKU', async () => {
      psa.addItem('I1', { name: 'New name', description: 'New name', sku: 'X', price: '12.5', cost: '1' });
      const policy = samplePolicy({
        products: { ...products, includeCost: false, itemNumberField: 'InternalPartNumber' },
      });
      const unnamed = { ...line, manufacturerPartNumber: '', internalPartNumber: 'I1' };
      expect((await find([unnamed], policy)).updates).to.deep.equal([]);
    });

    it('leaves a name that is the item number', async () => {
      psa.addItem('M1', { name: 'm1', sku: 'other', price: '12.5', cost: '8', description: 'New name' });
      const { updates } = await find([line], samplePolicy({ products }));
      expect(updates.map(({ wanted }) => wanted)).to.deep.equal([{ sku: 'M1' }]);
    });

    it('says so when the PSA lets nobody change its products', async () => {
      psa.addItem('M1');
      const { items } = psa.contactManager;
      if (items !== undefined) delete items.updateMany;
      const { updates, warnings } = await find([line], samplePolicy({ products }));
      expect(updates).to.deep.equal([]);
      expect(warnings.map(({ about }) => about)).to.deep.equal(['products.updateExisting']);
    });
  });

  it('creates labor as a cost item, whatever its case', async () => {
    const { creates } = await find([
      { manufacturerPartNumber: 'N1', itemType: 'LABOR' },
      { manufacturerPartNumber: 'N2', itemType: 'Laboratory' },
    ]);
    expect(creates.map(({ item }) => item.nature)).to.deep.equal(['cost', 'product']);
    expect(creates[0]?.reasons['nature']?.at).to.equal('products.laborItemTypes');
  });

  it('writes no cost and no SKU unless it is to', async () => {
    const line = { manufacturerPartNumber: 'M1', internalPartNumber: 'I1', unitCost: '8' };
    const products = { itemNumberField: 'InternalPartNumber', includeCost: false, copyNumberToSku: true };
    const { creates } = await find([line], samplePolicy({ products, defaults: { productGroup: 'g1' } }));
    expect(creates[0]?.item).to.deep.include({ number: 'I1', sku: 'M1' }).and.not.to.have.property('cost');
  });
});

/** What is wrong with the rules stands before what is wrong with the numbers. */
function numbersOf(document: QuoteDocument, policy: PushPolicy): ReturnType<typeof itemNumbers> {
  const rules = sampleRules(policy, document);
  const { byLine, conflicts } = itemNumbers(selectLines(document, policy).lines, rules);
  return { byLine, conflicts: [...rules.conflicts, ...conflicts] };
}

describe('itemNumbers', () => {
  const document = sampleDocument({
    lines: [
      sampleLine({
        key: 'a',
        internalPartNumber: 'I1',
        itemType: 'Product',
        manufacturerPartNumber: 'DVC503',
      }),
      sampleLine({ key: 'b', itemType: 'Product', manufacturerPartNumber: 'DVC503' }),
      sampleLine({ key: 'c', lineType: 'comment' }),
    ],
  });
  const generation = {
    mode: 'macro',
    macro: '&DI_ItemType:&DI_ManufacturerPartNumber',
    byItemType: {},
    otherwise: '',
  } as const;

  it('takes the mapped field, and the macro only when that is empty', () => {
    const policy = samplePolicy({
      products: { itemNumberField: 'InternalPartNumber', partNumberGeneration: generation },
    });
    const { byLine, conflicts } = numbersOf(document, policy);
    expect(conflicts).to.deep.equal([]);
    expect([...byLine].map(([key, { number }]) => `${key} ${number}`)).to.deep.equal([
      'a I1',
      'b Product:DVC503',
    ]);
    expect(byLine.get('b')?.reason.at).to.equal('products.partNumberGeneration.macro');
  });

  it('takes the fallback of the line type, else names the lines that have no number', () => {
    const empty = sampleDocument({ lines: [sampleLine({ description: 'Nameless' })] });
    const fallback = samplePolicy({ products: { emptyPartNumbers: { product: 'MISC' } } });
    expect(numbersOf(empty, fallback).byLine.get('L1')?.number).to.equal('MISC');
    const { conflicts } = numbersOf(empty, samplePolicy());
    expect(conflicts[0]?.message).to.contain('“Nameless”').and.to.contain('ManufacturerPartNumber is empty');
  });

  it('names a field and a macro that do not exist, all at once', () => {
    const policy = samplePolicy({
      products: {
        itemNumberField: 'CustomTxt01',
        partNumberGeneration: { ...generation, mode: 'byItemType', byItemType: { Labor: '&DI_ItemTyp' } },
      },
    });
    const { byLine, conflicts } = numbersOf(document, policy);
    expect(byLine.size).to.equal(0);
    expect(conflicts.map(({ about }) => about)).to.deep.equal([
      'products.itemNumberField',
      'products.partNumberGeneration.byItemType.Labor',
    ]);
    expect(conflicts[1]?.candidates).to.deep.equal([{ id: '&DI_ItemType', name: '&DI_ItemType' }]);
  });

  it('takes any column that QuoteWerks has, although no line of the document fills it', () => {
    const policy = samplePolicy({ products: { itemNumberField: 'CustomText01' } });
    const { conflicts } = numbersOf(document, policy);
    expect(conflicts.map(({ about }) => about)).to.deep.equal(['products.emptyPartNumbers']);
  });

  it('gives discounts, charges and freight a number only when their line type has one', () => {
    const lines = [
      sampleLine({ key: 'd', lineType: 'percentDiscount', extendedPrice: '-5' }),
      sampleLine({
        key: 'own',
        lineType: 'percentDiscount',
        manufacturerPartNumber: 'OWN',
        extendedPrice: '-5',
      }),
      sampleLine({ key: 'c', lineType: 'percentCharge', extendedPrice: '5' }),
      sampleLine({ key: 't', lineType: 'comment' }),
    ];
    const freight = { amount: '7', cost: '0', taxable: false };
    const money = sampleDocument({ lines, freight });
    const numbers = (emptyPartNumbers: PushPolicy['products']['emptyPartNumbers']): unknown => {
      const policy = samplePolicy({ products: { emptyPartNumbers } });
      const { byLine, conflicts } = numbersOf(money, policy);
      expect(conflicts).to.deep.equal([]);
      return Object.fromEntries(
        [...byLine].map(([key, { number, reason }]) => [key, `${number} ${reason.at}`]),
      );
    };
    expect(numbers({})).to.deep.equal({});
    expect(numbers({ percentDiscount: 'DISC', freight: 'SHIP' })).to.deep.equal({
      d: 'DISC products.emptyPartNumbers.percentDiscount',
      own: 'OWN ManufacturerPartNumber',
      freight: 'SHIP products.emptyPartNumbers.freight',
    });
  });
});
