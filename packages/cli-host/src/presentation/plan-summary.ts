import type { Operation, Plan } from '@quotebridge/core';

/** `2 to create, 1 to change, 1 to remove`: records, and the lines of the quote beside them. */
export function planSummary({ operations }: Pick<Plan, 'operations'>): string {
  const lines = operations.flatMap((operation) => (operation.kind === 'quote' ? operation.lines : []));
  const isNew = operations.some(({ kind, action }) => kind === 'quote' && action === 'create');
  const records = changesText(operations.flatMap(actionsOf));
  // The lines of a new quote come with it.
  const ofLines = isNew ? '' : changesText(lines.map(({ action }) => action));
  return ofLines === '' ? records : `${records}; of the lines ${ofLines}`;
}

type Action = 'create' | 'update' | 'remove' | 'keep' | 'foreign';

function actionsOf(operation: Operation): readonly Action[] {
  const replaced = operation.kind === 'attachment' ? (operation.replaces ?? []) : [];
  return [operation.action, ...replaced.map(() => 'remove' as const)];
}

function changesText(actions: readonly Action[]): string {
  const words = [
    ['create', 'to create'],
    ['update', 'to change'],
    ['remove', 'to remove'],
  ] as const;
  return words
    .flatMap(([action, text]) => {
      const count = actions.filter((each) => each === action).length;
      return count === 0 ? [] : [`${count} ${text}`];
    })
    .join(', ');
}
