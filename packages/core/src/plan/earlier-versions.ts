import type { RecordId, StoredAttachment } from '../contract/records.js';
import type { FamilyMemory } from './family-memory.js';
import { isAttachmentMarkerOf } from './markers.js';

/** The files of this push. One of them may be remembered as replaced, by a push that was cut off. */
export interface CurrentFiles {
  readonly markers: ReadonlySet<string>;
  readonly ids: ReadonlySet<RecordId>;
}

/**
 * Files of that name which Quotebridge uploaded for the family and which are not among those of this push. A file of a
 * person is never among them: ours are known by binding or marker.
 */
export function earlierVersions(
  name: string,
  current: CurrentFiles,
  known: {
    readonly family: string;
    readonly memory: FamilyMemory;
    readonly remote: readonly StoredAttachment[];
  },
): readonly RecordId[] {
  const { family, memory, remote } = known;
  const bound = [...memory.attachments.values()].filter(
    (binding) => !current.markers.has(binding.key) && sameName(binding.image.wanted['name'], name),
  );
  const marked = remote.filter(
    (entry) =>
      entry.marker !== undefined &&
      !current.markers.has(entry.marker) &&
      isAttachmentMarkerOf(entry.marker, family) &&
      sameName(entry.name, name),
  );
  const ids = new Set([...bound.map(({ recordId }) => recordId), ...marked.map(({ id }) => id)]);
  return [...ids].filter((id) => !current.ids.has(id));
}

function sameName(left: unknown, right: string): boolean {
  return typeof left === 'string' && left.normalize('NFC') === right.normalize('NFC');
}
