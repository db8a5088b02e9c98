import { sha256 } from '../base/sha256.js';
import type { RecordId, StoredAttachment } from '../contract/records.js';
import type { AttachmentInput } from '../engine/engine-types.js';
import type { FamilyMemory } from './family-memory.js';
import { attachmentMarker } from './markers.js';
import type { AttachmentOperation } from './operation.js';
import type { Conflict } from './plan.js';
import { callOptions, type PlanContext } from './plan-context.js';
import { isSameFile } from './is-same-file.js';

export interface PlannedAttachments {
  readonly operations: readonly AttachmentOperation[];
  readonly conflicts: readonly Conflict[];
}

/** One operation a file: the same content is not uploaded twice, whoever uploaded it. */
export async function planAttachments(
  context: PlanContext,
  family: string,
  inputs: readonly AttachmentInput[],
  memory: FamilyMemory,
  opportunityId: RecordId | undefined,
): Promise<PlannedAttachments> {
  const port = context.contactManager.attachments;
  if (inputs.length === 0) return { operations: [], conflicts: [] };
  if (port === undefined) {
    return {
      operations: [],
      conflicts: [
        conflict('attachments', 'The PSA of this connection takes no attachments.', 'Leave them out.'),
      ],
    };
  }
  const conflicts: Conflict[] = [];
  const operations: AttachmentOperation[] = [];
  let remote: readonly StoredAttachment[] | undefined;
  for (const input of inputs) {
    const size = input.bytes.byteLength;
    const most = port.maximumBytes;
    if (size === 0)
      conflicts.push(
        conflict(input.name, `The file ${input.location} is empty.`, 'Attach a file that has content.'),
      );
    if (most !== undefined && size > most) {
      const message = `The file ${input.location} has ${size} bytes; the PSA takes at most ${most}.`;
      conflicts.push(conflict(input.name, message, 'Attach a smaller file.'));
    }
    const hash = await sha256(input.bytes);
    const marker = attachmentMarker(family, hash).key;
    let id = memory.attachments.get(marker)?.recordId;
    if (id === undefined && opportunityId !== undefined) {
      remote ??= await port.list(opportunityId, callOptions(context));
      id = remote.find((entry) => isSameFile(entry, { marker, size }))?.id;
    }
    operations.push({
      kind: 'attachment',
      action: id === undefined ? 'create' : 'keep',
      ...(id === undefined ? {} : { id }),
      name: input.name,
      mediaType: input.mediaType,
      location: input.location,
      size,
      sha256: hash,
      marker,
    });
  }
  return { operations: withoutDoubles(operations), conflicts };
}

function withoutDoubles(operations: readonly AttachmentOperation[]): readonly AttachmentOperation[] {
  return [...new Map(operations.map((operation) => [operation.marker, operation])).values()];
}

function conflict(about: string, message: string, next: string): Conflict {
  return { about, message, next, candidates: [] };
}
