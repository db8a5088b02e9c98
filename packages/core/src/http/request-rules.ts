import type { RequestFacts } from '../state/request-store.js';
import { cautiousLimit, type RequestLimit } from './request-limit.js';

/** For whom a request is made: bulk work leaves a reserve to people, and lets them go first. */
export type RequestPriority = 'person' | 'bulk';

/** What the settings say about the requests of a connection. */
export interface RequestPolicy {
  /** What a person knows of the PSA, or wants to use of it at most. */
  readonly limit?: RequestLimit;
  /** Part of the limit that bulk work leaves alone, from 0 to less than 1. */
  readonly reserve: number;
}

export const defaultRequestPolicy: RequestPolicy = { reserve: 0.2 };

/** A limit, as far as one kind of work may use it. */
export interface Allowance extends RequestLimit {
  /** Spread evenly over the window, because where its bounds lie is only guessed. */
  readonly spread: boolean;
}

/** Every limit that must be kept now. Guesses bind bulk work only: a person who waits had better be told what is known. */
export function allowances(
  facts: RequestFacts,
  policy: RequestPolicy,
  priority: RequestPriority,
  now: number,
): readonly Allowance[] {
  const limits = limitsInForce(facts, policy, now).map((limit) =>
    allowed(limit, facts, policy, priority, now),
  );
  const { guessed } = facts;
  if (priority === 'person' || guessed === undefined || guessed.until <= now) return limits;
  return [...limits, { ...allowed(guessed.limit, {}, policy, priority, now), spread: true }];
}

/** What the PSA has said and what the settings say; without either the cautious figure. */
export function limitsInForce(
  { stated }: RequestFacts,
  { limit }: RequestPolicy,
  now: number,
): readonly RequestLimit[] {
  const known = [
    ...(limit === undefined ? [] : [limit]),
    ...(stated !== undefined && stated.until > now ? stated.limits : []),
  ];
  return known.length === 0 ? [cautiousLimit] : known;
}

function allowed(
  limit: RequestLimit,
  facts: RequestFacts,
  { reserve }: RequestPolicy,
  priority: RequestPriority,
  now: number,
): Allowance {
  const ours = Math.max(1, limit.requests - othersNow(facts, limit, now));
  const kept = priority === 'person' || reserve === 0 ? 0 : Math.max(1, Math.ceil(ours * reserve));
  return { ...limit, requests: Math.max(1, ours - kept), spread: false };
}

/** What others use of a limit, half of it at most, is believed less with each window that goes by. */
function othersNow({ others }: RequestFacts, limit: RequestLimit, now: number): number {
  if (others === undefined) return 0;
  const windows = Math.max(0, Math.floor((now - others.at) / limit.windowMilliseconds));
  return Math.floor(Math.min(others.requests, limit.requests / 2) / 2 ** Math.min(windows, 30));
}
