import { removeRecord } from '../undo/remove-record.js';
import { verifyUnused } from '../undo/verify-unused.js';
import type { ApplyContext } from './apply-context.js';
import type { DoneSoFar } from './done-so-far.js';
import { removeSpares } from './keep-first.js';
import type { OperationsByKind } from './operations-by-kind.js';

/**
 * Deletes what two machines created twice, before anything is bound: being cut off here is as if nothing had been done. One that
 * somebody has used by now stays, and a person is told.
 */
export async function removeTwins(
  context: ApplyContext,
  { removals, attachments, ...kept }: OperationsByKind,
  done: DoneSoFar,
): Promise<void> {
  for (const removal of removals) {
    const { object, id, name } = removal;
    const remove = async (): Promise<void> => {
      if (object === 'opportunity') await verifyUnused(context, object, id);
      await removeRecord(context, removal);
      done.record(object, { id, action: 'removed', name });
    };
    const used = object === 'attachment' ? attachments.find((file) => file.name === name) : kept[object];
    await removeSpares(context, { operation: object, remove }, [{ id }], used?.id ?? 'the first');
  }
}
