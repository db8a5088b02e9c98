import { expect } from 'chai';
import { applyPlan } from '../../src/apply/apply-plan.js';
import type { PushResult } from '../../src/apply/push-result.js';
import type { ContactManager } from '../../src/contract/contact-manager.js';
import type { StoredQuote, StoredQuoteLine } from '../../src/contract/records.js';
import type { QuoteDocument } from '../../src/domain/document.js';
import type { AttachmentInput } from '../../src/engine/engine-types.js';
import { makePlan } from '../../src/plan/make-plan.js';
import { planAttachOnly } from '../../src/plan/plan-attach-only.js';
import type { Plan } from '../../src/plan/plan.js';
import { openSqliteState } from '../../src/state/sqlite/open-sqlite-state.js';
import type { Binding, StateStore } from '../../src/state/state-store.js';
import { planUndo } from '../../src/undo/plan-undo.js';
import { errorOf } from '../fakes/error-of.js';
import { FakePsa } from '../fakes/fake-psa.js';
import { piecesOf } from '../fakes/pieces-of.js';
import { sampleContext, type SampleContext } from '../fakes/sample-context.js';
import { sampleDocument, sampleLine } from '../samples/sample-document.js';
import { samplePolicy } from '../samples/sample-policy.js';

function version(text: string): AttachmentInput {
  const content = new TextEncoder().encode(`%PDF ${text}`);
  return {
    name: 'quote.pdf',
    mediaType: 'application/pdf',
    location: text,
    size: content.length,
    open: () => piecesOf(content),
  };
}

const file = version('one');
const newFile = version('two');

const first = sampleLine({ key: 'a', manufacturerPartNumber: 'A1', description: 'First' });
const second = sampleLine({
  key: 'b',
  manufacturerPartNumber: 'B1',
  description: 'Second',
  unitPrice: '5.55',
  quantity: '3',
});
const third = sampleLine({ key: 'c', manufacturerPartNumber: 'C1', description: 'Third', unitPrice: '7' });
const document = sampleDocument({ lines: [first, second] });
/** The first line has another price, the second is gone, the third is new and stands first. */
const changed: QuoteDocument = { ...document, lines: [third, { ...first, unitPrice: '12' }] };

describe('undo', () => {
  let psa: FakePsa;
  let state: StateStore;
  let context: SampleContext;

  beforeEach(async () => {
    psa = new FakePsa();
    state = await openSqliteState({ path: ':memory:' });
    context = sampleContext(psa, state);
  });
  afterEach(() => state[Symbol.asyncDispose]());

  const apply = (made: Plan): Promise<PushResult> =>
    applyPlan(context, made, {
      openAttachment: (location) => (location === 'one' ? file : newFile).open(),
    });
  const push = async (of: QuoteDocument = document, attachments = [file]): Promise<PushResult> =>
    apply(await makePlan(context, of, { attachments }));
  const plan = (number = document.number): Promise<Plan> => planUndo(context, number);
  const undo = async (number?: string): Promise<PushResult> => apply(await plan(number));

  function quote(): StoredQuote {
    const [stored] = psa.quotes.values();
    if (stored === undefined) throw new Error('no quote');
    return stored;
  }

  /** What a quote says, without ids of lines that may have been written again. */
  const said = (): unknown => ({
    ...quote(),
    lines: quote().lines?.map((line) => ({ ...line, id: '' })),
  });

  function editQuote(change: Partial<StoredQuote>): void {
    psa.quotes.set(quote().id, { ...quote(), ...change });
  }

  function editLine(key: string, change: Partial<StoredQuoteLine>): void {
    editQuote({
      lines: (quote().lines ?? []).map((line) => (line.key === key ? { ...line, ...change } : line)),
    });
  }

  async function remembered(): Promise<readonly Binding[]> {
    const bindings = await state.bindings('main', 'AAAQ1001');
    const line = ({ kind, recordId }: Binding): string => (kind === 'line' ? '' : recordId);
    return [...bindings]
      .map((binding) => ({ ...binding, recordId: line(binding) }))
      .sort((left, right) => `${left.kind} ${left.key}`.localeCompare(`${right.kind} ${right.key}`));
  }

  const warnings = (result: PushResult): string => result.issues.map(({ message }) => message).join('\n');

  describe('of a first push', () => {
    it('deletes what it created, keeps the products, and forgets it', async () => {
      await push();
      const made = await plan();
      expect(made.purpose).to.equal('undo');
      expect(made.operations.map(({ kind }) => kind)).to.deep.equal(['removal', 'removal', 'removal']);
      expect(made.money).to.deep.equal({ net: {}, optional: {}, before: { oneOff: '26.65' } });
      const result = await apply(made);
      expect(result).to.deep.include({ status: 'written', items: [] });
      expect(result.opportunity?.action).to.equal('removed');
      expect(result.quote?.action).to.equal('removed');
      expect(result.attachments.map(({ name, action }) => `${name} ${action}`)).to.deep.equal([
        'quote.pdf removed',
      ]);
      expect([psa.opportunities.size, psa.quotes.size]).to.deep.equal([0, 0]);
      expect([...psa.attachments.values()].flat()).to.deep.equal([]);
      expect(psa.items).to.have.length(2);
      expect(warnings(result)).to.match(/products A1, B1 .*stay: other quotes may use them/);
      expect(await state.bindings('main', 'AAAQ1001')).to.deep.equal([]);
      expect(await state.beforeImages.list('main', 'AAAQ1001')).to.deep.equal([]);
    });

    it('lets the next push begin as if it had never been', async () => {
      await push();
      await undo();
      const result = await push();
      expect([result.opportunity?.action, result.quote?.action]).to.deep.equal(['created', 'created']);
      expect([psa.opportunities.size, psa.quotes.size]).to.deep.equal([1, 1]);
    });

    it('deletes no quote on which somebody has worked, nor the opportunity it hangs on', async () => {
      await push();
      editLine('b', { note: 'The customer wants it in blue.' });
      const result = await undo();
      expect([psa.opportunities.size, psa.quotes.size]).to.deep.equal([1, 1]);
      expect(quote().lines).to.have.length(2);
      expect(warnings(result)).to.contain('the line “Second” was changed in the PSA since (note)');
      expect(warnings(result)).to.match(
        /The opportunity \S+ that the push created stays: the quote on it does\./,
      );
      // It is found again by its marker.
      await push();
      expect([psa.opportunities.size, psa.quotes.size]).to.deep.equal([1, 1]);
    });

    it('deletes no quote to which somebody has added a line', async () => {
      await push();
      editQuote({ lines: [...(quote().lines ?? []), { id: 'theirs', name: 'On-site visit', position: 3 }] });
      expect(warnings(await undo())).to.contain('the line “On-site visit” was added to it');
      expect(psa.quotes.size).to.equal(1);
    });

    for (const [why, use] of [
      ['others have used it (2 actions)', (id: string) => psa.addedByOthers.set(id, ['2 actions'])],
      ['title was changed in the PSA since', (id: string) => editOpportunity(id, { title: 'Renamed' })],
      ['it was set to lost in the PSA since', (id: string) => editOpportunity(id, { outcome: 'lost' })],
    ] as const) {
      it(`deletes no opportunity when ${why}`, async () => {
        await push();
        const [id = ''] = psa.opportunities.keys();
        use(id);
        const result = await undo();
        expect([psa.opportunities.size, psa.quotes.size]).to.deep.equal([1, 0]);
        expect(warnings(result)).to.contain(`The opportunity ${id} that the push created stays: ${why}.`);
      });
    }

    function editOpportunity(id: string, change: object): void {
      const stored = psa.opportunities.get(id);
      if (stored !== undefined) psa.opportunities.set(id, { ...stored, ...change });
    }

    it('does not delete an opportunity that was used between the plan and its deletion', async () => {
      await push();
      const made = await plan();
      const [id = ''] = psa.opportunities.keys();
      psa.addedByOthers.set(id, ['a call']);
      const error = await errorOf(apply(made));
      expect(error.code).to.equal('plan.stale');
      expect(error.message).to.contain('a call');
      expect(psa.opportunities.size).to.equal(1);
      expect(warnings(await undo())).to.contain('others have used it (a call)');
    });

    it('does not delete a quote that was changed between the plan and its deletion', async () => {
      await push();
      const made = await plan();
      editQuote({ purchaseOrder: 'PO-7' });
      expect((await errorOf(apply(made))).code).to.equal('plan.stale');
      expect(psa.quotes.size).to.equal(1);
      // What was done before it stays done, and the rest is left.
      expect(warnings(await undo())).to.contain('purchaseOrder was changed in the PSA since');
    });

    it('deletes nothing in a PSA that does not delete', async () => {
      const { opportunities, quotes, attachments } = psa.contactManager;
      if (quotes === undefined || attachments === undefined) throw new Error('no ports');
      const contactManager: ContactManager = {
        ...psa.contactManager,
        opportunities: without(opportunities, 'remove'),
        quotes: without(quotes, 'remove'),
        attachments: without(attachments, 'remove'),
      };
      context = { ...context, contactManager };
      await push();
      const before = [...psa.writes];
      expect(warnings(await undo())).to.match(
        /does not delete attachments[^]*does not delete quotes[^]*does not delete opportunities/,
      );
      expect(psa.writes).to.deep.equal(before);
    });

    it('finds a quote whose answer never came', async () => {
      psa.faults.push(undefined, undefined, 'cancelled');
      await errorOf(push());
      const made = await makePlan(context, document, {});
      // The request of the quote arrives after all, and nobody hears of it.
      const [opportunity] = psa.opportunities.values();
      const create = made.operations.find(({ kind }) => kind === 'quote');
      if (create?.kind !== 'quote') throw new Error('no quote planned');
      const lines = create.lines.flatMap(({ wanted, key }) =>
        wanted === undefined ? [] : [{ action: 'create', key, fields: wanted } as const],
      );
      await psa.contactManager.quotes?.create(
        { ...create.wanted, opportunityId: opportunity?.id ?? '' },
        lines,
        { key: create.marker },
      );
      await undo();
      expect([psa.opportunities.size, psa.quotes.size]).to.deep.equal([0, 0]);
    });
  });

  describe('of an update', () => {
    let before: unknown;
    let bindings: readonly Binding[];

    beforeEach(async () => {
      await push();
      before = said();
      bindings = await remembered();
      await push(changed);
    });

    it('puts back what it changed, adds again what it removed, and removes what it added', async () => {
      const made = await plan();
      expect(made.money).to.deep.equal({ net: { oneOff: '26.65' }, optional: {}, before: { oneOff: '19' } });
      const result = await apply(made);
      expect(said()).to.deep.equal(before);
      expect(result.quote?.lines).to.deep.equal({ created: 1, updated: 1, removed: 1, kept: 0, foreign: 0 });
      expect(result.proof).to.deep.include({ verdict: 'equal' });
      expect(await remembered()).to.deep.equal(bindings);
    });

    it('lets the next push of the earlier document find nothing to do', async () => {
      await undo();
      const made = await makePlan(context, document, { attachments: [file] });
      expect(made.operations.filter(({ action }) => action !== 'keep')).to.deep.equal([]);
      expect(made.warnings).to.deep.equal([]);
    });

    it('lets the next push of the later document do it all again', async () => {
      const after = said();
      await undo();
      await push(changed);
      expect(said()).to.deep.equal(after);
    });

    it('leaves what people have changed since, and says so', async () => {
      editLine('a', { price: '11' });
      editQuote({ purchaseOrder: 'PO-7' });
      const result = await undo();
      expect(quote().purchaseOrder).to.equal('PO-7');
      expect(quote().lines?.map(({ key, price }) => `${key ?? ''} ${price ?? ''}`)).to.deep.equal([
        'a 11',
        'b 5.55',
      ]);
      expect(warnings(result)).to.contain(
        'Line “First”: price was changed in the PSA since the push and stays as it is there (11).',
      );
    });

    it('leaves a line that it added and that people have changed since', async () => {
      editLine('c', { quantity: '2' });
      const result = await undo();
      expect(quote().lines?.map(({ key }) => key)).to.have.members(['a', 'b', 'c']);
      expect(warnings(result)).to.contain(
        'The line “Third” that the push added was changed in the PSA since (quantity) and stays.',
      );
    });

    it('leaves lines of people where they stand', async () => {
      const [top, ...rest] = quote().lines ?? [];
      if (top === undefined) throw new Error('no line');
      editQuote({
        lines: [
          top,
          { id: 'theirs', name: 'Visit', position: 2 },
          ...rest.map((line) => ({ ...line, position: 3 })),
        ],
      });
      await undo();
      expect(quote().lines?.map(({ name }) => name)).to.deep.equal(['Visit', 'First', 'Second']);
    });

    it('goes back one push at a time', async () => {
      await undo();
      await undo();
      expect([psa.opportunities.size, psa.quotes.size]).to.deep.equal([0, 0]);
      const made = await plan();
      expect(made.conflicts.map(({ about }) => about)).to.deep.equal(['undo']);
      expect((await errorOf(apply(made))).code).to.equal('plan.conflict');
    });

    it('refuses a plan of which another undo came first', async () => {
      const made = await plan();
      await undo();
      expect((await errorOf(apply(made))).code).to.equal('plan.stale');
    });

    it('says that the quote is gone', async () => {
      psa.quotes.clear();
      expect(warnings(await undo())).to.contain('is no longer in the PSA');
    });

    for (const fault of ['lostAfter', 'lostBefore'] as const) {
      it(`goes through when the answer is lost (${fault})`, async () => {
        psa.faults.push(fault, fault);
        await undo();
        expect(said()).to.deep.equal(before);
        expect(await remembered()).to.deep.equal(bindings);
      });
    }
  });

  it('can be cut off anywhere and run again', async () => {
    for (let steps = 0; steps < 5; steps += 1) {
      psa = new FakePsa();
      await state[Symbol.asyncDispose]();
      state = await openSqliteState({ path: ':memory:' });
      context = sampleContext(psa, state);
      await push();
      const before = said();
      const bindings = await remembered();
      await push({ ...changed, name: 'Another title' }, [newFile]);
      psa.faults.push(...new Array<undefined>(steps).fill(undefined), 'cancelled');
      const cut = await undo().then(
        () => false,
        () => true,
      );
      psa.faults.length = 0;
      if (cut) await undo();
      expect(said(), `cut off after ${steps}`).to.deep.equal(before);
      expect(await remembered(), `cut off after ${steps}`).to.deep.equal(bindings);
      expect([...psa.attachments.values()].flat()).to.have.length(1);
      if (!cut) return;
    }
    throw new Error('the undo never went through');
  });

  it('that was cut off may be followed by a push, and both are undone together', async () => {
    await push();
    const before = said();
    await push(changed);
    const after = said();
    psa.faults.push('cancelled');
    await errorOf(undo());
    await push(changed);
    expect(said()).to.deep.equal(after);
    await undo();
    expect(said()).to.deep.equal(before);
  });

  it('takes back a push that was cut off and went through when it was run again, as one', async () => {
    psa.faults.push(undefined, undefined, 'cancelled');
    await errorOf(push());
    await push();
    expect(await state.beforeImages.list('main', 'AAAQ1001')).to.have.length(1);
    await undo();
    expect([psa.opportunities.size, psa.quotes.size]).to.deep.equal([0, 0]);
  });

  it('takes back a push that was killed, of which nothing more could be written down', async () => {
    await push();
    const before = said();
    const { beforeImages } = state;
    const put = beforeImages.put.bind(beforeImages);
    let puts = 0;
    beforeImages.put = async (...values) => {
      puts += 1;
      if (puts > 1) throw new Error('killed');
      await put(...values);
    };
    psa.faults.push(undefined, 'cancelled');
    await errorOf(push(changed));
    beforeImages.put = put;
    expect((await state.beforeImages.list('main', 'AAAQ1001'))[0]).not.to.have.property('finishedAt');
    await undo();
    expect(said()).to.deep.equal(before);
    await push(changed);
    await undo();
    expect(said()).to.deep.equal(before);
  });

  it('takes back what the PSA has stored otherwise than it was written', async () => {
    await push();
    const before = said();
    const { quotes } = psa.contactManager;
    if (quotes === undefined) throw new Error('no quotes');
    // A PSA that rounds prices to whole amounts.
    const rounding: NonNullable<ContactManager['quotes']> = {
      ...quotes,
      update: async (...values) => {
        const { id } = await quotes.update(...values);
        editLine('a', { price: '12' });
        return { id, stored: quote() };
      },
    };
    const usual = context;
    context = { ...context, contactManager: { ...psa.contactManager, quotes: rounding } };
    const result = await push({ ...document, lines: [{ ...first, unitPrice: '12.4' }, second] });
    expect(result.proof?.verdict).to.equal('different');
    context = usual;
    expect(warnings(await undo())).to.equal('');
    expect(said()).to.deep.equal(before);
  });

  it('takes back files that were attached by themselves', async () => {
    await push();
    await apply(await planAttachOnly(context, document, { attachments: [newFile] }));
    expect([...psa.attachments.values()].flat()).to.have.length(2);
    const result = await undo();
    expect(result.attachments.map(({ action }) => action)).to.deep.equal(['removed']);
    expect([...psa.attachments.values()].flat()).to.have.length(1);
    expect([psa.opportunities.size, psa.quotes.size]).to.deep.equal([1, 1]);
    expect(
      (await makePlan(context, document, {})).operations.every(({ action }) => action === 'keep'),
    ).to.equal(true);
  });

  it('keeps nothing of a push that wrote nothing', async () => {
    await push();
    await push();
    expect(await state.beforeImages.list('main', 'AAAQ1001')).to.have.length(1);
  });

  it('says that a version of a file which the push deleted cannot come back, and keeps the new one', async () => {
    context = sampleContext(
      psa,
      state,
      samplePolicy({ defaults: { productGroup: 'Hardware' }, attachments: { newVersion: 'replace' } }),
    );
    await push();
    await push(document, [newFile]);
    const [stays] = [...psa.attachments.values()].flat();
    expect(warnings(await undo())).to.contain(
      'The earlier version of quote.pdf was deleted by the push and cannot come back.',
    );
    expect([...psa.attachments.values()].flat()).to.deep.equal([stays]);
    // Neither is taken for what it is not: the new one is there, the earlier one is sent again.
    await push(document, [newFile]);
    expect([...psa.attachments.values()].flat()).to.deep.equal([stays]);
    await push(document, [file]);
    const files = [...psa.attachments.values()].flat();
    expect(files.map(({ marker }) => marker)).not.to.deep.equal([stays?.marker]);
    expect(files).to.have.length(1);
  });

  it('gives an opportunity free that was there before, so that another one can be chosen', async () => {
    const there = { outcome: 'open', title: 'Theirs', clientId: 'c1' } as const;
    psa.opportunities.set('x1', { ...there, id: 'x1' });
    psa.opportunities.set('x2', { ...there, id: 'x2' });
    const pushTo = async (opportunity: string): Promise<PushResult> =>
      apply(await makePlan(context, document, { choices: { opportunity } }));
    await pushTo('x1');
    expect(psa.opportunities.get('x1')).to.include({ marker: 'quotebridge:AAAQ1001' });
    await undo();
    expect(psa.opportunities.get('x1')).to.include({ title: 'Theirs' }).and.not.to.have.property('marker');
    expect((await pushTo('x2')).opportunity?.id).to.equal('x2');
    // As long as the quote stays on it, it has to be found again.
    editLine('a', { note: 'Changed' });
    await undo();
    expect(psa.opportunities.get('x2')).to.include({ marker: 'quotebridge:AAAQ1001' });
  });

  describe('of a conversion that won the opportunity', () => {
    const order: QuoteDocument = {
      ...document,
      number: 'AAAO1001',
      type: 'ORDER',
      convertedFrom: 'AAAQ1001',
    };

    beforeEach(async () => {
      psa.lookups['statuses'] = [{ id: 'w1', name: 'Won' }];
      const policy = samplePolicy({
        defaults: { productGroup: 'Hardware' },
        opportunity: { completeOn: 'order', wonStatus: 'Won' },
      });
      context = sampleContext(psa, state, policy);
      await push();
      const [id = ''] = psa.opportunities.keys();
      psa.opportunities.set(id, {
        ...(psa.opportunities.get(id) ?? { id, outcome: 'open' }),
        statusId: 's4',
      });
      await push(order, []);
      expect(psa.opportunities.get(id)).to.include({ outcome: 'won', statusId: 'w1' });
    });

    it('opens it again, in the status that it had', async () => {
      const result = await undo('AAAO1001');
      const [stored] = psa.opportunities.values();
      expect(stored).to.include({ outcome: 'open', statusId: 's4' });
      expect(result.reopened).to.equal(true);
      // The quote counts again.
      expect((await makePlan(context, document, {})).conflicts).to.deep.equal([]);
    });

    it('leaves it closed in a PSA that opens nothing again', async () => {
      const contactManager = {
        ...psa.contactManager,
        opportunities: without(psa.contactManager.opportunities, 'reopen'),
      };
      context = { ...context, contactManager };
      expect(warnings(await undo('AAAO1001'))).to.match(
        /does not open closed opportunities again: \S+ stays won/,
      );
    });

    it('is asked for by the number of the conversion', async () => {
      const [conflict] = (await plan('AAAQ1001')).conflicts;
      expect(conflict?.message).to.contain('The last push of this family was that of AAAO1001');
    });
  });
});

function without<Port extends object>(port: Port, name: keyof Port): Port {
  return Object.fromEntries(Object.entries(port).filter(([key]) => key !== name)) as Port;
}
