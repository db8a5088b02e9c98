import { mediaType } from './media-type.js';
import { readInputFile } from './read-input-file.js';
import { QuotebridgeError, type AttachmentInput } from '@quotebridge/core';
import { basename, resolve } from 'node:path';

/** Reads the files to attach, and refuses what cannot be attached, before anything is sent. */
export async function readAttachments(paths: readonly string[]): Promise<readonly AttachmentInput[]> {
  const attachments: AttachmentInput[] = [];
  for (const location of new Set(paths.map((path) => resolve(path)))) {
    const bytes = await readInputFile(location, 'attachment', 'usage');
    const name = basename(location);
    if (bytes.length === 0) throw unusable(location, 'is empty', 'a file with content');
    if (attachments.some((other) => other.name.toLowerCase() === name.toLowerCase())) {
      throw unusable(location, 'has the same name as another attachment', 'a name of its own');
    }
    attachments.push({ name, mediaType: mediaType(name), location, bytes });
  }
  return attachments;
}

function unusable(path: string, reason: string, expected: string): QuotebridgeError {
  return new QuotebridgeError('usage', `The attachment “${path}” ${reason}.`, {
    faults: [{ at: path, expected }],
    next: 'Correct it and run again; nothing was sent.',
  });
}
