import type { AttachmentInput } from '../engine/engine-types.js';
import { endingOf, fitsEnding } from './file-type.js';
import type { InspectedFile } from './inspect-file.js';
import type { Conflict } from './plan.js';

/** What speaks against a file before any of it is read. */
export function fileConflict(
  { name, location, size }: AttachmentInput,
  allowed: { readonly types: readonly string[]; readonly maximumBytes?: number | undefined },
): Conflict | undefined {
  const ending = endingOf(name);
  const { types, maximumBytes } = allowed;
  if (!types.includes(ending)) {
    return {
      about: 'attachments.types',
      message:
        ending === ''
          ? `The file ${location} has no ending that tells its type.`
          : `The file ${location} is of the type ${ending}, which may not be attached.`,
      next:
        ending === ''
          ? 'Give it one, or leave it out.'
          : `Leave it out, or add ${ending} to attachments.types.`,
      candidates: [],
    };
  }
  if (size === 0) return conflict(name, `The file ${location} is empty.`, 'Attach a file that has content.');
  if (maximumBytes === undefined || size <= maximumBytes) return undefined;
  const message = `The file ${location} has ${size} bytes; the PSA takes at most ${maximumBytes}.`;
  return conflict(name, message, 'Attach a smaller file.');
}

/** What speaks against its content. */
export function contentConflict(
  { name, location, size }: AttachmentInput,
  { length, start }: InspectedFile,
): Conflict | undefined {
  if (length !== size) {
    const message = `The file ${location} was said to have ${size} bytes, and has ${length}.`;
    return conflict(name, message, 'Leave it as it is while it is read, then run it again.');
  }
  if (fitsEnding(endingOf(name), start)) return undefined;
  const message = `The file ${location} is not what its name says: its content does not begin as that of a ${endingOf(name)} file does.`;
  return conflict(name, message, 'Attach the right file, or correct its ending.');
}

function conflict(about: string, message: string, next: string): Conflict {
  return { about, message, next, candidates: [] };
}
