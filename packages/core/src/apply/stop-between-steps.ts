import { cancelled } from '../errors/cancelled.js';
import type { OperationsByKind } from './operations-by-kind.js';

/** Stops between two steps when it was asked to, and says what is left. */
export function stopBetweenSteps(
  operations: OperationsByKind,
  signal: AbortSignal | undefined,
): (next: string) => void {
  const work: readonly (readonly [string, boolean])[] = [
    ['what was created twice', operations.removals.length > 0],
    ['the products', operations.items.length + operations.itemUpdates.length > 0],
    ['the client and the user', operations.contacts.some((operation) => operation.action !== 'keep')],
    ['the opportunity', operations.opportunity !== undefined && operations.opportunity.action !== 'keep'],
    ['the quote', operations.quote !== undefined && operations.quote.action !== 'keep'],
    ['the attachments', operations.attachments.some((operation) => operation.action !== 'keep')],
    ['the completion', operations.completion?.action === 'update'],
  ];
  return (next) => {
    if (signal?.aborted !== true) return;
    const from = work.findIndex(([name]) => name === next);
    const left = work.slice(from).flatMap(([name, due]) => (due ? [name] : []));
    if (left.length > 0) throw cancelled(`Stopped. Still to be written: ${left.join(', ')}.`);
  };
}
