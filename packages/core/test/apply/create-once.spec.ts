import { expect } from 'chai';
import { createOnce, isUnclear, type CreatedOnce, type Creation } from '../../src/apply/create-once.js';
import type { PushIssue } from '../../src/apply/push-result.js';
import { updateSurely } from '../../src/apply/update-surely.js';
import { QuotebridgeError } from '../../src/errors/quotebridge-error.js';
import { openSqliteState } from '../../src/state/sqlite/open-sqlite-state.js';
import type { StateStore } from '../../src/state/state-store.js';
import { errorOf } from '../fakes/error-of.js';
import { FakePsa, faultError, type Fault } from '../fakes/fake-psa.js';
import { sampleApplyContext, sampleContext, type SampleContext } from '../fakes/sample-context.js';

interface Record {
  readonly id: string;
}

describe('createOnce', () => {
  let state: StateStore;
  let context: SampleContext;
  let records: Record[];
  let faults: Fault[];
  let creates: number;
  let notices: PushIssue[];
  /** What another machine does right before our create arrives, and right after. */
  let other: { before?: () => void; after?: () => void };

  beforeEach(async () => {
    state = await openSqliteState({ path: ':memory:' });
    context = sampleContext(new FakePsa(), state);
    records = [];
    faults = [];
    creates = 0;
    notices = [];
    other = {};
  });
  afterEach(() => state[Symbol.asyncDispose]());

  async function run(over: Partial<Creation<Record>> = {}): Promise<CreatedOnce<Record>> {
    await settle();
    const notice = (issue: PushIssue): void => void notices.push(issue);
    return createOnce<Record>(
      { ...sampleApplyContext(context), notice },
      {
        operation: 'quote',
        marker: 'm',
        create: async () => {
          creates += 1;
          const intents = await state.pendingIntents('main', 'Q1');
          expect(intents.map(({ operation, marker }) => `${operation} ${marker}`)).to.deep.equal(['quote m']);
          const fault = faults.shift();
          if (fault !== undefined && fault !== 'lostAfter') throw faultError(fault);
          other.before?.();
          const record = { id: `r${creates}` };
          records.push(record);
          other.after?.();
          if (fault !== undefined) throw faultError(fault);
          return record;
        },
        find: async () => records,
        remove: async (id) => {
          records = records.filter((record) => record.id !== id);
        },
        ...over,
      },
    );
  }

  /** As the commit does that binds what was created. */
  async function settle(): Promise<void> {
    const intents = await state.pendingIntents('main', 'Q1');
    await state.commit('main', 'Q1', { closeIntents: intents.map(({ id }) => id) });
  }

  const ended = ({ record, from }: CreatedOnce<Record>): string => `${from} ${record.id}`;
  const ids = (): readonly string[] => records.map(({ id }) => id);
  const pending = async (): Promise<number> => (await state.pendingIntents('main', 'Q1')).length;

  it('writes the intent down before it creates, and leaves it open until the record is bound', async () => {
    expect(ended(await run())).to.equal('created r1');
    expect(await pending()).to.equal(1);
  });

  it('keeps its own when it was first, and leaves the other one to its machine', async () => {
    other.after = () => void records.push({ id: 'theirs' });
    expect(ended(await run())).to.equal('created r1');
    expect(ids()).to.deep.equal(['r1', 'theirs']);
  });

  it('deletes its own when another machine was first, and goes on with that one', async () => {
    other.before = () => void records.push({ id: 'theirs' });
    expect(ended(await run())).to.equal('found theirs');
    expect(ids()).to.deep.equal(['theirs']);
    expect(notices).to.deep.equal([]);
  });

  it('goes on with the first when its own has been deleted for it', async () => {
    other.after = () => void (records = [{ id: 'theirs' }]);
    expect(ended(await run())).to.equal('found theirs');
  });

  it('believes the answer of a PSA whose list is late', async () => {
    expect(ended(await run({ find: async () => [] }))).to.equal('created r1');
  });

  it('names the one that it may not delete, and goes on with the first', async () => {
    other.before = () => void records.push({ id: 'theirs' });
    const refusing = (): Promise<never> =>
      Promise.reject(
        new QuotebridgeError('permission.missing', 'HaloPSA does not permit deleting the quote.'),
      );
    expect(ended(await run({ remove: refusing }))).to.equal('found theirs');
    expect(notices[0]).to.include({ level: 'warning', about: 'quote', code: 'permission.missing' });
    expect(notices[0]?.message).to.contain('r1').and.to.contain('theirs').and.to.contain('does not permit');
    expect(notices[0]?.next).to.equal('Delete the quote r1 in the PSA.');
    records = [];
    expect(ended(await run({ remove: undefined }))).to.equal('found theirs');
    expect(notices).to.have.length(2);
  });

  it('looks first when it is known that another machine is pushing the same', async () => {
    records = [{ id: 'theirs' }];
    expect(ended(await run({ lookFirst: true }))).to.equal('found theirs');
    expect(creates).to.equal(0);
    records = [];
    expect(ended(await run({ lookFirst: true }))).to.equal('created r1');
  });

  it('finds what was created although the answer was lost', async () => {
    faults = ['lostAfter'];
    expect(ended(await run())).to.equal('found r1');
    expect(ids()).to.deep.equal(['r1']);
  });

  it('lets the other machine delete its own when the answer was lost, else deletes all but the first', async () => {
    faults = ['lostAfter'];
    other.after = () => void records.push({ id: 'theirs' });
    let asked = 0;
    const clearing = async (): Promise<readonly Record[]> => {
      asked += 1;
      if (asked === 2) records = records.filter(({ id }) => id !== 'theirs');
      return records;
    };
    expect(ended(await run({ find: clearing }))).to.equal('found r1');
    records = [];
    faults = ['lostAfter'];
    expect(ended(await run())).to.equal('found r2');
    expect(ids()).to.deep.equal(['r2']);
  });

  it('creates again when nothing arrived', async () => {
    faults = ['lostBefore', 'lostBefore'];
    expect(ended(await run())).to.equal('created r3');
    expect(ids()).to.deep.equal(['r3']);
  });

  it('gives what was cut off the time to arrive before it creates again', async () => {
    faults = ['lostBefore'];
    let asked = 0;
    const late = async (): Promise<readonly Record[]> => {
      asked += 1;
      return asked === 3 ? [{ id: 'late' }] : [];
    };
    expect(ended(await run({ find: late }))).to.equal('found late');
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
    faults = ['lostBefore', 'lostBefore', 'lostBefore', 'lostBefore'];
    expect((await errorOf(run())).code).to.equal('remote.unavailable');
    expect(creates).to.equal(5);
    expect(await pending()).to.equal(1);
  });

  it('does not create again while it cannot look, and neither when the look at other machines fails', async () => {
    const blind = (): Promise<never> => Promise.reject(faultError('lostBefore'));
    faults = ['lostBefore'];
    expect((await errorOf(run({ find: blind }))).code).to.equal('remote.unavailable');
    expect(creates).to.equal(1);
    expect(await pending()).to.equal(1);
    expect((await errorOf(run({ find: blind }))).code).to.equal('remote.unavailable');
    expect(ids()).to.deep.equal(['r2']);
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
