import { expect } from 'chai';
import { applyPlan } from '../../src/apply/apply-plan.js';
import type { PushResult } from '../../src/apply/push-result.js';
import { verifyBasis } from '../../src/apply/verify-basis.js';
import type { DataLinkObject, FieldDescription, FieldType } from '../../src/contract/field-port.js';
import type { QuoteDocument } from '../../src/domain/document.js';
import { QuotebridgeError } from '../../src/errors/quotebridge-error.js';
import { makePlan } from '../../src/plan/make-plan.js';
import { parsePlan } from '../../src/plan/parse-plan.js';
import type { Plan } from '../../src/plan/plan.js';
import type { DataLinkRow } from '../../src/settings/push-policy.js';
import { openSqliteState } from '../../src/state/sqlite/open-sqlite-state.js';
import type { StateStore } from '../../src/state/state-store.js';
import { errorOf } from '../fakes/error-of.js';
import { FakePsa } from '../fakes/fake-psa.js';
import { sampleContext, type SampleContext } from '../fakes/sample-context.js';
import { sampleDocument, sampleLine } from '../samples/sample-document.js';
import { samplePolicy } from '../samples/sample-policy.js';

function field(
  name: string,
  type: FieldType = 'text',
  over: Partial<FieldDescription> = {},
): FieldDescription {
  return { name, label: name, type, custom: true, readable: true, writable: true, required: false, ...over };
}

const save = (object: DataLinkObject, from: string, to: string): DataLinkRow => ({
  on: 'save',
  object,
  from,
  to,
});
const rows: readonly DataLinkRow[] = [
  save('opportunities', 'DocNo', 'CFReference'),
  save('opportunities', 'CustomText01', 'CFSource'),
  save('opportunities', 'CustomText02', 'CFSource'),
  save('opportunities', 'CustomNumber01', 'CFBudget'),
  save('quotes', 'CustomText01', 'CFQuoteSource'),
  save('lineItems', 'Vendor', 'CFVendor'),
  save('clients', 'Terms', 'CFTerms'),
  save('users', 'SoldToTitle', 'title'),
];

const linked = sampleDocument({
  fields: { CustomText01: 'Fair', CustomText02: '', CustomNumber01: '1200.50', Terms: 'Net 30' },
  soldTo: { ...sampleDocument().soldTo, title: 'Owner' },
  lines: [
    sampleLine({ key: 'a', manufacturerPartNumber: 'KNOWN', vendor: 'Ingram' }),
    sampleLine({ key: 'b', lineType: 'comment' }),
  ],
});

describe('DataLink on sending a document', () => {
  let psa: FakePsa;
  let state: StateStore;

  beforeEach(async () => {
    psa = new FakePsa();
    psa.addItem('KNOWN');
    Object.assign(psa.fieldLists, {
      opportunities: [field('CFReference'), field('CFSource'), field('CFBudget', 'number')],
      quotes: [field('CFQuoteSource')],
      lineItems: [field('CFVendor')],
      clients: [field('CFTerms')],
      users: [field('title')],
    });
    state = await openSqliteState({ path: ':memory:' });
  });
  afterEach(() => state[Symbol.asyncDispose]());

  function context(used: readonly DataLinkRow[] = rows): SampleContext {
    const policy = samplePolicy({ dataLink: { rows: used } });
    return sampleContext(psa, state, policy, { ...psa.contactManager, fields: psa.fields });
  }

  function plan(document: QuoteDocument = linked, used?: readonly DataLinkRow[]): Promise<Plan> {
    return makePlan(context(used), document, {});
  }

  async function push(document: QuoteDocument = linked, used?: readonly DataLinkRow[]): Promise<PushResult> {
    const made = await plan(document, used);
    return applyPlan(context(used), made, {
      openAttachment: () => noFiles(),
    });
  }

  const opportunity = (): Record<string, string> => ({ ...[...psa.opportunities.values()][0]?.linked });
  const quote = (): Record<string, string> => ({ ...[...psa.quotes.values()][0]?.linked });

  it('writes document fields into every record, and says why', async () => {
    const { operations, conflicts } = await plan();
    expect(conflicts).to.deep.equal([]);
    const byKind = new Map(operations.map((operation) => [operation.kind, operation]));
    expect(operations.map(({ kind, action }) => `${action} ${kind}`)).to.deep.equal([
      'update contact',
      'update contact',
      'create opportunity',
      'create quote',
    ]);
    const reasons = { ...(byKind.get('opportunity') as { reasons: object }).reasons };
    expect(reasons).to.deep.include({
      'linked.CFReference': { from: 'mapping', at: 'dataLink.rows.0', text: 'DocNo of the document' },
    });
    expect(reasons).to.nested.include({
      'linked\\.CFSource.at': 'dataLink.rows.1',
      'linked\\.CFSource.text': 'CustomText01 of the document',
      'linked\\.CFSource.considered[1].why': 'the document has no value there',
    });
    const result = await push();
    expect(opportunity()).to.deep.equal({ CFReference: 'AAAQ1001', CFSource: 'Fair', CFBudget: '1200.5' });
    expect(quote()).to.deep.equal({ CFQuoteSource: 'Fair' });
    const [line, comment] = [...psa.quotes.values()][0]?.lines ?? [];
    expect(line?.linked).to.deep.equal({ CFVendor: 'Ingram' });
    expect(comment?.linked).to.equal(undefined);
    expect(Object.fromEntries(psa.fieldValues)).to.deep.equal({
      'clients c1': { CFTerms: 'Net 30' },
      'users u1': { title: 'Owner' },
    });
    expect(result.contacts).to.deep.equal([
      { object: 'clients', id: 'c1', name: 'Acme', action: 'updated' },
      { object: 'users', id: 'u1', name: 'Ann Lee', action: 'updated' },
    ]);
  });

  it('does nothing the second time', async () => {
    await push();
    psa.writes.length = 0;
    psa.fieldReads.length = 0;
    expect((await push()).status).to.equal('unchanged');
    expect([...psa.writes, ...psa.fieldReads]).to.deep.equal([]);
  });

  it('writes only the values that changed', async () => {
    await push();
    psa.writes.length = 0;
    const changed = { ...linked, fields: { ...linked.fields, CustomText02: 'Web' } };
    const { operations } = await plan(changed);
    const update = operations.find(({ kind }) => kind === 'opportunity');
    expect(update).to.deep.include({
      action: 'update',
      wanted: { linked: { CFSource: 'Web' } },
      before: { linked: { CFSource: 'Fair' } },
    });
    expect(update).to.have.property('reasons').nested.include({
      'linked\\.CFSource.at': 'dataLink.rows.2',
      'linked\\.CFSource.text': 'CustomText02 of the document',
      'linked\\.CFSource.considered[0].why': 'a later row has a value, too: “Fair” is overwritten',
    });
    await push(changed);
    expect(psa.writes).to.deep.equal(['update opportunity o2']);
    expect(opportunity()).to.deep.include({ CFSource: 'Web', CFReference: 'AAAQ1001' });
  });

  it('leaves what a source no longer fills', async () => {
    await push();
    await push({ ...linked, fields: { ...linked.fields, CustomText01: '' } });
    expect(opportunity()).to.deep.include({ CFSource: 'Fair' });
  });

  for (const [where, edit, shown] of [
    [
      'an opportunity',
      (fake: FakePsa) =>
        fake.opportunities.set('o2', { ...one(fake.opportunities), linked: { CFSource: 'Radio' } }),
      (fake: FakePsa) => one(fake.opportunities).linked?.['CFSource'],
    ],
    [
      'a client',
      (fake: FakePsa) => fake.fieldValues.set('clients c1', { CFTerms: 'Radio' }),
      (fake: FakePsa) => fake.fieldValues.get('clients c1')?.['CFTerms'],
    ],
    [
      'a line',
      (fake: FakePsa) => {
        const { lines = [], ...rest } = one(fake.quotes);
        const edited = lines.map((line) =>
          line.linked === undefined ? line : { ...line, linked: { CFVendor: 'Radio' } },
        );
        fake.quotes.set(rest.id, { ...rest, lines: edited });
      },
      (fake: FakePsa) =>
        one(fake.quotes).lines?.find(({ linked: values }) => values !== undefined)?.linked?.['CFVendor'],
    ],
  ] as const) {
    it(`leaves what a person changed in ${where}, with a warning, and goes on doing so`, async () => {
      await push();
      edit(psa);
      for (const [round, fields] of [
        { CustomText01: 'Web', Terms: 'Net 60' },
        { CustomText01: 'Mail', Terms: 'Net 90' },
      ].entries()) {
        const lines = linked.lines.map((line) => ({ ...line, vendor: `Vendor ${round}` }));
        const again = { ...linked, lines, fields: { ...linked.fields, ...fields } };
        const { warnings } = await plan(again);
        expect(warnings.map(({ message }) => message).join('\n')).to.contain('Radio');
        await push(again);
        expect(shown(psa)).to.equal('Radio');
      }
    });
  }

  it('asks for nothing and writes nothing where there are no rows', async () => {
    await push(linked, []);
    expect(psa.fieldReads.filter((read) => read !== 'list opportunities')).to.deep.equal([]);
    expect(opportunity()).to.deep.equal({});
  });

  it('names every row that cannot work before anything is written', async () => {
    const { conflicts } = await plan(linked, [
      save('opportunities', 'DocNo', 'CFRefrence'),
      save('opportunities', 'CustomText01', 'CFBudget'),
      save('clients', 'CustomTekst01', 'CFTerms'),
      { on: 'soldTo', object: 'users', from: 'mobile', to: '***Phone' },
    ]);
    expect(conflicts.map(({ about }) => about)).to.deep.equal([
      'dataLink.rows.0.to',
      'dataLink.rows.1.to',
      'dataLink.rows.2.from',
      'dataLink.rows.3.from',
    ]);
    expect(conflicts[0]?.candidates).to.deep.equal([{ id: 'CFReference', name: 'CFReference' }]);
  });

  it('names a value that its field does not take', async () => {
    const short = [field('CFReference', 'text', { maximumLength: 3 })];
    psa.fieldLists.opportunities = short;
    const { conflicts } = await plan(linked, [save('opportunities', 'DocNo', 'CFReference')]);
    expect(conflicts[0]?.message).to.contain('expected a text of at most 3 characters');
    expect(conflicts.map(({ about, next }) => `${about}: ${next}`)).to.deep.equal([
      'dataLink.rows.0: Correct the value in the document, or take the row away.',
    ]);
  });

  it('looks at a remembered list again before it says that a field is gone', async () => {
    const remembered = sampleContext(psa, state, samplePolicy({ dataLink: { rows } }), {
      ...psa.contactManager,
      fields: psa.fields,
    });
    let asked = 0;
    const readFields: SampleContext['readFields'] = async (object, options) => {
      if (options?.fresh !== true) return { entries: [], fresh: false };
      asked += 1;
      return { entries: psa.fieldLists[object] ?? [], fresh: true };
    };
    const { conflicts } = await makePlan({ ...remembered, readFields }, linked, {});
    expect(conflicts).to.deep.equal([]);
    expect(asked).to.equal(5);
  });

  it('demands custom fields that a new opportunity must have', async () => {
    psa.fieldLists.opportunities = [
      field('CFReference'),
      field('CFMust', 'text', { label: 'Must', required: true }),
      field('CFOther', 'text', { required: ['another type'] }),
      field('CFMine', 'text', { required: ['t1'] }),
      field('summary', 'text', { required: true, custom: false }),
    ];
    const used = [save('opportunities', 'CustomText02', 'CFMine')];
    const { conflicts } = await plan(linked, used);
    expect(conflicts.map(({ about }) => about)).to.deep.equal(['dataLink.rows', 'dataLink.rows.0']);
    expect(conflicts[0]?.message).to.contain('“Must” (CFMust)');
    const filled = { ...linked, fields: { CustomText02: 'x' } };
    const all = [...used, save('opportunities', 'DocNo', 'CFMust')];
    expect((await plan(filled, all)).conflicts).to.deep.equal([]);
    await push(filled, all);
    expect((await plan({ ...filled, name: 'Another' }, [])).conflicts).to.deep.equal([]);
  });

  it('leaves it to the PSA what is demanded where the fields may not be read', async () => {
    psa.fields.list = async () => {
      throw new QuotebridgeError('permission.missing', 'No.');
    };
    expect((await plan(linked, [])).conflicts).to.deep.equal([]);
    expect((await errorOf(() => plan())).code).to.equal('permission.missing');
  });

  it('refuses rows where the PSA offers no fields', async () => {
    const policy = samplePolicy({ dataLink: { rows } });
    const { conflicts } = await makePlan(sampleContext(psa, state, policy), linked, {});
    expect(conflicts.map(({ about }) => about)).to.deep.equal(['dataLink.rows']);
  });

  it('says so when the document has nobody to write into', async () => {
    const soldTo = { ...linked.soldTo, contact: '', email: '' };
    const { warnings, operations } = await plan({ ...linked, soldTo });
    const message = 'The document has no user in the PSA to write title into (DataLink).';
    expect(warnings).to.deep.include({ about: 'users', message });
    expect(operations.filter(({ kind }) => kind === 'contact')).to.have.length(1);
  });

  it('makes a plan that can be stored and applied later', async () => {
    const stored = parsePlan(JSON.parse(JSON.stringify(await plan())) as unknown, 'plan.json');
    await verifyBasis(context(), stored, { openAttachment: () => noFiles() });
    await applyPlan(context(), stored, { openAttachment: () => noFiles() });
    expect(opportunity()).to.deep.include({ CFSource: 'Fair' });
    expect((await plan()).operations.every(({ action }) => action === 'keep')).to.equal(true);
  });

  it('stops between client and opportunity when it is told to, and goes on from there', async () => {
    const stop = new AbortController();
    const made = await plan();
    const port = psa.fields.write.bind(psa.fields);
    psa.fields.write = async (...write) => {
      await port(...write);
      stop.abort();
    };
    const error = await errorOf(() =>
      applyPlan(context(), made, { openAttachment: () => noFiles(), signal: stop.signal }),
    );
    expect(error.message).to.contain('the client and the user, the opportunity, the quote');
    psa.fields.write = port;
    psa.writes.length = 0;
    await push();
    expect(psa.writes).to.deep.equal(['write users u1', 'create opportunity', 'create quote']);
  });

  it('refuses a plan whose client was changed since', async () => {
    const made = await plan();
    psa.fieldValues.set('clients c1', { CFTerms: 'Prepaid' });
    const error = await errorOf(() => verifyBasis(context(), made, { openAttachment: () => noFiles() }));
    expect(error.code).to.equal('plan.stale');
    expect(error.message).to.contain('CFTerms of “Acme”');
  });

  it('sends the values of a client again when the answer got lost', async () => {
    psa.faults.push('lostAfter');
    await push();
    expect(psa.fieldValues.get('clients c1')).to.deep.equal({ CFTerms: 'Net 30' });
    expect(psa.writes.filter((write) => write === 'write clients c1')).to.have.length(2);
  });
});

function noFiles(): never {
  throw new Error('no files');
}

function one<Stored>(records: ReadonlyMap<string, Stored>): Stored {
  const [only] = records.values();
  if (only === undefined) throw new Error('none');
  return only;
}
