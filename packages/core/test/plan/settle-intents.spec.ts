import { expect } from 'chai';
import { settleIntents } from '../../src/plan/settle-intents.js';
import { openSqliteState } from '../../src/state/sqlite/open-sqlite-state.js';
import { errorOf } from '../fakes/error-of.js';
import { FakePsa } from '../fakes/fake-psa.js';
import { sampleContext, type SampleContext } from '../fakes/sample-context.js';

describe('settleIntents', () => {
  let context: SampleContext;
  beforeEach(async () => {
    context = sampleContext(new FakePsa(), await openSqliteState({ path: ':memory:' }));
  });
  afterEach(() => context.state[Symbol.asyncDispose]());

  const intent = (startedAt: number) => ({ id: 'i', operation: 'quote', marker: 'm', startedAt });

  it('waits for nothing when nothing was cut off', async () => {
    await settleIntents(context, []);
    expect(context.clock.slept).to.deep.equal([]);
    expect(context.reports).to.deep.equal([]);
  });

  it('gives the latest request two seconds from when it was sent, and says so', async () => {
    const now = context.clock.now();
    await settleIntents(context, [intent(now - 5_000), intent(now - 500), intent(now - 900)]);
    expect(context.clock.slept).to.deep.equal([1_500]);
    expect(context.reports[0]).to.contain('cut off');
  });

  it('does not wait for an old one', async () => {
    await settleIntents(context, [intent(context.clock.now() - 2_000)]);
    expect(context.clock.slept).to.deep.equal([]);
  });

  it('waits two seconds at most, whatever clock the other machine has', async () => {
    await settleIntents(context, [intent(context.clock.now() + 3_600_000)]);
    expect(context.clock.slept).to.deep.equal([2_000]);
  });

  it('stops when it is cancelled', async () => {
    const stopped = { ...context, signal: AbortSignal.abort() };
    expect((await errorOf(settleIntents(stopped, [intent(context.clock.now())]))).code).to.equal('cancelled');
  });
});
