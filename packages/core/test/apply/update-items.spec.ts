import { expect } from 'chai';
import { applyPlan } from '../../src/apply/apply-plan.js';
import type { PushResult } from '../../src/apply/push-result.js';
import type { QuoteDocument } from '../../src/domain/document.js';
import { makePlan } from '../../src/plan/make-plan.js';
import { parsePlan } from '../../src/plan/parse-plan.js';
import type { Plan } from '../../src/plan/plan.js';
import { openSqliteState } from '../../src/state/sqlite/open-sqlite-state.js';
import type { StateStore } from '../../src/state/state-store.js';
import { errorOf } from '../fakes/error-of.js';
import { FakePsa } from '../fakes/fake-psa.js';
import { sampleContext, type SampleContext } from '../fakes/sample-context.js';
import { sampleDocument, sampleLine } from '../samples/sample-document.js';
import { samplePolicy } from '../samples/sample-policy.js';

describe('products that are brought up to date', () => {
  let psa: FakePsa;
  let state: StateStore;
  let context: SampleContext;

  beforeEach(async () => {
    psa = new FakePsa();
    psa.addItem('A1', { price: '1' });
    psa.addItem('B1', { price: '1' });
    state = await openSqliteState({ path: ':memory:' });
    const policy = samplePolicy({ products: { updateExisting: ['price'] } });
    context = { ...sampleContext(psa, state), policy };
  });
  afterEach(() => state[Symbol.asyncDispose]());

  const priced = (price: string): QuoteDocument =>
    sampleDocument({
      lines: ['A1', 'B1'].map((number) =>
        sampleLine({ key: number, manufacturerPartNumber: number, unitPrice: price }),
      ),
    });
  const plan = (price: string): Promise<Plan> => makePlan(context, priced(price), {});
  const apply = (made: Plan): Promise<PushResult> =>
    applyPlan(context, made, {
      openAttachment: () => {
        throw new Error('no files');
      },
    });
  const updates = (): readonly string[] => psa.writes.filter((write) => write.startsWith('update 2 items'));
  const prices = (): readonly unknown[] => psa.items.map((item) => item.price);

  it('are written in one call before all else, as the stored plan says', async () => {
    const made = parsePlan(JSON.parse(JSON.stringify(await plan('12.5'))) as unknown, 'plan.json');
    const result = await apply(made);
    expect(psa.writes[0]).to.equal('update 2 items');
    expect(made.requests.expected.write).to.equal(psa.writes.length);
    expect(prices()).to.deep.equal(['12.5', '12.5']);
    expect(result.items.map(({ action }) => action)).to.deep.equal(['updated', 'updated']);
    expect(result.status).to.equal('written');
  });

  it('are remembered as they are now, so that nothing is written again', async () => {
    await apply(await plan('12.5'));
    const cached = await state.itemsByNumber(context.connection, ['A1']);
    expect(cached.get('A1')?.map(({ price }) => price)).to.deep.equal(['12.5']);
    await state.commit(context.connection, 'AAAQ1001', { unbind: [{ kind: 'document', key: 'AAAQ1001' }] });
    await apply(await plan('12.5'));
    expect(updates()).to.have.length(1);
    await apply(await plan('13'));
    expect(updates()).to.have.length(2);
  });

  for (const fault of ['lostBefore', 'lostAfter'] as const) {
    it(`are written again when the answer was ${fault}`, async () => {
      const made = await plan('12.5');
      psa.faults.push(fault);
      await apply(made);
      expect(prices()).to.deep.equal(['12.5', '12.5']);
      expect(updates()).to.have.length(2);
    });
  }

  it('stop the push when the PSA refuses them, before anything else is written', async () => {
    const made = await plan('12.5');
    psa.faults.push('rejected');
    expect((await errorOf(apply(made))).code).to.equal('remote.rejected');
    expect(psa.writes).to.have.length(1);
    await apply(await plan('12.5'));
    expect(prices()).to.deep.equal(['12.5', '12.5']);
  });
});
