import type { WrittenRecord } from '../apply/done-so-far.js';
import { itemNumberKey } from '../state/item-number-key.js';
import type { HistoryChange } from '../state/history-store.js';

const names: Readonly<Record<string, string>> = { product: 'item' };

/** Those of the planned changes that were carried out, with the ids that records got. */
export function doneChanges(
  planned: readonly HistoryChange[],
  written: readonly WrittenRecord[],
): readonly HistoryChange[] {
  const left = [...written];
  return planned.flatMap((change) => {
    const at = left.findIndex((record) => isOf(change, record));
    const [record] = at === -1 ? [] : left.splice(at, 1);
    return record === undefined ? [] : [{ ...change, id: record.id }];
  });
}

function isOf(change: HistoryChange, { what, id, name }: WrittenRecord): boolean {
  if ((names[what] ?? what) !== change.record) return false;
  if (change.id !== undefined) return change.id === id;
  if (name === undefined || change.name === undefined) return true;
  return name === change.name || name === itemNumberKey(change.name);
}
