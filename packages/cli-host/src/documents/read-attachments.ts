import { inputFileError } from './input-file-error.js';
import { mediaType } from './media-type.js';
import { openInputFile } from './open-input-file.js';
import { QuotebridgeError, type AttachmentInput } from '@quotebridge/core';
import { access, constants, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';

/** The files to attach. What cannot be attached is refused here, before anything is sent; no content is read yet. */
export async function readAttachments(paths: readonly string[]): Promise<readonly AttachmentInput[]> {
  const attachments: AttachmentInput[] = [];
  for (const location of new Set(paths.map((path) => resolve(path)))) {
    const size = await readableSize(location);
    const name = basename(location);
    if (size === 0) throw unusable(location, 'is empty', 'a file with content');
    refuseSameName(attachments, name, location);
    attachments.push({
      name,
      mediaType: mediaType(name),
      location,
      size,
      open: () => openInputFile(location, 'attachment'),
    });
  }
  return attachments;
}

/** @throws `usage` when an attachment of that name is there already */
export function refuseSameName(others: readonly AttachmentInput[], name: string, location = name): void {
  if (others.some((other) => other.name.toLowerCase() === name.toLowerCase()))
    throw unusable(location, 'has the same name as another attachment', 'a name of its own');
}

/** Bytes of a file that can be read. */
async function readableSize(location: string): Promise<number> {
  try {
    const facts = await stat(location);
    if (facts.isDirectory()) throw Object.assign(new Error('folder'), { code: 'EISDIR' });
    if (!facts.isFile()) throw unusable(location, 'is no file', 'a file with content');
    await access(location, constants.R_OK);
    return facts.size;
  } catch (error) {
    throw inputFileError(error, location, 'attachment', 'usage');
  }
}

function unusable(path: string, reason: string, expected: string): QuotebridgeError {
  return new QuotebridgeError('usage', `The attachment “${path}” ${reason}.`, {
    faults: [{ at: path, expected }],
    next: 'Correct it and run again; nothing was sent.',
  });
}
