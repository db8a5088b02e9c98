import type { RecordId, StoredAttachment } from '../contract/records.js';
import type { FamilyMemory } from './family-memory.js';
import { isAttachmentMarkerOf } from './markers.js';

/**
 * Files of that name which Quotebridge uploaded for the family and which are not among those of this push. A file of a
 * person is never among them: ours are known by binding or marker.
 */
export function earlierVersions(
  name: string,
  current: ReadonlySet<string>,
  known: {
    readonly family: string;
    readonly memory: FamilyMemory;
    readonly remote: readonly StoredAttachment[];
  },
): readonly RecordId[] {
  const { family, memory, remote } = known;
  const bound = [...memory.attachments.values()].filter(
    (binding) => !current.has(binding.key) && sameName(binding.image.wanted['name'], name),
  );
  const marked = remote.filter(
    (entry) =>
      entry.marker !== undefined &&
      !current.has(entry.marker) &&
      isAttachmentMarkerOf(entry.marker, family) &&
      sameName(entry.name, name),
  );
  return [...new Set([...bound.map(({ recordId }) => recordId), ...marked.map(({ id }) => id)])];
}

function sameName(left: unknown, right: string): boolean {
  return typeof left === 'string' && left.normalize('NFC') === right.normalize('NFC');
}
