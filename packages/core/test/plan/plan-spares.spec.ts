import { expect } from 'chai';
import { applyPlan } from '../../src/apply/apply-plan.js';
import { operationsByKind } from '../../src/apply/operations-by-kind.js';
import type { ContactManager } from '../../src/contract/contact-manager.js';
import type { QuoteDocument } from '../../src/domain/document.js';
import { opportunityStamp } from '../../src/plan/content-stamp.js';
import { makePlan } from '../../src/plan/make-plan.js';
import type { Plan } from '../../src/plan/plan.js';
import { openSqliteState } from '../../src/state/sqlite/open-sqlite-state.js';
import type { StateStore } from '../../src/state/state-store.js';
import { FakePsa } from '../fakes/fake-psa.js';
import { piecesOf } from '../fakes/pieces-of.js';
import { sampleContext, type SampleContext } from '../fakes/sample-context.js';
import { sampleDocument, sampleLine } from '../samples/sample-document.js';

const day = 24 * 60 * 60 * 1_000;

const document = (name = 'Office'): QuoteDocument =>
  sampleDocument({ name, lines: [sampleLine({ manufacturerPartNumber: 'A1' })] });

describe('an opportunity that was created twice, by two machines of which this one was cut off', () => {
  let psa: FakePsa;
  let state: StateStore;
  let context: SampleContext;
  let kept: string;
  const spare = 'o-spare';

  beforeEach(async () => {
    psa = new FakePsa();
    const elsewhere = await openSqliteState({ path: ':memory:' });
    const other = sampleContext(psa, elsewhere);
    const made = await makePlan(other, document(), {});
    await applyPlan(other, made, options);
    await elsewhere[Symbol.asyncDispose]();
    const [first] = psa.opportunities.values();
    const written = operationsByKind(made).opportunity;
    if (first === undefined || written === undefined) throw new Error('no opportunity');
    kept = first.id;
    const stored = { ...first, stamp: await opportunityStamp(written.image) };
    psa.opportunities.set(kept, stored);
    psa.opportunities.set(spare, { ...stored, id: spare });
    state = await openSqliteState({ path: ':memory:' });
    context = sampleContext(psa, state);
    await cutOff(context.clock.now());
    psa.writes.length = 0;
  });
  afterEach(() => state[Symbol.asyncDispose]());

  const options = { openAttachment: () => piecesOf(new Uint8Array()) };

  async function cutOff(startedAt: number): Promise<void> {
    const intent = { id: 'i', operation: 'opportunity', marker: 'quotebridge:AAAQ1001', startedAt };
    await state.commit('main', 'AAAQ1001', { openIntent: intent });
  }

  const plan = (of: SampleContext = context): Promise<Plan> => makePlan(of, document(), {});
  const removals = ({ operations }: Plan): readonly string[] =>
    operations.flatMap((operation) => (operation.kind === 'removal' ? [operation.id] : []));

  async function expectStays(made: Plan, why: RegExp): Promise<void> {
    expect(made.conflicts).to.deep.equal([]);
    expect(removals(made)).to.deep.equal([]);
    const warning = made.warnings.find(({ message }) => message.includes('twice'));
    expect(warning?.message).to.match(why).and.to.contain(kept);
    expect(warning?.next).to.contain(spare);
    await applyPlan(context, made, options);
    expect(psa.opportunities.has(spare)).to.equal(true);
  }

  it('goes, and the first is used; the plan says so, and making it deletes nothing', async () => {
    const made = await plan();
    expect(psa.writes).to.deep.equal([]);
    expect(removals(made)).to.deep.equal([spare]);
    expect(made.basis.map(({ id }) => id)).to.include(spare);
    const { opportunity, issues } = await applyPlan(context, made, options);
    expect(opportunity?.id).to.equal(kept);
    expect(issues.map(({ about }) => about)).not.to.include('opportunity');
    expect([...psa.opportunities.keys()]).to.deep.equal([kept]);
  });

  it('goes when the answer to its deletion is lost', async () => {
    psa.faults.push('lostAfter');
    await applyPlan(context, await plan(), options);
    expect([...psa.opportunities.keys()]).to.deep.equal([kept]);
  });

  it('stays when somebody has changed it', async () => {
    const stored = psa.opportunities.get(spare);
    if (stored !== undefined) psa.opportunities.set(spare, { ...stored, title: 'Mine' });
    await expectStays(await plan(), /does not say/);
  });

  it('stays when the document is another one by now', async () => {
    const made = await makePlan(context, document('Another'), {});
    await expectStays(made, /does not say/);
  });

  it('stays when others have used it, also when that was after the plan was made', async () => {
    const made = await plan();
    psa.addedByOthers.set(spare, ['2 actions']);
    await expectStays(await plan(), /2 actions/);
    const { issues } = await applyPlan(context, made, options);
    expect(psa.opportunities.has(spare)).to.equal(true);
    expect(issues.flatMap(({ next }) => next ?? [])).to.deep.equal([
      `Delete the opportunity ${spare} in the PSA.`,
    ]);
  });

  it('stays when a quote of ours is on it', async () => {
    const [quote] = psa.quotes.values();
    if (quote !== undefined) psa.quotes.set('q-spare', { ...quote, id: 'q-spare', opportunityId: spare });
    await expectStays(await plan(), /q-spare is on it/);
  });

  it('stays when it was created more than a day ago', async () => {
    await state.commit('main', 'AAAQ1001', { closeIntents: ['i'] });
    await cutOff(context.clock.now() - day - 1);
    await expectStays(await plan(), /a day ago/);
  });

  it('stays where the connection may not delete it, or does not know what others have added', async () => {
    const port = psa.contactManager;
    const missing = { about: 'a', message: 'm', next: 'n' };
    const without = (name: string): ContactManager['opportunities'] =>
      Object.fromEntries(
        Object.entries(port.opportunities).filter(([own]) => own !== name),
      ) as unknown as ContactManager['opportunities'];
    const managers: readonly (readonly [ContactManager, RegExp])[] = [
      [{ ...port, opportunities: without('remove') }, /does not let/],
      [{ ...port, opportunities: without('addedByOthers') }, /does not tell/],
      [
        {
          ...port,
          missingPermissions: async (writes) => (writes.includes('opportunityRemoval') ? [missing] : []),
        },
        /does not permit/,
      ],
    ];
    for (const [manager, why] of managers) {
      const made = await plan(sampleContext(psa, state, context.policy, manager));
      expect(removals(made)).to.deep.equal([]);
      expect(made.conflicts).to.deep.equal([]);
      expect(made.warnings.map(({ message }) => message).join()).to.match(why);
    }
  });
});
