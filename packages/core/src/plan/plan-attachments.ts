import type { RecordId, StoredAttachment } from '../contract/records.js';
import type { AttachmentInput } from '../engine/engine-types.js';
import { earlierVersions } from './earlier-versions.js';
import type { FamilyMemory } from './family-memory.js';
import { contentConflict, fileConflict } from './file-conflict.js';
import { inspectFile } from './inspect-file.js';
import { isSameFile } from './is-same-file.js';
import { attachmentMarker } from './markers.js';
import type { AttachmentOperation, RemovalOperation } from './operation.js';
import type { Conflict, PlanWarning } from './plan.js';
import { callOptions, type PlanContext } from './plan-context.js';
import { spareFiles } from './spare-files.js';

export interface PlannedAttachments {
  readonly operations: readonly (AttachmentOperation | RemovalOperation)[];
  readonly conflicts: readonly Conflict[];
  readonly warnings: readonly PlanWarning[];
}

interface PlannedFile {
  readonly input: AttachmentInput;
  readonly sha256: string;
  readonly marker: string;
}

/** One operation a file: the same content is not uploaded twice, and a new version stands beside the old or replaces it. */
export async function planAttachments(
  context: PlanContext,
  family: string,
  inputs: readonly AttachmentInput[],
  memory: FamilyMemory,
  opportunityId: RecordId | undefined,
): Promise<PlannedAttachments> {
  const port = context.contactManager.attachments;
  if (inputs.length === 0) return { operations: [], conflicts: [], warnings: [] };
  if (port === undefined) return { operations: [], conflicts: [noAttachments], warnings: [] };

  const { files, conflicts } = await inspectAll(context, family, inputs);
  const { policy } = context;
  const replaces = policy.attachments.newVersion === 'replace' && port.remove !== undefined;
  const isBound = ({ marker }: PlannedFile): boolean => memory.attachments.has(marker);
  // A file that is bound is there, and so is the binding of the version that it replaces.
  const remote: readonly StoredAttachment[] =
    opportunityId === undefined || files.every(isBound)
      ? []
      : await port.list(opportunityId, callOptions(context));
  const storedOf = ({
    input,
    marker,
  }: PlannedFile): { readonly id: RecordId; readonly name: unknown } | undefined => {
    const bound = memory.attachments.get(marker);
    if (bound !== undefined) return { id: bound.recordId, name: bound.image.stored['name'] };
    return remote.find((entry) => isSameFile(entry, { marker, size: input.size }));
  };
  const idOf = (file: PlannedFile): RecordId | undefined => storedOf(file)?.id;
  const current = {
    markers: new Set(files.map(({ marker }) => marker)),
    ids: new Set(files.flatMap((file) => idOf(file) ?? [])),
  };
  const warnings = new Set<string>();

  const operations = files.map((file): AttachmentOperation => {
    const { input, sha256, marker } = file;
    const { name, mediaType, location, size } = input;
    const id = idOf(file);
    const earlier = earlierVersions(name, current, { family, memory, remote });
    if (earlier.length > 0 && policy.attachments.newVersion === 'replace' && !replaces) warnings.add(name);
    const replaced = replaces ? earlier : [];
    return {
      kind: 'attachment',
      action: id === undefined ? 'create' : replaced.length > 0 ? 'update' : 'keep',
      ...(id === undefined ? {} : { id }),
      name,
      ...otherName(name, storedOf(file)?.name),
      ...{ mediaType, location, size, sha256, marker },
      ...(replaced.length === 0 ? {} : { replaces: replaced }),
    };
  });
  const planned = withoutDoubles(operations);
  const spares = await spareFiles(context, planned, { intents: memory.intents, remote });
  return {
    operations: [...spares.operations, ...planned],
    conflicts,
    warnings: [...spares.warnings, ...[...warnings].map(standsBeside)],
  };
}

async function inspectAll(
  context: PlanContext,
  family: string,
  inputs: readonly AttachmentInput[],
): Promise<{ readonly files: readonly PlannedFile[]; readonly conflicts: readonly Conflict[] }> {
  const maximumBytes = context.contactManager.attachments?.maximumBytes;
  const { types } = context.policy.attachments;
  const files: PlannedFile[] = [];
  const conflicts: Conflict[] = [];
  for (const input of inputs) {
    const refused = fileConflict(input, { types, maximumBytes });
    if (refused !== undefined) {
      conflicts.push(refused);
      continue;
    }
    const inspected = await inspectFile(input.open);
    const wrong = contentConflict(input, inspected);
    if (wrong !== undefined) conflicts.push(wrong);
    const { sha256 } = inspected;
    files.push({ input, sha256, marker: attachmentMarker(family, sha256).key });
  }
  return { files, conflicts };
}

function otherName(name: string, stored: unknown): Pick<AttachmentOperation, 'storedName'> {
  const isOther =
    typeof stored === 'string' && stored !== '' && stored.normalize('NFC') !== name.normalize('NFC');
  return isOther ? { storedName: stored } : {};
}

function withoutDoubles(operations: readonly AttachmentOperation[]): readonly AttachmentOperation[] {
  return [...new Map(operations.map((operation) => [operation.marker, operation])).values()];
}

const noAttachments: Conflict = {
  about: 'attachments',
  message: 'The PSA of this connection takes no attachments.',
  next: 'Leave them out.',
  candidates: [],
};

function standsBeside(name: string): PlanWarning {
  return {
    about: 'attachments.newVersion',
    message: `The PSA does not delete attachments: the new ${name} stands beside the earlier one.`,
  };
}
