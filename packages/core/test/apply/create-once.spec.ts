import { expect } from 'chai';
import { createOnce, isUnclear } from '../../src/apply/create-once.js';
import { updateSurely } from '../../src/apply/update-surely.js';
import { QuotebridgeError } from '../../src/errors/quotebridge-error.js';
import { openSqliteState } from '../../src/state/sqlite/open-sqlite-state.js';
import type { StateStore } from '../../src/state/state-store.js';
import { errorOf } from '../fakes/error-of.js';
import { FakePsa, faultError, type Fault } from '../fakes/fake-psa.js';
import { sampleApplyContext, sampleContext, type SampleContext } from '../fakes/sample-context.js';

describe('createOnce', () => {
  let state: StateStore;
  let context: SampleContext;
  let records: string[];
  let faults: Fault[];
  let creates: number;

  beforeEach(async () => {
    state = await openSqliteState({ path: ':memory:' });
    context = sampleContext(new FakePsa(), state);
    records = [];
    faults = [];
    creates = 0;
  });
  afterEach(() => state[Symbol.asyncDispose]());

  function run(
    find = async (): Promise<string | undefined> => records[0],
  ): ReturnType<typeof createOnce<string>> {
    return createOnce(sampleApplyContext(context), {
      operation: 'quote',
      marker: 'm',
      create: async () => {
        creates += 1;
        const intents = await state.pendingIntents('main', 'Q1');
        expect(intents.map(({ operation, marker }) => `${operation} ${marker}`)).to.deep.equal(['quote m']);
        const fault = faults.shift();
        if (fault !== undefined && fault !== 'lostAfter') throw faultError(fault);
        records.push(`r${creates}`);
        if (fault !== undefined) throw faultError(fault);
        return `r${creates}`;
      },
      find,
    });
  }

  const pending = async (): Promise<number> => (await state.pendingIntents('main', 'Q1')).length;

  it('writes the intent down before it creates, and leaves it open until the record is bound', async () => {
    expect(await run()).to.include({ created: 'r1', found: false });
    expect(await pending()).to.equal(1);
  });

  it('finds what was created although the answer was lost', async () => {
    faults = ['lostAfter'];
    expect(await run()).to.include({ created: 'r1', found: true });
    expect(records).to.deep.equal(['r1']);
  });

  it('creates again when nothing arrived', async () => {
    faults = ['lostBefore', 'lostBefore'];
    expect(await run()).to.include({ created: 'r3', found: false });
    expect(records).to.deep.equal(['r3']);
  });

  it('gives what was cut off the time to arrive before it creates again', async () => {
    faults = ['lostBefore'];
    let asked = 0;
    const late = async (): Promise<string | undefined> => {
      asked += 1;
      return asked === 3 ? 'late' : undefined;
    };
    expect(await run(late)).to.include({ created: 'late', found: true });
    expect(creates).to.equal(1);
    expect(context.clock.slept).to.deep.equal([250, 1_000, 2_000]);
  });

  it('closes the intent when the PSA refuses', async () => {
    faults = ['rejected'];
    expect((await errorOf(run())).code).to.equal('remote.rejected');
    expect(await pending()).to.equal(0);
  });

  it('keeps the intent when it is cancelled, when it gives up, and when looking it up fails', async () => {
    faults = ['cancelled'];
    expect((await errorOf(run())).code).to.equal('cancelled');
    expect(await pending()).to.equal(1);
    await state.commit('main', 'Q1', {
      closeIntents: (await state.pendingIntents('main', 'Q1')).map(({ id }) => id),
    });
    faults = ['lostBefore', 'lostBefore', 'lostBefore', 'lostBefore'];
    expect((await errorOf(run())).code).to.equal('remote.unavailable');
    expect(creates).to.equal(5);
    expect(await pending()).to.equal(1);
  });

  it('does not create again while it cannot look', async () => {
    faults = ['lostBefore'];
    const blind = (): Promise<never> => Promise.reject(faultError('lostBefore'));
    expect((await errorOf(run(blind))).code).to.equal('remote.unavailable');
    expect(creates).to.equal(1);
    expect(await pending()).to.equal(1);
  });
});

describe('isUnclear', () => {
  it('tells an answer that leaves doubt from one that does not', () => {
    const error = (
      code: 'remote.unavailable' | 'remote.unexpected' | 'remote.rejected' | 'cancelled',
      arrived?: 'no' | 'unknown',
    ) => new QuotebridgeError(code, 'x', arrived === undefined ? {} : { arrived });
    expect(isUnclear(error('remote.unavailable'))).to.equal(true);
    expect(isUnclear(error('remote.unavailable', 'unknown'))).to.equal(true);
    expect(isUnclear(error('remote.unavailable', 'no'))).to.equal(false);
    expect(isUnclear(error('remote.unexpected'))).to.equal(true);
    expect(isUnclear(error('remote.rejected'))).to.equal(false);
    expect(isUnclear(error('cancelled'))).to.equal(false);
    expect(isUnclear(new Error('x'))).to.equal(false);
  });
});

describe('updateSurely', () => {
  let context: SampleContext;
  let state: StateStore;
  beforeEach(async () => {
    state = await openSqliteState({ path: ':memory:' });
    context = sampleContext(new FakePsa(), state);
  });
  afterEach(() => state[Symbol.asyncDispose]());

  async function attempts(...faults: Fault[]): Promise<{ count: number; code: string }> {
    let count = 0;
    const work = updateSurely(sampleApplyContext(context), async () => {
      count += 1;
      const fault = faults.shift();
      if (fault !== undefined) throw faultError(fault);
      return 'done';
    });
    const code = await work.catch((error: unknown) => (error as QuotebridgeError).code);
    return { count, code };
  }

  it('sends the same change again after an unclear answer, three times in all', async () => {
    expect(await attempts('lostBefore', 'lostAfter')).to.deep.equal({ count: 3, code: 'done' });
    expect(await attempts('lostBefore', 'lostBefore', 'lostBefore')).to.deep.equal({
      count: 3,
      code: 'remote.unavailable',
    });
  });

  it('does not send again what the PSA refuses', async () => {
    expect(await attempts('rejected')).to.deep.equal({ count: 1, code: 'remote.rejected' });
  });
});
