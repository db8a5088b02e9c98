import type { RequestPace } from '@quotebridge/core';

export interface Experience {
  /** Still to be pushed. */
  readonly documents: number;
  /** What a document has taken so far, without what was waited for the PSA's limit. */
  readonly millisecondsEach: number;
  readonly requestsEach: number;
  readonly pace: RequestPace;
}

/** Milliseconds that the rest will take: what the work takes, or what the limit of requests makes of it. */
export function estimateLeft({ documents, millisecondsEach, requestsEach, pace }: Experience): number {
  const beyond = documents * requestsEach - pace.free;
  const byBudget = beyond <= 0 ? 0 : (beyond * pace.windowMilliseconds) / pace.requests;
  return Math.max(documents * millisecondsEach, pace.wait + byBudget);
}
