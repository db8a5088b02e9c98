import { expect } from 'chai';
import { applyPlan } from '../../src/apply/apply-plan.js';
import type { PushResult } from '../../src/apply/push-result.js';
import { verifyBasis } from '../../src/apply/verify-basis.js';
import type { QuoteDocument } from '../../src/domain/document.js';
import type { AttachmentInput } from '../../src/engine/engine-types.js';
import type { ContactManager } from '../../src/contract/contact-manager.js';
import type { StoredQuote } from '../../src/contract/records.js';
import { round } from '../../src/domain/decimal.js';
import { QuotebridgeError } from '../../src/errors/quotebridge-error.js';
import { makePlan } from '../../src/plan/make-plan.js';
import type { PlanContext } from '../../src/plan/plan-context.js';
import type { Plan } from '../../src/plan/plan.js';
import { openSqliteState } from '../../src/state/sqlite/open-sqlite-state.js';
import type { StateStore } from '../../src/state/state-store.js';
import { errorOf } from '../fakes/error-of.js';
import { FakePsa, type Fault } from '../fakes/fake-psa.js';
import { piecesOf } from '../fakes/pieces-of.js';
import { sampleContext, samplePlan, type SampleContext } from '../fakes/sample-context.js';
import { samplePolicy } from '../samples/sample-policy.js';
import { sampleDocument, sampleLine } from '../samples/sample-document.js';

const content = new TextEncoder().encode('%PDF');
const file: AttachmentInput = {
  name: 'quote.pdf',
  mediaType: 'application/pdf',
  location: 'quote.pdf',
  size: content.length,
  open: () => piecesOf(content),
};

const document = sampleDocument({
  lines: [
    sampleLine({ key: 'a', manufacturerPartNumber: 'A1', description: 'First' }),
    sampleLine({
      key: 'b',
      manufacturerPartNumber: 'B1',
      description: 'Second',
      unitPrice: '5.55',
      quantity: '3',
    }),
  ],
});

describe('a push', () => {
  let psa: FakePsa;
  let state: StateStore;
  let context: SampleContext;

  beforeEach(async () => {
    psa = new FakePsa();
    state = await openSqliteState({ path: ':memory:' });
    context = sampleContext(psa, state);
  });
  afterEach(() => state[Symbol.asyncDispose]());

  const plan = (of: QuoteDocument = document): Promise<Plan> =>
    makePlan(context, of, { attachments: [file] });
  const apply = (made: Plan, signal?: AbortSignal): Promise<PushResult> =>
    applyPlan(context, made, {
      openAttachment: file.open,
      ...(signal === undefined ? {} : { signal }),
    });
  const push = async (of?: QuoteDocument): Promise<PushResult> => apply(await plan(of));

  async function forgetState(): Promise<void> {
    await state[Symbol.asyncDispose]();
    state = await openSqliteState({ path: ':memory:' });
    context = sampleContext(psa, state);
  }

  function expectOnce(): void {
    expect(psa.opportunities.size, 'opportunities').to.equal(1);
    expect(psa.quotes.size, 'quotes').to.equal(1);
    expect(psa.items.map(({ numbers }) => numbers[0])).to.have.members(['A1', 'B1']);
    expect([...psa.attachments.values()].flat(), 'attachments').to.have.length(1);
    const [quote] = psa.quotes.values();
    expect(
      quote?.lines?.map(({ key, price, quantity }) => `${key ?? ''} ${quantity ?? ''} × ${price ?? ''}`),
    ).to.deep.equal(['a 1 × 10', 'b 3 × 5.55']);
    expect(quote?.lines?.every(({ itemId }) => typeof itemId === 'string')).to.equal(true);
  }

  it('creates everything once and proves the money', async () => {
    const result = await push();
    expectOnce();
    expect(result.status).to.equal('written');
    expect(result.proof).to.deep.include({
      verdict: 'equal',
      sums: [{ of: 'oneOff', document: '26.65', stored: '26.65' }],
    });
    expect(result.issues.filter(({ level }) => level === 'error')).to.deep.equal([]);
    expect(await state.pendingIntents('main', 'AAAQ1001')).to.deep.equal([]);
  });

  describe('that the PSA refuses in the middle', () => {
    it('says what has been written before, and goes on from there', async () => {
      const { quotes } = psa.contactManager;
      if (quotes === undefined) throw new Error('no quotes');
      const refusal = new QuotebridgeError('permission.missing', 'No quotes.', { next: 'Grant it.' });
      const refusing = { ...quotes, create: () => Promise.reject(refusal) };
      const usual = context;
      context = { ...usual, contactManager: { ...psa.contactManager, quotes: refusing } };
      const error = await errorOf(push());
      const [opportunity] = psa.opportunities.keys();
      expect(error.code).to.equal('permission.missing');
      expect(error.details.next).to.match(/^Grant it\. Done so far: products \S+, \S+ created, /);
      expect(error.details.next).to.contain(`opportunity ${opportunity} created. `);
      expect(error.details.data).to.have.property('done').with.length(2);
      context = usual;
      await push();
      expectOnce();
    });

    it('says nothing of what was done when nothing was', async () => {
      const { items } = psa.contactManager;
      if (items === undefined) throw new Error('no items');
      const refusal = new QuotebridgeError('permission.missing', 'No items.', { next: 'Grant it.' });
      const refusing = { ...items, createMany: () => Promise.reject(refusal) };
      context = { ...context, contactManager: { ...psa.contactManager, items: refusing } };
      expect((await errorOf(push())).details).to.deep.equal({ next: 'Grant it.' });
    });

    it('is not begun when the PSA says beforehand that it permits it not', async () => {
      const asked: string[] = [];
      const contactManager: ContactManager = {
        ...psa.contactManager,
        missingPermissions: async (writes) => {
          asked.push(...writes);
          return [{ about: 'account.scope', message: 'No quotes.', next: 'Grant it.' }];
        },
      };
      context = { ...context, contactManager };
      const { conflicts } = await plan();
      expect(conflicts.map(({ about }) => about)).to.deep.equal(['account.scope']);
      expect(asked).to.have.members(['item', 'opportunity', 'quote', 'attachment']);
      await errorOf(push());
      expect(psa.writes).to.deep.equal([]);
    });
  });

  describe('of a document that states its tax', () => {
    const taxed: QuoteDocument = { ...document, tax: { mode: 'perLine', total: '1.73' } };

    it('reads the quote back when the answer does not show the tax', async () => {
      psa.taxTotal = '1.72';
      const { proof, issues } = await push(taxed);
      expect(proof).to.include({ source: 'readBack', verdict: 'different' });
      expect(issues.map(({ code }) => code)).to.include('proof.mismatch');
    });

    it('says so when the PSA shows no tax at all', async () => {
      const { proof, issues } = await push(taxed);
      expect(proof?.verdict).to.equal('equal');
      expect(issues.map(({ message }) => message).join()).to.include('tax of 1.73 was not compared');
    });
  });

  it('writes nothing the second time', async () => {
    await push();
    const writes = psa.writes.length;
    expect((await push()).status).to.equal('unchanged');
    expect(psa.writes).to.have.length(writes);
    expectOnce();
  });

  it('writes nothing new when the state was lost', async () => {
    await push();
    const writes = psa.writes.length;
    await forgetState();
    await push();
    expect(psa.writes.slice(writes)).to.deep.equal([]);
    expectOnce();
  });

  it('changes one line for one line', async () => {
    await push();
    const [first, ...rest] = document.lines;
    const dearer = { ...document, lines: [sampleLine({ ...first, unitPrice: '11' }), ...rest] };
    const result = await push(dearer);
    expect(result.quote?.lines).to.deep.equal({ created: 0, updated: 1, removed: 0, kept: 1, foreign: 0 });
    expect(result.proof?.verdict).to.equal('equal');
  });

  it('keeps the line of a person through an update', async () => {
    await push();
    const [quote] = psa.quotes.values();
    if (quote === undefined) throw new Error('no quote');
    psa.quotes.set(quote.id, {
      ...quote,
      lines: [...(quote.lines ?? []), { id: 'hers', name: 'Hers', price: '99', quantity: '1', position: 3 }],
    });
    const result = await push({ ...document, purchaseOrder: 'PO-1' });
    expect(result.proof?.verdict).to.equal('equal');
    expect(psa.quotes.get(quote.id)?.lines?.map(({ name }) => name)).to.deep.equal([
      'First',
      'Second',
      'Hers',
    ]);
  });

  it('puts money right that a person changed, although the document is the same', async () => {
    await push();
    const [quote] = psa.quotes.values();
    if (quote === undefined) throw new Error('no quote');
    psa.quotes.set(quote.id, {
      ...quote,
      lines: (quote.lines ?? []).map((line) => ({ ...line, price: '1' })),
    });
    await push();
    expectOnce();
  });

  it('says so when the PSA stored another price, and looks at everything again next time', async () => {
    const port = psa.contactManager.quotes;
    if (port === undefined) throw new Error('no quotes');
    const quotes: typeof port = {
      ...port,
      create: async (...input) => {
        const { id, stored } = await port.create(...input);
        if (stored?.lines === undefined) throw new Error('no lines');
        const cheaper = { ...stored, lines: stored.lines.map((line) => ({ ...line, price: '1' })) };
        psa.quotes.set(id, cheaper);
        return { id, stored: cheaper };
      },
    };
    context = sampleContext(psa, state, undefined, { ...psa.contactManager, quotes });
    const result = await push();
    expect(result.proof?.verdict).to.equal('different');
    expect(result.issues.flatMap(({ code }) => code ?? [])).to.deep.equal(['proof.mismatch']);
    expect((await push()).proof?.verdict).to.equal('equal');
    expectOnce();
  });

  it('takes the answer to a write for the proof only when the PSA has calculated something in it', async () => {
    const port = psa.contactManager.quotes;
    if (port === undefined) throw new Error('no quotes');
    expect((await push()).proof?.source, 'an echo').to.equal('readBack');
    await forgetState();
    psa.quotes.clear();
    const quotes: typeof port = {
      ...port,
      create: async (...input) => {
        const { id, stored } = await port.create(...input);
        return { id, ...(stored === undefined ? {} : { stored: { ...stored, netTotal: '26.65' } }) };
      },
    };
    context = sampleContext(psa, state, undefined, { ...psa.contactManager, quotes });
    const { proof } = await push();
    expect(proof).to.include({ source: 'answer', verdict: 'equal' });
    expect(proof?.sums.at(-1)).to.deep.equal({ of: 'net', document: '26.65', stored: '26.65' });
  });

  describe('into a PSA that rounds unit prices', () => {
    const fine = {
      ...document,
      lines: [sampleLine({ key: 'a', manufacturerPartNumber: 'A1', unitPrice: '0.125', quantity: '3' })],
    };

    /** Every answer and every reading shows prices with two places. */
    function roundPrices(tolerance: string): void {
      const port = psa.contactManager.quotes;
      if (port === undefined) throw new Error('no quotes');
      const rounded = (quote: StoredQuote): StoredQuote => ({
        ...quote,
        lines: (quote.lines ?? []).map((line) => ({ ...line, price: round(line.price ?? '0') })),
      });
      const quotes: typeof port = {
        ...port,
        create: async (...input) => ({ id: (await port.create(...input)).id }),
        update: async (...input) => ({ id: (await port.update(...input)).id }),
        get: async (...input) => {
          const found = await port.get(...input);
          return found === undefined ? undefined : rounded(found);
        },
      };
      const settings = samplePolicy({ defaults: { productGroup: 'Hardware' }, quote: { tolerance } });
      context = sampleContext(psa, state, settings, { ...psa.contactManager, quotes });
    }

    it('takes what it lets pass as another spelling, which is not written again', async () => {
      roundPrices('0.01');
      const result = await push(fine);
      expect(result.proof).to.include({ verdict: 'withinTolerance', source: 'readBack' });
      expect(result.proof?.sums[0]).to.include({ document: '0.38', stored: '0.39' });
      expect((await push(fine)).status).to.equal('unchanged');
      const named = await push({ ...fine, purchaseOrder: 'PO-1' });
      expect(named.quote?.lines).to.include({ kept: 1, updated: 0 });
      expect(named.proof?.verdict).to.equal('withinTolerance');
      expect((await push({ ...fine, purchaseOrder: 'PO-1' })).status).to.equal('unchanged');
    });

    it('writes it again, and fails again, where it does not let it pass', async () => {
      roundPrices('0.00');
      for (let times = 0; times < 2; times += 1) {
        const result = await push(fine);
        expect(result.status).to.equal('written');
        expect(result.issues.flatMap(({ code }) => code ?? [])).to.deep.equal(['proof.mismatch']);
      }
    });
  });

  it('does not let a quote replace an order whose proof has failed', async () => {
    psa.taxTotal = '1.00';
    await push({ ...document, tax: { mode: 'perLine', total: '1.00' } });
    const order = {
      ...document,
      number: 'ORD1',
      type: 'ORDER',
      convertedFrom: document.number,
      tax: { mode: 'perLine', total: '2.00' },
    } as const;
    expect((await push(order)).proof?.verdict).to.equal('different');
    const { conflicts } = await plan({ ...document, tax: { mode: 'perLine', total: '1.00' } });
    expect(conflicts.map(({ message }) => message).join()).to.contain('has become ORD1 (order)');
  });

  it('looks at everything again when a newer version was cut off and the older one comes back', async () => {
    await push();
    const [first, ...rest] = document.lines;
    const dearer = { ...document, lines: [sampleLine({ ...first, unitPrice: '11' }), ...rest] };
    const made = await plan(dearer);
    const port = psa.contactManager.quotes;
    if (port === undefined) throw new Error('no quotes');
    const usual = context;
    const stopped = new AbortController();
    const quotes: typeof port = {
      ...port,
      update: async (...input) => {
        const answer = await port.update(...input);
        stopped.abort(new Error('stopped'));
        return answer;
      },
    };
    context = { ...usual, contactManager: { ...psa.contactManager, quotes } };
    const files = made.operations.map((operation) =>
      operation.kind === 'attachment'
        ? { ...operation, action: 'create' as const, marker: 'another' }
        : operation,
    );
    await apply({ ...made, operations: files }, stopped.signal).catch(() => undefined);
    const [quote] = psa.quotes.values();
    expect(quote?.lines?.[0]?.price).to.equal('11');
    context = usual;
    expect((await push()).status).to.equal('written');
    expect(quote === undefined ? undefined : psa.quotes.get(quote.id)?.lines?.[0]?.price).to.equal('10');
  });

  it('does not forget a difference that it can do nothing about', async () => {
    const port = psa.contactManager.quotes;
    if (port === undefined) throw new Error('no quotes');
    const taxed: typeof port = {
      ...port,
      get: async (id) => {
        const found = await port.get(id);
        return found === undefined ? undefined : { ...found, taxTotal: '1.00' };
      },
      create: async (...input) => ({ id: (await port.create(...input)).id }),
    };
    context = sampleContext(psa, state, undefined, { ...psa.contactManager, quotes: taxed });
    const stated = { ...document, tax: { mode: 'perLine', total: '2' } } as const;
    for (let round = 0; round < 3; round += 1) {
      const result = await push(stated);
      expect(
        result.issues.flatMap(({ code }) => code ?? []),
        `push ${round + 1}`,
      ).to.deep.equal(['proof.mismatch']);
    }
    expect((await push({ ...stated, tax: { mode: 'perLine', total: '1' } })).proof?.verdict).to.equal(
      'equal',
    );
    expectOnce();
  });

  describe('that is cut off', () => {
    const firstPush = ['items', 'opportunity', 'quote', 'attachment'];
    for (const [index, name] of firstPush.entries()) {
      for (const fault of ['lostAfter', 'lostBefore'] as const) {
        it(`creates everything once when the answer about the ${name} is ${fault}`, async () => {
          const made = await plan();
          failAt(index, fault);
          const result = await apply(made);
          expectOnce();
          expect(result.proof?.verdict).to.equal('equal');
        });

        it(`doubles nothing when the process dies after the ${name} was ${fault}`, async () => {
          const made = await plan();
          failAt(index, fault);
          const dying = dyingContext();
          const died: unknown = await applyPlan(dying, made, {
            openAttachment: file.open,
          }).catch((error: unknown) => error);
          expect(died).to.have.property('message', 'the process died');
          await push();
          expectOnce();
        });

        it(`doubles nothing when the process dies so and its state is lost, too (${name}, ${fault})`, async () => {
          const made = await plan();
          failAt(index, fault);
          const dying = dyingContext();
          await applyPlan(dying, made, { openAttachment: file.open }).catch(() => undefined);
          await forgetState();
          await push();
          expectOnce();
        });
      }

      it(`goes on where it stopped when the PSA refused the ${name}`, async () => {
        const made = await plan();
        failAt(index, 'rejected');
        expect((await errorOf(apply(made))).code).to.equal('remote.rejected');
        await push();
        expectOnce();
      });
    }

    /** It dies at the first moment at which it would wait. */
    function dyingContext(): PlanContext {
      const clock = {
        now: () => context.clock.now(),
        sleep: () => Promise.reject(new Error('the process died')),
      };
      return { ...context, clock };
    }

    function failAt(index: number, fault: Fault): void {
      const create = psa.faults.shift.bind(psa.faults);
      let count = 0;
      psa.faults.shift = () => {
        count += 1;
        return count === index + 1 ? fault : create();
      };
    }

    it('doubles no line when the answer about an update that adds one is lost', async () => {
      await push();
      const longer = {
        ...document,
        lines: [
          ...document.lines,
          sampleLine({ key: 'c', manufacturerPartNumber: 'A1', description: 'Third' }),
        ],
      };
      psa.faults.push('lostAfter');
      await push(longer);
      const [quote] = psa.quotes.values();
      expect(quote?.lines?.map(({ key }) => key)).to.deep.equal(['a', 'b', 'c']);
    });

    it('stops between two steps when it is told to, and names what is left', async () => {
      const stop = new AbortController();
      const made = await plan();
      const port = psa.contactManager.opportunities;
      const opportunities: typeof port = {
        ...port,
        create: async (...input) => {
          stop.abort();
          return port.create(...input);
        },
      };
      context = sampleContext(psa, state, undefined, { ...psa.contactManager, opportunities });
      const error = await errorOf(apply(made, stop.signal));
      expect(error.code).to.equal('cancelled');
      expect(error.message).to.contain('the quote, the attachments');
      await push();
      expectOnce();
    });
  });

  describe('with decisions of a person', () => {
    const choices = { opportunity: 'mine', quote: { title: 'My title' } };

    beforeEach(() => {
      psa.opportunities.set('mine', { id: 'mine', title: 'Mine', outcome: 'open', clientId: 'c1' });
    });

    const first = async (): Promise<Plan> => makePlan(context, document, { attachments: [file], choices });

    for (const nth of [0, 1, 2, 3]) {
      it(`is not told them again after it was cut off at write ${nth + 1}`, async () => {
        psa.faults.push(...Array.from({ length: nth }, () => undefined), 'cancelled');
        await errorOf(apply(await first()));
        const again = await push();
        expectOnce();
        expect(again.opportunity?.id).to.equal('mine');
        expect([...psa.quotes.values()][0]?.title).to.equal('My title');
        expect((await push()).status).to.equal('unchanged');
      });
    }

    it('may decide otherwise after it was cut off', async () => {
      psa.faults.push('cancelled');
      await errorOf(apply(await first()));
      const other = { opportunity: 'new', quote: { title: 'Another title' } };
      const made = await makePlan(context, document, { attachments: [file], choices: other });
      expect((await apply(made)).opportunity).to.include({ action: 'created' });
      expect([...psa.quotes.values()][0]?.title).to.equal('Another title');
      expect((await push()).status).to.equal('unchanged');
    });

    it('goes to the opportunity that the document has got by then', async () => {
      psa.faults.push('cancelled');
      await errorOf(apply(await first()));
      psa.opportunities.set('theirs', {
        ...{ id: 'theirs', title: 'Theirs', outcome: 'open', clientId: 'c1' },
        marker: 'quotebridge:AAAQ1001',
      });
      expect((await push()).opportunity?.id).to.equal('theirs');
    });
  });

  it('remembers no family of an order that nothing was written for', async () => {
    const order = { ...document, number: 'AAAO1', type: 'ORDER' as const, convertedFrom: 'AAAQ2' };
    const result = await apply(await makePlan(context, order, {}));
    expect(result).to.deep.include({ status: 'skipped', items: [] });
    expect(await state.familyOf('main', 'AAAO1')).to.equal(undefined);
    const revision = { ...document, number: 'AAAQ2', revisionOf: 'AAAQ1' };
    expect((await push(revision)).document.family).to.equal('AAAQ1');
    expect((await apply(await makePlan(context, order, {}))).document.family).to.equal('AAAQ1');
  });

  it('is through when it is told to stop while the last file is sent', async () => {
    const stop = new AbortController();
    const made = await plan();
    const port = psa.contactManager.attachments;
    if (port === undefined) throw new Error('no attachments');
    const attachments: typeof port = {
      ...port,
      upload: async (...input) => {
        stop.abort();
        return port.upload(...input);
      },
    };
    context = sampleContext(psa, state, undefined, { ...psa.contactManager, attachments });
    expect((await apply(made, stop.signal)).status).to.equal('written');
    expectOnce();
  });

  it('is refused as long as there are conflicts', async () => {
    const conflict = {
      about: 'client',
      message: 'Which?',
      next: 'Choose.',
      candidates: [{ id: '1', name: 'A' }],
    };
    const error = await errorOf(apply(samplePlan({ conflicts: [conflict, conflict] })));
    expect(error.code).to.equal('plan.conflict');
    expect(error.message).to.equal('2 questions are open; nothing was written. The first: Which?');
    expect(error.details.data).to.deep.equal([conflict, conflict]);
    const alone = await errorOf(apply(samplePlan({ conflicts: [conflict] })));
    expect(alone.message).to.equal('Which?');
    expect(alone.details.next).to.equal('Choose.');
    expect(psa.writes).to.deep.equal([]);
  });

  it('is refused when a file has changed since the plan was made', async () => {
    const made = await plan();
    const error = await errorOf(
      applyPlan(context, made, { openAttachment: () => piecesOf(new Uint8Array([1])) }),
    );
    expect(error.code).to.equal('plan.stale');
  });
});

describe('verifyBasis', () => {
  let psa: FakePsa;
  let state: StateStore;
  let context: SampleContext;

  beforeEach(async () => {
    psa = new FakePsa();
    psa.addItem('A1');
    psa.addItem('B1');
    state = await openSqliteState({ path: ':memory:' });
    context = sampleContext(psa, state);
  });
  afterEach(() => state[Symbol.asyncDispose]());

  const plan = (attachments: readonly AttachmentInput[] = [], of = document): Promise<Plan> =>
    makePlan(context, of, { attachments });
  const apply = (made: Plan): Promise<PushResult> => applyPlan(context, made, { openAttachment: file.open });

  const verify = (made: Plan, now?: QuoteDocument): Promise<void> =>
    verifyBasis(context, made, { document: now, openAttachment: file.open });

  async function expectStale(made: Plan, text: string): Promise<void> {
    const error = await errorOf(verify(made));
    expect(error.code).to.equal('plan.stale');
    expect(error.message).to.contain(text);
  }

  it('lets a plan go that nothing has happened to since', async () => {
    await verify(await plan());
    await apply(await plan());
    await verify(await plan([], { ...document, purchaseOrder: 'PO' }));
    expect(psa.opportunities.size).to.equal(1);
  });

  it('refuses to create an opportunity that exists by now, by binding or by marker', async () => {
    const made = await plan();
    await apply(made);
    await expectStale(made, 'exists by now');
    await state.commit('main', 'AAAQ1001', { unbind: [{ kind: 'opportunity', key: 'AAAQ1001' }] });
    await expectStale(made, 'exists by now');
  });

  it('refuses a plan whose records were changed or deleted', async () => {
    await apply(await plan());
    const made = await plan([], { ...document, purchaseOrder: 'PO' });
    const [quote] = psa.quotes.values();
    if (quote === undefined) throw new Error('no quote');
    psa.quotes.set(quote.id, { ...quote, description: 'changed by a person' });
    await expectStale(made, `quote ${quote.id} was changed`);
    psa.quotes.set(quote.id, { ...quote, url: 'https://moved.example' });
    await verify(made);
    psa.quotes.delete(quote.id);
    await expectStale(made, 'no longer in the PSA');
  });

  it('says of a changed record what changed, from what to what', async () => {
    await apply(await plan());
    const made = await plan([], { ...document, purchaseOrder: 'PO' });
    const [quote] = psa.quotes.values();
    if (quote === undefined) throw new Error('no quote');
    const lines = (quote.lines ?? []).map((line, index) =>
      index === 0 ? { ...line, price: '12.34' } : line,
    );
    psa.quotes.set(quote.id, { ...quote, title: 'Hers', lines: lines.slice(0, -1) });
    const error = await errorOf(verify(made));
    const [first, last] = [quote.lines?.[0], quote.lines?.at(-1)];
    expect(error.message)
      .to.contain(`title ${quote.title ?? ''} → Hers`)
      .and.to.contain(`line 1 “${first?.name ?? ''}”, price ${first?.price ?? ''} → 12.34`)
      .and.to.contain(`line ${last?.position ?? ''} “${last?.name ?? ''}” is gone`);
    expect(error.details.faults?.[0]).to.deep.equal({
      at: `quote ${quote.id}, title`,
      value: 'Hers',
      expected: `${quote.title ?? ''}, as when it was planned`,
    });
  });

  it('refuses a plan whose document has changed, and names the values', async () => {
    const made = await plan();
    await verify(made, document);
    const lines = document.lines.map((line, index) => (index === 1 ? { ...line, unitCost: '1.50' } : line));
    const error = await errorOf(verify(made, { ...document, purchaseOrder: 'PO-2', lines }));
    expect(error.code).to.equal('plan.stale');
    expect(error.message)
      .to.contain('The document AAAQ1001 has changed')
      .and.to.contain('purchaseOrder')
      .and.to.contain('→ PO-2')
      .and.to.contain(`line 2 “${document.lines[1]?.description ?? ''}”, unitCost`);
    expect(psa.writes).to.deep.equal([]);
  });

  it('refuses a plan that was made with other settings, and names the page', async () => {
    const made = await plan();
    const settings = { ...context.settings, quote: { freightName: 'Carriage' } };
    const error = await errorOf(verifyBasis({ ...context, settings }, made, { openAttachment: file.open }));
    expect(error.message).to.contain('settings of the connection have changed: quote');
  });

  it('refuses a plan whose file has changed, before anything is written', async () => {
    const made = await plan([file]);
    await verify(made);
    const openAttachment = () => piecesOf(new Uint8Array([1]));
    const error = await errorOf(verifyBasis(context, made, { openAttachment }));
    expect(error.message).to.contain('The file quote.pdf has changed');
  });

  it('names everything that changed at once', async () => {
    await apply(await plan());
    const made = await plan([file], { ...document, purchaseOrder: 'PO' });
    const [quote] = psa.quotes.values();
    if (quote === undefined) throw new Error('no quote');
    psa.quotes.set(quote.id, { ...quote, title: 'Hers' });
    const sources = { document, openAttachment: () => piecesOf(new Uint8Array([1])) };
    const error = await errorOf(verifyBasis(context, made, sources));
    expect(error.message).to.contain('The document').and.to.contain('The file').and.to.contain('The quote');
  });

  it('refuses to create a quote that exists by now', async () => {
    await apply(await plan());
    psa.quotes.clear();
    const made = await plan();
    await apply(made);
    await expectStale(made, 'The quote');
    expect(psa.quotes.size).to.equal(1);
  });

  it('refuses a chosen opportunity when the document has got another one since', async () => {
    psa.opportunities.set('mine', { id: 'mine', title: 'Mine', outcome: 'open', clientId: 'c1' });
    const made = await makePlan(context, document, { choices: { opportunity: 'mine' } });
    await verify(made);
    await apply(await plan());
    await expectStale(made, 'exists by now');
    await state[Symbol.asyncDispose]();
    state = await openSqliteState({ path: ':memory:' });
    context = sampleContext(psa, state);
    await expectStale(made, 'exists by now');
    expect(psa.quotes.size).to.equal(1);
  });

  it('refuses to bring a product up to date that was changed since, and knows it better the next time', async () => {
    const { products } = context.policy;
    const policy = { ...context.policy, products: { ...products, updateExisting: ['price' as const] } };
    context = { ...context, policy };
    const made = await plan();
    await verify(made);
    const index = psa.items.findIndex(({ name }) => name === 'A1');
    const item = psa.items[index];
    if (item === undefined) throw new Error('no item');
    psa.items[index] = { ...item, price: '77' };
    await expectStale(made, 'product A1 was changed');
    const again = await plan();
    expect(again.operations[0]).to.deep.include({ kind: 'itemUpdate', before: { price: '77' } });
    await verify(again);
    psa.items.splice(index, 1);
    await expectStale(again, 'product A1 is no longer');
  });

  it('refuses to upload a file that was uploaded since', async () => {
    await apply(await plan());
    const made = await plan([file]);
    await verify(made);
    await apply(made);
    await expectStale(made, 'quote.pdf was uploaded');
  });

  it('refuses to create a product that exists by now', async () => {
    const made = await plan([], { ...document, lines: [sampleLine({ manufacturerPartNumber: 'C1' })] });
    await verify(made);
    psa.addItem('C1');
    await expectStale(made, 'The product C1');
  });

  it('refuses a plan that was cut off, because what it sent may still be on its way', async () => {
    const made = await plan();
    await cutOff(made);
    await expectStale(made, 'was cut off');
    await verify(await plan());
  });

  it('lets a new plan upload what an earlier push was cut off with', async () => {
    await apply(await plan());
    await cutOff(await plan([file]));
    const made = await plan([file]);
    await verify(made);
    await apply(made);
    expect([...psa.attachments.values()].flat()).to.have.length(1);
  });

  it('leaves a trace of an update that was cut off', async () => {
    await apply(await plan());
    const ordered = { ...document, purchaseOrder: 'PO' };
    psa.faults.push('cancelled');
    await errorOf(apply(await plan([], ordered)));
    expect(await state.pendingIntents('main', 'AAAQ1001')).to.have.length(1);
    await apply(await plan([], ordered));
    expect(await state.pendingIntents('main', 'AAAQ1001')).to.deep.equal([]);
  });

  /** Nothing of it arrives, and no answer either. */
  async function cutOff(made: Plan): Promise<void> {
    psa.faults.push('cancelled');
    await errorOf(apply(made));
  }
});
