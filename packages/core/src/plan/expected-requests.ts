import type { RequestCount } from '../http/request-count.js';
import type { PushPolicy } from '../settings/push-policy.js';
import type { Operation } from './operation.js';

/** Requests that carrying out the operations takes when nothing goes wrong. Lines cost nothing. */
export function expectedRequests(operations: readonly Operation[], policy: PushPolicy): RequestCount {
  const active = operations.filter((operation) => operation.action !== 'keep');
  const items = active.some((operation) => operation.kind === 'item') ? 1 : 0;
  const others = active.filter((operation) => operation.kind !== 'item').length;
  const proves = active.some((operation) => operation.kind === 'quote') && policy.quote.proof === 'readBack';
  return { read: proves ? 1 : 0, write: items + others };
}
