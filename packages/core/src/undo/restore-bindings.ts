import { commit, type ApplyContext } from '../apply/apply-context.js';
import type { RecordId } from '../contract/records.js';
import { unsettled } from '../plan/document-image.js';
import type { FamilyMemory } from '../plan/family-memory.js';
import type { BeforeImage } from '../state/before-image-store.js';
import type { Binding } from '../state/state-store.js';

export interface UndoneParts {
  /** Attachments that were deleted. */
  readonly removed: ReadonlySet<RecordId>;
  /** The money is as planned; otherwise the next push looks at everything again. */
  readonly proven: boolean;
}

/**
 * What is remembered of a family becomes what was remembered before the push, so that the next one goes on from there. Lines
 * that were written again have got other ids; files that stay remain bound, so that they are not sent twice.
 */
export async function restoreBindings(
  context: ApplyContext,
  image: BeforeImage,
  memory: FamilyMemory,
  { removed, proven }: UndoneParts,
): Promise<void> {
  const now = await context.state.bindings(context.connection, image.family);
  const deleted = new Set(
    image.records.flatMap((record) => (record.kind === 'attachment' ? record.replaced : [])),
  );
  const current = new Map(now.map((binding) => [nameOf(binding), binding]));
  const restored = image.bindings
    .filter(({ kind, recordId }) => kind !== 'attachment' || !deleted.has(recordId))
    .map((binding) => (binding.kind === 'document' && !proven ? unsettled(binding) : binding))
    .map((binding) => renewed(binding, current.get(nameOf(binding))));
  const kept = new Set(restored.map(nameOf));
  const files = now.filter(
    ({ kind, recordId, key }) =>
      kind === 'attachment' &&
      !removed.has(recordId) &&
      !deleted.has(recordId) &&
      !key.startsWith('replaced:'),
  );
  for (const file of files) kept.add(nameOf(file));
  await commit(context, {
    bind: restored,
    unbind: now.filter((binding) => !kept.has(nameOf(binding))),
    closeIntents: memory.intents.map(({ id }) => id),
  });
}

function nameOf({ kind, key }: Pick<Binding, 'kind' | 'key'>): string {
  return `${kind} ${key}`;
}

/** A line that was written again carries another id; a record that was written carries the stamp of that write. */
function renewed(binding: Binding, current: Binding | undefined): Binding {
  if (current === undefined) return binding;
  if (binding.kind === 'line') return { ...binding, recordId: current.recordId };
  if (binding.recordId !== current.recordId) return binding;
  const { stamp: _before, ...image } = binding.image;
  const { stamp } = current.image;
  return { ...binding, image: { ...image, ...(stamp === undefined ? {} : { stamp }) } };
}
