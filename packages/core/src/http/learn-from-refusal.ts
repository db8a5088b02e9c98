import type { LedgerEntry, RequestFacts, RequestLedger } from '../state/request-store.js';
import { guessLimit } from './guess-limit.js';
import { cautiousLimit, rateOf, readLimits, type RequestLimit } from './request-limit.js';
import { limitsInForce, type RequestPolicy } from './request-rules.js';
import { endOf, longestPark } from './request-wait.js';

const day = 24 * 3_600_000;
const statedFor = 30 * day;
const guessedFor = day;

/** A request that the PSA has refused, because there were too many. */
export interface Refusal {
  readonly at: number;
  /** What the PSA said. */
  readonly text: string;
  readonly retryAfterMilliseconds?: number;
  /** Until somebody tries again when the PSA has not said it. */
  readonly backOffMilliseconds: number;
  /** Entry of the refused request itself. */
  readonly id: string;
}

export interface Learnt {
  readonly facts: RequestFacts;
  /** Requests of others that the PSA must have counted. */
  readonly assumed: number;
}

/**
 * What a refusal teaches. The window was full at that moment: what we have not sent ourselves, others have, and nobody
 * knows when; bulk work takes it for sent just now, and nobody draws a second refusal by guessing better.
 */
export function learnFromRefusal(
  { entries, facts }: RequestLedger,
  policy: RequestPolicy,
  refusal: Refusal,
): Learnt {
  const { at: now, text, retryAfterMilliseconds } = refusal;
  const limits = readLimits(text);
  const known = limits.length > 0 ? { stated: { limits, until: now + statedFor } } : {};
  const after: RequestFacts = { ...facts, ...known };
  const before = entries.filter(({ id, kind }) => id !== refusal.id && kind !== 'assumed');
  const isKnown = after.stated !== undefined && after.stated.until > now;
  const inForce = limitsInForce(after, policy, now);
  const usual = longest(inForce);
  const guess =
    isKnown || policy.limit !== undefined
      ? undefined
      : lower(guessLimit(within(before, usual, now), refusal, usual), facts, now);
  const missing = guess === undefined ? missingIn(inForce, before, now) : 0;
  const until = (milliseconds: number): number => now + Math.min(milliseconds, longestPark);
  const pause = retryAfterMilliseconds ?? refusal.backOffMilliseconds;
  // Of figures that are only believed in, the whole window has to go by.
  const bulkPause = guess === undefined ? pause : Math.max(pause, guess.windowMilliseconds);
  return {
    facts: {
      ...after,
      ...(guess === undefined ? {} : { guessed: { limit: guess, until: now + guessedFor } }),
      ...(missing === 0 ? {} : { others: { requests: missing, at: now } }),
      parkedUntil: Math.max(facts.parkedUntil ?? 0, until(pause)),
      bulkParkedUntil: Math.max(facts.bulkParkedUntil ?? 0, until(bulkPause)),
    },
    assumed: missing,
  };
}

/** A second guess is never above the first one, and below it when that one has not been enough. */
function lower(
  guess: RequestLimit | undefined,
  { guessed }: RequestFacts,
  now: number,
): RequestLimit | undefined {
  if (guess === undefined || guessed === undefined || guessed.until <= now) return guess;
  const { requests, windowMilliseconds } = guessed.limit;
  const less = { requests: Math.max(1, Math.floor(requests * 0.7)), windowMilliseconds };
  return rateOf(guess) < rateOf(less) ? guess : less;
}

/** What must have been sent by others for the fullest of the limits to be full. */
function missingIn(limits: readonly RequestLimit[], before: readonly LedgerEntry[], now: number): number {
  const missing = limits.map((limit) => limit.requests - requestsIn(within(before, limit, now)));
  return Math.max(0, Math.min(...missing));
}

function within(entries: readonly LedgerEntry[], limit: RequestLimit, now: number): readonly LedgerEntry[] {
  return entries.filter((entry) => endOf(entry, limit.windowMilliseconds) > now);
}

function requestsIn(entries: readonly LedgerEntry[]): number {
  return entries.reduce((sum, { requests }) => sum + requests, 0);
}

function longest(limits: readonly RequestLimit[]): RequestLimit {
  return limits.reduce(
    (found, limit) => (limit.windowMilliseconds > found.windowMilliseconds ? limit : found),
    limits[0] ?? cautiousLimit,
  );
}
