import { expect } from 'chai';
import { applyPlan } from '../../src/apply/apply-plan.js';
import type { QuoteDocument } from '../../src/domain/document.js';
import type { PlanOptions } from '../../src/engine/engine-types.js';
import { explainValue } from '../../src/explain/explain-value.js';
import type { ExplainedValue, Explanation } from '../../src/explain/explanation.js';
import { planSubjects } from '../../src/explain/plan-subjects.js';
import { makePlan } from '../../src/plan/make-plan.js';
import type { Plan } from '../../src/plan/plan.js';
import { openSqliteState } from '../../src/state/sqlite/open-sqlite-state.js';
import type { StateStore } from '../../src/state/state-store.js';
import { errorOf } from '../fakes/error-of.js';
import { FakePsa } from '../fakes/fake-psa.js';
import { piecesOf } from '../fakes/pieces-of.js';
import { sampleContext } from '../fakes/sample-context.js';
import { sampleDocument, sampleLine } from '../samples/sample-document.js';
import { samplePolicy } from '../samples/sample-policy.js';

const full = sampleDocument({
  date: '2026-03-01',
  salesRepresentative: 'dwhitfield',
  tax: { mode: 'perLine', rate: '0.065' },
  lines: [
    sampleLine({ key: 'a', manufacturerPartNumber: 'KNOWN', taxCode: 'Y', itemType: 'Hardware' }),
    sampleLine({ key: 'b', manufacturerPartNumber: 'NEW', taxCode: 'N', itemType: 'Cabling' }),
    sampleLine({
      key: 'c',
      internalPartNumber: '',
      description: 'Misc',
      quantity: '3',
      extendedPrice: '29.97',
    }),
    sampleLine({ key: 'x', attributes: ['exclude'], description: 'Not this one' }),
  ],
});

describe('explainValue', () => {
  let psa: FakePsa;
  let state: StateStore;
  const policy = samplePolicy({
    defaults: { productGroup: 'Hardware' },
    userMappings: { users: { dwhitfield: 'Dora' } },
    productGroupMappings: { groups: { Cabling: 'Cables' } },
    products: { emptyPartNumbers: { product: 'MISC' } },
    dataLink: {
      rows: [
        { on: 'save', object: 'opportunities', from: 'CustomText01', to: 'CFSource' },
        { on: 'save', object: 'opportunities', from: 'DocNo', to: 'CFSource', ownership: 'ours' },
        { on: 'save', object: 'opportunities', from: 'CustomText02', to: 'CFSource', ownership: 'ours' },
      ],
    },
  });

  beforeEach(async () => {
    psa = new FakePsa();
    psa.addItem('KNOWN');
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
      { id: 'x2', name: 'Reduced', detail: { percent: '3' } },
    ];
    const field = { label: '', type: 'text', custom: true, readable: true, writable: true } as const;
    psa.fieldLists.opportunities = [{ ...field, name: 'CFSource', required: false }];
    state = await openSqliteState({ path: ':memory:' });
  });
  afterEach(() => state[Symbol.asyncDispose]());

  function context(used = policy): ReturnType<typeof sampleContext> {
    const { contactManager } = psa;
    const lookups = { ...contactManager.lookups, names: [...contactManager.lookups.names, 'taxes'] };
    return sampleContext(psa, state, used, { ...contactManager, lookups, fields: psa.fields });
  }
  const plan = (document: QuoteDocument = full, options: PlanOptions = {}, used = policy): Promise<Plan> =>
    makePlan(context(used), document, options);
  async function push(document: QuoteDocument = full, used = policy): Promise<void> {
    const made = await plan(document, {}, used);
    expect(made.conflicts).to.deep.equal([]);
    await applyPlan(context(used), made, { openAttachment: () => piecesOf(new Uint8Array()) });
  }

  const one = (made: Plan, address: string): ExplainedValue => {
    const [value, ...more] = explainValue(made, address).values;
    if (value === undefined || more.length > 0) throw new Error(`${address} is not one value`);
    return value;
  };
  const story = ({ reason }: ExplainedValue | Explanation): readonly string[] =>
    (reason?.considered ?? []).map(
      ({ candidate, taken, why }) => `${taken ? 'yes' : 'no'} ${candidate}: ${why}`,
    );

  it('has a story for every value that a plan writes', async () => {
    const made = await plan();
    const without = planSubjects(made).flatMap((subject) =>
      explainValue(made, subject.names[0]).values.filter(({ reason }) => reason === undefined),
    );
    expect(without.map(({ at }) => at)).to.deep.equal([]);
  });

  it('tells of a product where it was looked for, by which number, and why not another way', async () => {
    const made = await plan();
    expect(story(one(made, 'quote.lines.1.item'))).to.deep.equal([
      'no KNOWN: no product of the cache carries this number',
      'yes KNOWN (i1): carries the number',
    ]);
    expect(story(one(made, 'quote.lines.3.itemNumber'))).to.deep.equal([
      'no ManufacturerPartNumber: the field is empty in this line',
      'no a generated number: a manufacturer’s number is never made up',
      'yes MISC: the fallback of its line type',
    ]);
    expect(story(one(made, 'quote.lines.2.item'))).to.deep.equal([
      'no NEW: no product of the cache carries this number',
      'no NEW: no product carries this number',
      'yes Cables: the row for the ItemType Cabling',
      'no Hardware: only for an ItemType without a row',
    ]);
    expect(one(made, 'items.NEW.classification.group').reason?.at).to.equal(
      'productGroupMappings.groups.Cabling',
    );
  });

  it('says that a product comes from the cache once it is there', async () => {
    await push();
    const made = await plan({ ...full, purchaseOrder: 'PO' });
    const { reason, outcome } = one(made, 'quote.lines.1.item');
    expect(outcome).to.equal('unchanged');
    expect(reason?.considered?.map(({ at, taken }) => [at, taken])).to.deep.equal([['item cache', true]]);
  });

  it('tells who the client is, by what, and who else was found', async () => {
    psa.users.push({ ...psa.users[0], id: 'u2', email: 'ann@acme.example.org', name: 'Ann Other' } as never);
    const made = await plan();
    const people = story(one(made, 'opportunity.client'));
    expect(people[0]).to.equal('no the id of the contact: the document has none');
    expect(people).to.include(
      'yes user Ann Lee <ann@acme.example>, Acme (u1): its e-mail address is ann@acme.example',
    );
    expect(people.join('\n')).to.contain('no user Ann Other <ann@acme.example.org>');
    await push();
    const later = story(one(await plan({ ...full, purchaseOrder: 'PO' }), 'opportunity.user'));
    expect(later[0]).to.equal('yes who was found at the last push: the document is addressed as it was then');
    expect(later.filter((text) => text.includes('last push'))).to.have.length(1);
  });

  it('tells the row of the user mappings, the tax by its rate, and the rows of DataLink', async () => {
    const made = await plan();
    expect(story(one(made, 'opportunity.owner'))).to.deep.equal([
      'yes dwhitfield: the sales representative of the document',
      'yes Dora: the row of the user mappings for this name',
    ]);
    expect(story(one(made, 'quote.lines.1.tax'))).to.deep.equal([
      'no Y: no row is for this tax code, so the rate of the document decides',
      'yes Sales tax (x1): its rate is 6.5 %',
      'no Reduced (x2): its rate is 3 %',
    ]);
    const linked = one(made, 'opportunity.linked.CFSource');
    expect(story(linked)).to.deep.equal([
      'no CustomText01: the document has no value there',
      'yes DocNo: the last row for this field that has a value',
      'no CustomText02: the document has no value there',
    ]);
    expect(linked).to.include({ ownership: 'ours', ownershipSetting: 'dataLink.rows' });
  });

  it('tells why a price is not the unit price', async () => {
    expect(story(one(await plan(), 'quote.lines.3.price'))).to.deep.equal([
      'no 10: quantity 3 × unit price 10 is not the extended price 29.97',
      'yes 9.99: times the quantity it gives the extended price 29.97',
    ]);
  });

  it('tells which opportunity it is, and why no other', async () => {
    expect(story(explainValue(await plan(), 'opportunity'))).to.deep.equal([
      'no no opportunity: nothing is bound to the document',
      'no no link: the document names none',
      'no quotebridge:AAAQ1001: no opportunity carries the marker quotebridge:AAAQ1001',
      'no no choice: nobody chose one',
    ]);
    await push();
    const changed = { ...full, purchaseOrder: 'PO' };
    expect(explainValue(await plan(changed), 'opportunity').reason?.at).to.equal('binding');
    await state[Symbol.asyncDispose]();
    state = await openSqliteState({ path: ':memory:' });
    const found = explainValue(await plan(changed), 'opportunity');
    expect(found.reason).to.include({ from: 'match', at: 'marker' });
    expect(story(found).at(-1)).to.match(/^yes o\d+: it carries the marker/);
  });

  it('names the two sides and who decides of a value that a person changed', async () => {
    await push();
    const [quote] = psa.quotes.values();
    if (quote === undefined) throw new Error('no quote');
    const lines = (quote.lines ?? []).map((line, index) =>
      index === 0 ? { ...line, name: 'Hers', price: '1' } : line,
    );
    psa.quotes.set(quote.id, { ...quote, title: 'Her title', lines });
    const made = await plan({ ...full, purchaseOrder: 'PO' });
    expect(one(made, 'quote.title')).to.deep.include({
      outcome: 'kept',
      wanted: 'Office refresh',
      before: 'Her title',
      after: 'Her title',
      lastWritten: 'Office refresh',
      ownership: 'shared',
      ownershipSetting: 'ownership.quote.title',
    });
    expect(one(made, 'quote.purchaseOrder')).to.deep.include({ outcome: 'changed', after: 'PO' });
    expect(one(made, 'quote.date')).to.deep.include({ outcome: 'unchanged', before: '2026-03-01' });
    expect(one(made, 'quote.lines.1.name')).to.include({ outcome: 'kept', after: 'Hers', wanted: 'A thing' });
    const price = one(made, 'quote.lines.KNOWN.price');
    expect(price).to.include({ outcome: 'changed', before: '1', after: '10', ownership: 'ours' });
    expect(price).to.not.have.property('ownershipSetting');
  });

  it('explains every value of a line by its place, its key or its item number', async () => {
    const made = await plan();
    const [byPlace, byKey, byNumber] = ['2', 'b', 'new'].map((line) =>
      explainValue(made, `quote.lines.${line}`),
    );
    expect(byPlace?.label).to.equal('line 2 “A thing”');
    expect(byKey).to.deep.equal(byPlace);
    expect(byNumber).to.deep.equal(byPlace);
    expect(byPlace?.values.map(({ field }) => field)).to.include.members(['price', 'quantity', 'itemId']);
  });

  it('takes a number for a place before it takes it for a key', async () => {
    const lines = [
      sampleLine({ key: '2', manufacturerPartNumber: 'KNOWN' }),
      sampleLine({ key: '1', manufacturerPartNumber: '1' }),
    ];
    const made = await plan({ ...full, lines });
    expect(
      explainValue(made, 'quote.lines.1').values.find(({ field }) => field === 'itemNumber')?.after,
    ).to.equal('KNOWN');
  });

  it('says why a line of the document is not in the quote', async () => {
    const { action, reason, values } = explainValue(await plan(), 'quote.lines.x');
    expect([action, values]).to.deep.equal(['leftOut', []]);
    expect(reason?.text).to.not.equal('');
  });

  it('says of an unchanged document that it was written before; everything again tells the whole story', async () => {
    await push();
    expect(one(await plan(), 'quote.title').reason?.text).to.contain('as it was written last time');
    const again = one(await plan(full, { everything: true }), 'quote.title');
    expect(again).to.deep.include({ outcome: 'unchanged', after: 'Office refresh' });
    expect(again.reason?.at).to.equal('header.DocName');
  });

  it('names what there is when it is asked for something else', async () => {
    const made = await plan();
    for (const address of ['quotes.title', 'quote.lines.99', '', 'quote.titel']) {
      const error = await errorOf(() => explainValue(made, address));
      expect(error.code).to.equal('usage');
      expect(error.details.faults?.[0]?.expected).to.contain('quote');
    }
    const twice = {
      ...full,
      lines: [full.lines[0], full.lines[0]].map((line, index) => ({ ...line, key: `k${index}` }) as never),
    };
    const error = await errorOf(async () => explainValue(await plan(twice), 'quote.lines.KNOWN'));
    expect(error.details.faults?.[0]?.expected).to.equal('one of quote.lines.1, quote.lines.2');
  });
});
