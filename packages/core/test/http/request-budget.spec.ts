import { expect } from 'chai';
import { parseLimit, RequestBudget } from '../../src/http/request-budget.js';
import { openSqliteState } from '../../src/state/sqlite/open-sqlite-state.js';
import type { StateStore } from '../../src/state/state-store.js';
import { errorOf } from '../fakes/error-of.js';
import { ManualClock } from '../fakes/manual-clock.js';

describe('parseLimit', () => {
  const minute = 60_000;
  const known: readonly (readonly [string, number, number])[] = [
    ['You have exceeded the limit of 700 requests per 5 minutes', 700, 5 * minute],
    ['limit of 500 requests in 3 minutes', 500, 3 * minute],
    ['You have exceeded the number of requests: 700 requests per 5 minutes.', 700, 5 * minute],
    ['{"error":"API limit: 1,200 API calls every 10 minutes"}', 1_200, 10 * minute],
    ['300 requests per minute', 300, minute],
    ['Only 20 Requests are allowed in each 1-minute window', 20, minute],
    ['10 calls per second', 10, 1_000],
    ['5000 requests / 24 hours', 5_000, 24 * 60 * minute],
    ['0 requests left. Limit: 700 requests per 5 minutes', 700, 5 * minute],
  ];
  for (const [text, requests, windowMilliseconds] of known) {
    it(`reads “${text}”`, () => {
      expect(parseLimit(text)).to.deep.equal({ requests, windowMilliseconds });
    });
  }

  for (const text of [
    '',
    'Too many requests',
    'Please wait 5 minutes',
    '0 requests per 5 minutes',
    '700 requests per 0 minutes',
    'You made 701 requests. Try again in 12 seconds',
    'You have made 701 requests, wait 12 seconds',
    'Status 429; retry in 300 seconds',
  ]) {
    it(`learns nothing from “${text}”`, () => {
      expect(parseLimit(text)).to.equal(undefined);
    });
  }
});

describe('RequestBudget', () => {
  let state: StateStore;
  let clock: ManualClock;

  beforeEach(async () => {
    state = await openSqliteState({ path: ':memory:' });
    clock = new ManualClock();
  });
  afterEach(() => state[Symbol.asyncDispose]());

  async function takeMany(budget: RequestBudget, count: number): Promise<void> {
    for (let taken = 0; taken < count; taken += 1) await budget.take();
  }

  it('lets 300 requests go in five minutes and then waits until the first is out of the window', async () => {
    const budget = new RequestBudget(state, 'main', clock);
    await takeMany(budget, 300);
    expect(clock.slept).to.deep.equal([]);
    clock.advance(60_000);
    await budget.take();
    expect(clock.slept).to.deep.equal([240_000]);
  });

  it('is shared by two clients of one state', async () => {
    const one = new RequestBudget(state, 'main', clock);
    const two = new RequestBudget(state, 'main', clock);
    await takeMany(one, 150);
    await takeMany(two, 150);
    expect(clock.slept).to.deep.equal([]);
    await two.take();
    expect(clock.slept).to.deep.equal([300_000]);
  });

  it('is not shared between connections', async () => {
    await takeMany(new RequestBudget(state, 'main', clock), 300);
    await new RequestBudget(state, 'other', clock).take();
    expect(clock.slept).to.deep.equal([]);
  });

  it('learns the real figure from a refusal and remembers it for others', async () => {
    await new RequestBudget(state, 'main', clock).learn('limit of 3 requests per 1 minute');
    const other = new RequestBudget(state, 'main', clock);
    await takeMany(other, 3);
    expect(clock.slept).to.deep.equal([]);
    await other.take();
    expect(clock.slept).to.deep.equal([60_000]);
  });

  it('heeds at once what another client has learnt meanwhile', async () => {
    const one = new RequestBudget(state, 'main', clock);
    const two = new RequestBudget(state, 'main', clock);
    await two.take();
    await one.learn('limit of 2 requests per 1 minute');
    await two.take();
    await two.take();
    expect(clock.slept).to.deep.equal([60_000]);
  });

  it('keeps what it knows when a refusal says nothing', async () => {
    const budget = new RequestBudget(state, 'main', clock);
    await budget.learn('limit of 1 request per 1 minute');
    await budget.learn('Too many requests');
    await takeMany(budget, 2);
    expect(clock.slept).to.deep.equal([60_000]);
  });

  it('falls back to the cautious figure when what is remembered is damaged', async () => {
    await state.putCached('main', 'request-limit', { requests: 'many' }, clock.now() + 1_000);
    await takeMany(new RequestBudget(state, 'main', clock), 300);
    expect(clock.slept).to.deep.equal([]);
  });

  it('does not wait for hours after the clock was set back', async () => {
    const budget = new RequestBudget(state, 'main', clock);
    await takeMany(budget, 300);
    clock.advance(-24 * 3_600_000);
    await budget.take();
    expect(clock.slept.reduce((sum, slept) => sum + slept, 0)).to.be.at.most(300_000);
  });

  it('stops waiting when it is cancelled', async () => {
    const budget = new RequestBudget(state, 'main', clock);
    await takeMany(budget, 300);
    const error = await errorOf(budget.take(AbortSignal.abort()));
    expect(error.code).to.equal('cancelled');
  });
});
