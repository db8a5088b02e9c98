import type { Clock } from '../base/clock.js';
import { QuotebridgeError } from '../errors/quotebridge-error.js';
import type { LedgerEntry, RequestFacts, RequestLedger, RequestStore } from '../state/request-store.js';
import { learnFromRefusal, type Refusal } from './learn-from-refusal.js';
import { rateOf } from './request-limit.js';
import {
  allowances,
  defaultRequestPolicy,
  limitsInForce,
  type RequestPolicy,
  type RequestPriority,
} from './request-rules.js';
import { endOf, freeIn, waitForRoom } from './request-wait.js';

export interface RequestBudgetOptions {
  readonly requests: RequestStore;
  readonly connection: string;
  readonly clock: Clock;
  readonly policy?: RequestPolicy;
  readonly priority?: RequestPriority;
  /** Told the milliseconds whenever a request has to wait. */
  readonly onWait?: (milliseconds: number) => void;
}

/** A request that was let go. */
export interface RequestTicket {
  readonly id: string;
}

/** Requests that may be made, for whoever shows how long something will take. */
export interface RequestPace {
  /** Of the limit that binds this kind of work most. */
  readonly requests: number;
  readonly windowMilliseconds: number;
  /** So many may go at once. */
  readonly free: number;
  /** Milliseconds until the next one may go. */
  readonly wait: number;
}

/** Somebody who waits for a person asks again at least that long after the end of the wait. */
const patience = 2_000;
/** Nobody sits in front of a terminal for longer than that. */
const longestForPeople = 5.5 * 60_000;

/**
 * The request budget of one connection: rolling windows that all processes of the state share. It starts cautious, learns
 * the real figures from refusals, keeps a reserve for people, and parks everybody when the PSA refuses.
 */
export class RequestBudget {
  readonly #options: RequestBudgetOptions;
  readonly #policy: RequestPolicy;
  readonly #priority: RequestPriority;
  /** Answered requests that the ledger does not know of yet: told with the next one, so that it costs nothing. */
  #answered: LedgerEntry[] = [];

  constructor(options: RequestBudgetOptions) {
    this.#options = options;
    this.#policy = options.policy ?? defaultRequestPolicy;
    this.#priority = options.priority ?? 'person';
  }

  /** Whether work of this kind waits as long as it takes. */
  get patient(): boolean {
    return this.#priority === 'bulk';
  }

  /** Waits until one more request fits, and counts it. */
  async take(signal?: AbortSignal): Promise<RequestTicket> {
    const { clock } = this.#options;
    const ticket = { id: crypto.randomUUID() };
    let now = clock.now();
    for (;;) {
      const wait = await this.#tryTake(ticket, now);
      if (wait === 0) return ticket;
      if (!this.patient && wait > longestForPeople) throw this.#tooLong(wait);
      this.#options.onWait?.(wait);
      await clock.sleep(wait, signal);
      // A clock that has slept has gone on, whatever it says.
      now = Math.max(clock.now(), now + wait);
    }
  }

  /** The server has counted the request by now. */
  answered({ id }: RequestTicket): void {
    this.#answered.push({ id, at: this.#options.clock.now(), requests: 1, kind: 'answered' });
  }

  /** Learns from a refusal, and parks every process of the connection. */
  async refused(refusal: Omit<Refusal, 'at'>): Promise<void> {
    const { requests, connection, clock } = this.#options;
    const put = this.#takeAnswered();
    await requests.update(connection, (ledger) => {
      const at = clock.now();
      const known = withAnswers(ledger, put);
      const { facts, assumed } = learnFromRefusal(known, this.#policy, { ...refusal, at });
      const others: LedgerEntry = { id: crypto.randomUUID(), at, requests: assumed, kind: 'assumed' };
      return { result: undefined, facts, put: assumed > 0 ? [...put, others] : put };
    });
  }

  async pace(): Promise<RequestPace> {
    const { requests, connection, clock } = this.#options;
    return requests.update(connection, (ledger) => {
      const now = clock.now();
      const [slowest] = [...allowances(ledger.facts, this.#policy, this.#priority, now)].sort(
        (left, right) => rateOf(left) - rateOf(right),
      );
      const wait = waitForRoom(ledger, this.#policy, this.#priority, now);
      const { requests: most = 1, windowMilliseconds = 1 } = slowest ?? {};
      const free = wait > 0 || slowest === undefined ? 0 : freeIn(slowest, ledger.entries, now);
      return { result: { requests: most, windowMilliseconds, free, wait } };
    });
  }

  #tooLong(wait: number): QuotebridgeError {
    const { connection } = this.#options;
    const seconds = Math.ceil(wait / 1_000);
    return new QuotebridgeError(
      'remote.rateLimited',
      `The PSA of the connection “${connection}” takes no more requests for ${seconds} seconds.`,
      {
        retryAfterSeconds: seconds,
        arrived: 'no',
        next: `Run it again in ${Math.ceil(seconds / 60)} minutes.`,
      },
    );
  }

  /** Answers 0 when the request may go, and counts it; else the milliseconds to wait. */
  #tryTake({ id }: RequestTicket, now: number): Promise<number> {
    const { requests, connection } = this.#options;
    const put = this.#takeAnswered();
    return requests.update(connection, (ledger) => {
      const known = withAnswers(ledger, put);
      const forget = this.#outdated(known, now);
      const wait = waitForRoom(known, this.#policy, this.#priority, now);
      const facts = this.#priority === 'person' ? waiting(known.facts, wait, now) : undefined;
      const sent: LedgerEntry = { id, at: now, requests: 1, kind: 'sent' };
      return {
        result: wait,
        forget,
        put: wait === 0 ? [...put, sent] : put,
        ...(facts === undefined ? {} : { facts }),
      };
    });
  }

  #takeAnswered(): readonly LedgerEntry[] {
    const answered = this.#answered;
    this.#answered = [];
    return answered;
  }

  /** What is out of every window, and what a clock that was set back has left in the future. */
  #outdated({ entries, facts }: RequestLedger, now: number): readonly string[] {
    const limits = limitsInForce(facts, this.#policy, now);
    const guessed = facts.guessed === undefined ? [] : [facts.guessed.limit];
    const window = Math.max(...[...limits, ...guessed].map(({ windowMilliseconds }) => windowMilliseconds));
    return entries
      .filter((entry) => endOf(entry, window) <= now || entry.at > now + window)
      .map(({ id }) => id);
  }
}

/** Bulk work lets somebody go first who waits for a person; who has got a turn waits no longer. */
function waiting(facts: RequestFacts, wait: number, now: number): RequestFacts | undefined {
  if (wait > 0) return { ...facts, personWaitsUntil: now + wait + patience };
  if (facts.personWaitsUntil === undefined) return undefined;
  const { personWaitsUntil: _over, ...others } = facts;
  return others;
}

function withAnswers(ledger: RequestLedger, answered: readonly LedgerEntry[]): RequestLedger {
  if (answered.length === 0) return ledger;
  const byId = new Map(answered.map((entry) => [entry.id, entry]));
  return { ...ledger, entries: ledger.entries.map((entry) => byId.get(entry.id) ?? entry) };
}
