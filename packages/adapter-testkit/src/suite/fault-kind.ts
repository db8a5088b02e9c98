import type { ErrorCode } from '@quotebridge/core/plugin';

/** What may go wrong between an adapter and its PSA, and the error that the adapter must raise then. */
export const faultKinds = {
  /** 401 to everything, also after signing in again. */
  unauthorized: 'auth.rejected',
  /** 403. */
  forbidden: 'permission.missing',
  /** 429, until nobody tries any more. */
  rateLimited: 'remote.rateLimited',
  /** 500 to everything. */
  serverError: 'remote.unavailable',
  /** 200 with a web page in place of data. */
  html: 'remote.unexpected',
  /** 200 with JSON that breaks off. */
  truncated: 'remote.unexpected',
  /** No answer, ever. */
  hang: 'cancelled',
} as const satisfies Readonly<Record<string, ErrorCode>>;

export type FaultKind = keyof typeof faultKinds;
