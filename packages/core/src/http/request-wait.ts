import type { LedgerEntry, RequestLedger } from '../state/request-store.js';
import { allowances, type Allowance, type RequestPolicy, type RequestPriority } from './request-rules.js';

/** A park that a wrong clock or a wild answer has put further away than that is not believed. */
export const longestPark = 3_600_000;
/** A request without an answer may reach the server that much later than it was sent, but not later than this. */
const longestTravel = 10_000;

/** Milliseconds until one more request may go; 0 for now. */
export function waitForRoom(
  { entries, facts }: RequestLedger,
  policy: RequestPolicy,
  priority: RequestPriority,
  now: number,
): number {
  const waits = allowances(facts, policy, priority, now).map((allowance) =>
    waitOf(allowance, priority === 'bulk' ? entries : entries.filter(({ kind }) => kind !== 'assumed'), now),
  );
  const parks =
    priority === 'bulk'
      ? [facts.parkedUntil, facts.bulkParkedUntil, facts.personWaitsUntil]
      : [facts.parkedUntil];
  for (const until of parks) {
    if (until !== undefined && until > now && until <= now + longestPark) waits.push(until - now);
  }
  return Math.max(0, ...waits);
}

/** Requests that an allowance lets through at once. */
export function freeIn(allowance: Allowance, entries: readonly LedgerEntry[], now: number): number {
  if (allowance.spread) return 1;
  const inside = entries.filter((entry) => endOf(entry, allowance.windowMilliseconds) > now);
  return Math.max(0, allowance.requests - inside.reduce((sum, { requests }) => sum + requests, 0));
}

/** When the server has certainly forgotten a request. */
export function endOf({ at, kind }: LedgerEntry, windowMilliseconds: number): number {
  const travel = kind === 'sent' ? Math.min(longestTravel, windowMilliseconds / 10) : 0;
  // Two clocks never go equally fast.
  return Math.ceil(at + travel + windowMilliseconds * 1.002);
}

function waitOf(allowance: Allowance, entries: readonly LedgerEntry[], now: number): number {
  const { requests, windowMilliseconds, spread } = allowance;
  const inside = entries
    .map((entry) => ({ end: endOf(entry, windowMilliseconds), requests: entry.requests, at: entry.at }))
    .filter(({ end, at }) => end > now && at <= now + windowMilliseconds)
    .sort((left, right) => right.end - left.end);
  let counted = 0;
  let wait = 0;
  for (const entry of inside) {
    counted += entry.requests;
    if (counted < requests) continue;
    wait = entry.end - now;
    break;
  }
  const [newest] = inside;
  if (!spread || newest === undefined) return wait;
  const gap = Math.ceil(windowMilliseconds / requests);
  return Math.max(wait, newest.end - windowMilliseconds + gap - now);
}
