/** So many requests within any stretch of time of that length. */
export interface RequestLimit {
  readonly requests: number;
  readonly windowMilliseconds: number;
}

/** Safe with every figure that has been reported for HaloPSA (300 to 700 per five minutes). */
export const cautiousLimit: RequestLimit = { requests: 300, windowMilliseconds: 300_000 };

const units: readonly (readonly [RegExp, number])[] = [
  [/^ms/, 1],
  [/^s/, 1_000],
  [/^m/, 60_000],
  [/^h/, 3_600_000],
  [/^d/, 86_400_000],
];

const longUnit = '(second|minute|hour|day)';
const shortUnit = String.raw`(milliseconds?|seconds?|secs?|minutes?|mins?|hours?|days?|ms|s|m|h|d)\b`;
/** `700 requests per rolling 5 minutes`, `20 Requests are allowed in each 1-minute window`. */
const named = new RegExp(
  String.raw`(\d[\d,]{0,8})\s+(?:api\s+)?(?:requests?|calls?)([^\d.,;:!?]{0,40}?)(\d{1,5}(?:\.\d{1,3})?)?[\s-]*${longUnit}`,
  'gi',
);
/** `maximum admitted 700 per 5m`, `60/min`. */
const bare = new RegExp(
  String.raw`(\d[\d,]{0,8})(\s*(?:per|every|/)\s*(?:rolling\s+)?)(\d{1,5}(?:\.\d{1,3})?)?[\s-]*${shortUnit}`,
  'gi',
);

/**
 * Reads every “N requests … M seconds/minutes/hours” out of a text; of two with the same window, the lower one. How long
 * to wait is another matter and not taken for it.
 */
export function readLimits(text: string): readonly RequestLimit[] {
  const limits = new Map<number, number>();
  for (const [, count = '', between = '', length = '1', name = ''] of [
    ...text.matchAll(named),
    ...text.matchAll(bare),
  ]) {
    const requests = Number(count.replaceAll(',', ''));
    const windowMilliseconds = Number(length) * millisecondsOf(name);
    if (/wait|again|retry|after/i.test(between) || requests === 0 || windowMilliseconds === 0) continue;
    limits.set(windowMilliseconds, Math.min(requests, limits.get(windowMilliseconds) ?? Infinity));
  }
  return [...limits].map(([windowMilliseconds, requests]) => ({ requests, windowMilliseconds }));
}

/** Requests per millisecond that the limit lets through in the long run. */
export function rateOf({ requests, windowMilliseconds }: RequestLimit): number {
  return requests / windowMilliseconds;
}

function millisecondsOf(name: string): number {
  return units.find(([pattern]) => pattern.test(name.toLowerCase()))?.[1] ?? 0;
}
