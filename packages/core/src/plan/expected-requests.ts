import type { RequestCount } from '../http/request-count.js';
import type { PushPolicy } from '../settings/push-policy.js';
import type { Operation } from './operation.js';

/** Requests that carrying out the operations takes when nothing goes wrong. Lines and products cost nothing. */
export function expectedRequests(operations: readonly Operation[], policy: PushPolicy): RequestCount {
  const active = operations.filter((operation) => operation.action !== 'keep');
  const has = (kind: Operation['kind']): boolean => active.some((operation) => operation.kind === kind);
  const batches = (['item', 'itemUpdate'] as const).filter(has).length;
  const others = active.map((operation) => {
    if (operation.kind === 'item' || operation.kind === 'itemUpdate') return 0;
    if (operation.kind !== 'attachment') return 1;
    return (operation.action === 'create' ? 1 : 0) + (operation.replaces?.length ?? 0);
  });
  const proves = has('quote') && policy.quote.proof === 'readBack';
  // Right before a record is deleted it is looked at again, an opportunity for what others have added, too.
  const looks = active.map((operation) => {
    if (operation.kind !== 'removal' || operation.object === 'attachment') return 0;
    return operation.object === 'quote' ? 1 : 2;
  });
  // After each create the PSA is asked whether another machine has created the same; of products all at once.
  const created = active.filter(({ kind, action }) => action === 'create' && kind !== 'item').length;
  const asks = (proves ? 1 : 0) + created + (has('item') ? 1 : 0);
  const reads = looks.reduce<number>((sum, count) => sum + count, asks);
  return { read: reads, write: others.reduce<number>((sum, count) => sum + count, batches) };
}
