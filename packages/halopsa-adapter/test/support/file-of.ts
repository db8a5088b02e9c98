import type { AttachmentUpload } from '@quotebridge/core/plugin';

/** A file to upload, given out in pieces of a length that is no multiple of three. */
export function fileOf(name: string, bytes: Uint8Array, pieceLength = 1000): AttachmentUpload {
  return {
    name,
    mediaType: 'application/pdf',
    size: bytes.length,
    open: async function* () {
      for (let start = 0; start < bytes.length; start += pieceLength) {
        yield await Promise.resolve(bytes.subarray(start, start + pieceLength));
      }
    },
  };
}
