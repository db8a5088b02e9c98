import { expect } from 'chai';
import fc from 'fast-check';
import { RequestBudget, type RequestBudgetOptions } from '../../src/http/request-budget.js';
import type { RequestPriority } from '../../src/http/request-rules.js';
import { openSqliteState } from '../../src/state/sqlite/open-sqlite-state.js';
import type { StateStore } from '../../src/state/state-store.js';
import { errorOf } from '../fakes/error-of.js';
import { ManualClock } from '../fakes/manual-clock.js';
import { ThrottlingServer, type ThrottlingOptions } from '../fakes/throttling-server.js';

const backOffMilliseconds = 5_000;

describe('RequestBudget', () => {
  let state: StateStore;
  let clock: ManualClock;

  beforeEach(async () => {
    state = await openSqliteState({ path: ':memory:' });
    clock = new ManualClock();
  });
  afterEach(() => state[Symbol.asyncDispose]());

  function budgetOf(options: Partial<RequestBudgetOptions> = {}): RequestBudget {
    return new RequestBudget({
      requests: state.requests,
      connection: 'main',
      clock,
      policy: { reserve: 0.2 },
      ...options,
    });
  }

  async function takeMany(budget: RequestBudget, count: number): Promise<void> {
    for (let taken = 0; taken < count; taken += 1) budget.answered(await budget.take());
  }

  async function refuse(budget: RequestBudget, text: string, retryAfterMilliseconds?: number): Promise<void> {
    const { id } = await budget.take();
    await budget.refused({
      id,
      text,
      backOffMilliseconds,
      ...(retryAfterMilliseconds === undefined ? {} : { retryAfterMilliseconds }),
    });
  }

  /** Milliseconds that one more request waits. */
  async function waitOf(budget: RequestBudget): Promise<number> {
    const from = clock.slept.length;
    budget.answered(await budget.take());
    return clock.slept.slice(from).reduce((sum, slept) => sum + slept, 0);
  }

  it('lets 300 requests go in five minutes and then waits until the first is out of the window', async () => {
    const budget = budgetOf();
    await takeMany(budget, 300);
    expect(clock.slept).to.deep.equal([]);
    clock.advance(60_000);
    expect(await waitOf(budget)).to.be.within(240_000, 241_000);
  });

  it('is shared by two clients of one state, and not between connections', async () => {
    const one = budgetOf();
    const two = budgetOf();
    await takeMany(one, 150);
    await takeMany(two, 150);
    await takeMany(budgetOf({ connection: 'other' }), 300);
    expect(clock.slept).to.deep.equal([]);
    expect(await waitOf(two)).to.be.within(300_000, 301_000);
  });

  it('keeps to what the settings say instead', async () => {
    const limit = { requests: 3, windowMilliseconds: 10_000 };
    const budget = budgetOf({ policy: { limit, reserve: 0 } });
    await takeMany(budget, 3);
    expect(await waitOf(budget)).to.be.within(10_000, 10_100);
  });

  it('counts a request from its answer on: the server may have counted it as late as that', async () => {
    const limit = { requests: 1, windowMilliseconds: 10_000 };
    const budget = budgetOf({ policy: { limit, reserve: 0 } });
    const ticket = await budget.take();
    clock.advance(4_000);
    budget.answered(ticket);
    expect(await waitOf(budget)).to.be.within(10_000, 10_100);
  });

  it('does not wait for hours after the clock was set back', async () => {
    const budget = budgetOf();
    await takeMany(budget, 300);
    clock.advance(-24 * 3_600_000);
    expect(await waitOf(budget)).to.equal(0);
  });

  it('stops waiting when it is cancelled', async () => {
    const budget = budgetOf();
    await takeMany(budget, 300);
    expect((await errorOf(budget.take(AbortSignal.abort()))).code).to.equal('cancelled');
  });

  describe('people and bulk work', () => {
    it('bulk work leaves a fifth to people', async () => {
      await takeMany(budgetOf({ priority: 'bulk' }), 240);
      expect(clock.slept).to.deep.equal([]);
      await takeMany(budgetOf(), 60);
      expect(clock.slept).to.deep.equal([]);
      expect(await waitOf(budgetOf({ priority: 'bulk' }))).to.be.at.least(300_000);
    });

    it('bulk work lets somebody go first who waits for a person', async () => {
      const limit = { requests: 10, windowMilliseconds: 10_000 };
      const order: RequestPriority[] = [];
      const policy = { limit, reserve: 0 };
      const person = budgetOf({ policy });
      const bulk = budgetOf({ policy, priority: 'bulk' });
      await takeMany(bulk, 10);
      const one = async (priority: RequestPriority, budget: RequestBudget): Promise<void> => {
        budget.answered(await budget.take());
        order.push(priority);
      };
      await Promise.all([one('person', person), one('bulk', bulk)]);
      expect(order).to.deep.equal(['person', 'bulk']);
    });

    it('a person is told at once when it would take too long', async () => {
      await refuse(budgetOf({ priority: 'bulk' }), 'Too many requests', 1_800_000);
      const error = await errorOf(budgetOf().take());
      expect([error.code, error.details.retryAfterSeconds]).to.deep.equal(['remote.rateLimited', 1_800]);
      expect(error.details.next).to.contain('30 minutes');
    });
  });

  describe('a refusal', () => {
    it('teaches the real figures to everybody', async () => {
      await refuse(budgetOf(), 'limit of 3 requests per 1 minute', 1_000);
      clock.advance(120_000);
      const other = budgetOf();
      await takeMany(other, 2);
      expect(clock.slept).to.deep.equal([]);
      await takeMany(other, 1);
      expect(await waitOf(other)).to.be.at.least(59_000);
    });

    it('parks every process until Retry-After', async () => {
      await refuse(budgetOf(), 'Too many requests', 7_000);
      expect(await waitOf(budgetOf())).to.equal(7_000);
    });

    it('parks people as long as asked for, and bulk work until requests of others have left the window', async () => {
      await refuse(budgetOf(), 'limit of 50 requests per 1 minute', 2_000);
      expect(await waitOf(budgetOf())).to.equal(2_000);
      expect(await waitOf(budgetOf({ priority: 'bulk' }))).to.be.within(57_000, 59_000);
    });

    it('of a stranger’s making does not slow people down for good', async () => {
      const budget = budgetOf();
      await takeMany(budget, 25);
      await refuse(budget, 'Too many requests');
      expect(await waitOf(budget)).to.equal(5_000);
      await takeMany(budget, 100);
      expect(clock.slept).to.deep.equal([5_000]);
    });

    it('leaves people half of what the PSA states when the settings allow far more', async () => {
      const budget = budgetOf({
        policy: { reserve: 0.2, limit: { requests: 100_000, windowMilliseconds: 300_000 } },
      });
      await refuse(budget, 'limit of 700 requests per 5 minutes');
      expect(await waitOf(budget)).to.equal(5_000);
      await takeMany(budget, 340);
      expect(clock.slept).to.deep.equal([5_000]);
    });

    it('says how fast things go', async () => {
      const budget = budgetOf({ priority: 'bulk' });
      await refuse(budget, 'limit of 100 requests per 1 minute', 30_000);
      const { requests, windowMilliseconds, wait } = await budget.pace();
      expect({ requests, windowMilliseconds }).to.deep.equal({ requests: 40, windowMilliseconds: 60_000 });
      expect(wait).to.be.at.least(30_000);
    });

    it('is believed no longer than an hour', async () => {
      await refuse(budgetOf({ priority: 'bulk' }), 'Too many requests', 1e15);
      expect(await waitOf(budgetOf({ priority: 'bulk' }))).to.be.at.most(3_600_000);
    });
  });

  /** Bulk work until everything is through; a request takes a while, and its answer, too. */
  async function pushThrough(server: ThrottlingServer, count: number, travel: () => number): Promise<void> {
    const budget = budgetOf({ priority: 'bulk' });
    for (let done = 0; done < count;) {
      const ticket = await budget.take();
      clock.advance(travel());
      const refused = server.send(clock.now());
      clock.advance(travel());
      budget.answered(ticket);
      if (refused === undefined) done += 1;
      else await budget.refused({ id: ticket.id, backOffMilliseconds, ...refused });
    }
  }

  for (const [requests, windowMilliseconds] of [
    [20, 2_000],
    [40, 60_000],
    [100, 10_000],
    [200, 180_000],
    [290, 300_000],
  ] as const) {
    for (const figures of [true, false]) {
      for (const retryAfter of [true, false]) {
        const how = `${figures ? 'with' : 'without'} figures, ${retryAfter ? 'with' : 'without'} Retry-After`;
        it(`draws no second one: ${requests} in ${windowMilliseconds / 1_000} s, ${how}`, async () => {
          const server = new ThrottlingServer({ requests, windowMilliseconds, figures, retryAfter });
          let turn = 0;
          await pushThrough(server, 600, () => (turn += 7) % 40);
          expect(server.refusals).to.be.at.most(1);
          expect(server.admitted).to.have.length(600);
        });
      }
    }
  }

  it('draws no second one whatever the limit, the travel of requests and what was sent before', async () => {
    const options: fc.Arbitrary<ThrottlingOptions> = fc.record({
      requests: fc.integer({ min: 20, max: 300 }),
      windowMilliseconds: fc.integer({ min: 2, max: 300 }).map((seconds) => seconds * 1_000),
      figures: fc.boolean(),
      retryAfter: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        options,
        fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 20 }),
        fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 40 }),
        async (limit, travels, pauses) => {
          await using fresh = await openSqliteState({ path: ':memory:' });
          state = fresh;
          clock = new ManualClock();
          const server = new ThrottlingServer(limit);
          let turn = 0;
          for (const pause of pauses) {
            await pushThrough(server, 1, () => 5);
            clock.advance(pause);
          }
          await pushThrough(server, 300, () => travels[(turn += 1) % travels.length] ?? 0);
          expect(server.refusals).to.be.at.most(1);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('others who used the window before are left alone: bulk work waits until they are out of it', async () => {
    const server = new ThrottlingServer({
      requests: 50,
      windowMilliseconds: 60_000,
      figures: true,
      retryAfter: true,
    });
    for (let sent = 0; sent < 45; sent += 1) {
      server.send(clock.now());
      clock.advance(1_000);
    }
    await pushThrough(server, 300, () => 3);
    expect(server.refusals).to.equal(1);
  });
});
