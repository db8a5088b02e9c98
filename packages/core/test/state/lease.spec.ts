import { expect } from 'chai';
import { systemClock } from '../../src/base/system-clock.js';
import { withLease, type LeaseOptions } from '../../src/state/lease.js';
import { openSqliteState } from '../../src/state/sqlite/open-sqlite-state.js';
import type { StateStore } from '../../src/state/state-store.js';
import { errorOf } from '../fakes/error-of.js';
import { ManualClock } from '../fakes/manual-clock.js';

describe('withLease', () => {
  let state: StateStore;
  let waits: string[];

  beforeEach(async () => {
    state = await openSqliteState({ path: ':memory:' });
    waits = [];
  });
  afterEach(() => state[Symbol.asyncDispose]());

  function options(owner: string, over: Partial<LeaseOptions> = {}): LeaseOptions {
    return { state, name: 'doc', owner, clock: systemClock, onWait: () => waits.push(owner), ...over };
  }

  it('lets the second wait for the first, and tells it once', async () => {
    const order: string[] = [];
    let finish = (): void => undefined;
    const first = withLease(options('a'), async () => {
      order.push('a starts');
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      order.push('a ends');
    });
    await systemClock.sleep(10);
    const second = withLease(options('b'), async () => void order.push('b starts'));
    await systemClock.sleep(450);
    finish();
    await Promise.all([first, second]);
    expect(order).to.deep.equal(['a starts', 'a ends', 'b starts']);
    expect(waits).to.deep.equal(['b']);
  });

  it('lets documents that are not the same go at once', async () => {
    await withLease(options('a'), () => withLease(options('b', { name: 'another' }), async () => undefined));
    expect(waits).to.deep.equal([]);
  });

  it('gives back what the work gives, and releases', async () => {
    expect(await withLease(options('a'), async () => 7)).to.equal(7);
    expect(await state.takeLease('doc', 'b', Date.now() + 1_000, Date.now())).to.equal(true);
  });

  it('releases when the work fails, and passes the error on', async () => {
    const failed: unknown = await withLease(options('a'), () => Promise.reject(new Error('no'))).catch(
      (error: unknown) => error,
    );
    expect(failed).to.have.property('message', 'no');
    expect(await state.takeLease('doc', 'b', Date.now() + 1_000, Date.now())).to.equal(true);
  });

  it('stops waiting when it is cancelled, and takes nothing', async () => {
    await state.takeLease('doc', 'a', Date.now() + 60_000, Date.now());
    const stop = new AbortController();
    let worked = false;
    const waiting = errorOf(
      withLease(options('b', { signal: stop.signal }), async () => {
        worked = true;
      }),
    );
    await systemClock.sleep(20);
    stop.abort();
    expect((await waiting).code).to.equal('cancelled');
    expect(worked).to.equal(false);
  });

  it('renews while the work goes on', async () => {
    const clock = new ManualClock();
    await withLease(options('a', { clock }), async () => {
      for (let round = 0; round < 20 && clock.slept.length < 6; round += 1)
        await new Promise((resolve) => setTimeout(resolve, 2));
      expect(await state.takeLease('doc', 'b', clock.now() + 1_000, clock.now())).to.equal(false);
    });
    expect(clock.slept.length).to.be.at.least(6);
  });

  it('tells the work by its signal when another one has taken over', async () => {
    const clock = new ManualClock();
    const aborted = await withLease(options('a', { clock }), async (signal) => {
      await state.releaseLease('doc', 'a');
      await state.takeLease('doc', 'b', clock.now() + 10_000_000, clock.now());
      for (let round = 0; round < 500 && !signal.aborted; round += 1)
        await new Promise((resolve) => setTimeout(resolve, 1));
      return signal.aborted;
    });
    expect(aborted).to.equal(true);
    expect(await state.takeLease('doc', 'a', clock.now() + 1, clock.now())).to.equal(false);
  });
});
