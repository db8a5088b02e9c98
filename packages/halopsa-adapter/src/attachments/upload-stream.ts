import { QuotebridgeError, type AttachmentUpload, type HttpRequest } from '@quotebridge/core/plugin';
import type { HaloRecord } from '../record/halo-record.js';
import { base64Length, base64Pieces } from '../text/base64-pieces.js';

/** What follows the content: the end of its text, of the record and of the array. */
const end = '"}]';

/**
 * The JSON body of an upload, made while it is sent: the fields, then the content as base64 text in the last field. Of
 * the file no more than a piece is in memory.
 *
 * @throws `plan.stale` while it is read, when the file is no longer as long as it was said to be.
 */
export function uploadStream(
  fields: HaloRecord,
  contentField: string,
  file: AttachmentUpload,
): NonNullable<HttpRequest['stream']> {
  const encoder = new TextEncoder();
  const start = encoder.encode(JSON.stringify([{ ...fields, [contentField]: '' }]).slice(0, -end.length));
  return {
    mediaType: 'application/json; charset=utf-8',
    length: start.length + base64Length(file.size) + end.length,
    open: async function* () {
      yield start;
      for await (const piece of base64Pieces(exactly(file))) yield encoder.encode(piece);
      yield encoder.encode(end);
    },
  };
}

async function* exactly(file: AttachmentUpload): AsyncGenerator<Uint8Array, void, undefined> {
  let read = 0;
  for await (const piece of file.open()) {
    read += piece.length;
    if (read > file.size) throw changed(file);
    yield piece;
  }
  if (read < file.size) throw changed(file);
}

function changed({ name, size }: AttachmentUpload): QuotebridgeError {
  return new QuotebridgeError(
    'plan.stale',
    `The file ${name} is no longer ${size} bytes long: it was changed while it was sent.`,
    { arrived: 'no', next: 'Run it again.' },
  );
}
