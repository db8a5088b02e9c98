import type { Fault } from '@quotebridge/halopsa-sandbox';

/** One way in which a request can go wrong. */
export interface FaultKind {
  readonly name: string;
  readonly fault: Fault['fault'];
  /** The PSA cannot be reached from the next request on, until the push is run again. */
  readonly thenGone?: boolean;
}

/** Everything that can happen to a request. Where a request may or may not have been carried out, both are tried. */
export const faultKinds: readonly FaultKind[] = [
  { name: 'request lost', fault: { type: 'dropBefore' } },
  { name: 'answer lost after commit', fault: { type: 'dropAfter' } },
  { name: 'connection reset before', fault: { type: 'resetBefore' } },
  { name: 'connection reset after commit', fault: { type: 'resetAfter' } },
  { name: 'time-out before', fault: { type: 'hold' } },
  { name: 'time-out after commit', fault: { type: 'holdAfter' } },
  { name: '429 without Retry-After', fault: { type: 'rateLimit' } },
  { name: '429 with Retry-After', fault: { type: 'rateLimit', retryAfter: 2 } },
  { name: '500 with JSON', fault: { type: 'serverError' } },
  { name: '500 with JSON after commit', fault: { type: 'serverError', afterwards: true } },
  { name: '500 with HTML', fault: { type: 'htmlError' } },
  { name: '500 with HTML after commit', fault: { type: 'htmlError', afterwards: true } },
  { name: '502', fault: { type: 'badGateway' } },
  { name: '502 after commit', fault: { type: 'badGateway', afterwards: true } },
  { name: 'truncated JSON', fault: { type: 'truncate' } },
  { name: 'token expired', fault: { type: 'expireToken' } },
  { name: 'PSA gone from here', fault: { type: 'dropBefore' }, thenGone: true },
  { name: 'answer lost after commit, then PSA gone', fault: { type: 'dropAfter' }, thenGone: true },
  { name: 'time-out after commit, then PSA gone', fault: { type: 'holdAfter' }, thenGone: true },
  {
    name: '502 after commit, then PSA gone',
    fault: { type: 'badGateway', afterwards: true },
    thenGone: true,
  },
  { name: 'truncated JSON, then PSA gone', fault: { type: 'truncate' }, thenGone: true },
];
