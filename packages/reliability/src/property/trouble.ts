import type { Fault } from '@quotebridge/halopsa-sandbox';

/** What can happen to one request; those that let it be carried out, too. Waiting for a time-out takes too long here. */
export const troubles = [
  'request lost',
  'answer lost',
  'reset before',
  'reset after',
  '429',
  '429 with Retry-After',
  '500',
  '500 after commit',
  'HTML',
  '502',
  '502 after commit',
  'truncated',
  'token expired',
  'redirect',
] as const;

export interface Trouble {
  /** The how manieth request of the push it strikes. */
  readonly at: number;
  readonly kind: (typeof troubles)[number];
}

const faults: Readonly<Record<Trouble['kind'], Fault['fault']>> = {
  'request lost': { type: 'dropBefore' },
  'answer lost': { type: 'dropAfter' },
  'reset before': { type: 'resetBefore' },
  'reset after': { type: 'resetAfter' },
  '429': { type: 'rateLimit' },
  '429 with Retry-After': { type: 'rateLimit', retryAfter: 2 },
  '500': { type: 'serverError' },
  '500 after commit': { type: 'serverError', afterwards: true },
  HTML: { type: 'htmlError' },
  '502': { type: 'badGateway' },
  '502 after commit': { type: 'badGateway', afterwards: true },
  truncated: { type: 'truncate' },
  'token expired': { type: 'expireToken' },
  redirect: { type: 'redirect', location: 'http://127.0.0.1:9/elsewhere' },
};

export function faultOf({ at, kind }: Trouble): Fault {
  return { match: { nth: at }, fault: faults[kind] };
}
