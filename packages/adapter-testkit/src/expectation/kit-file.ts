import type { AttachmentUpload } from '@quotebridge/core/plugin';

export interface KitFile {
  readonly upload: AttachmentUpload;
  readonly bytes: Uint8Array;
  /** How often the content was opened. */
  readonly opened: () => number;
}

/** A file whose content comes in pieces of that many bytes; it holds every byte there is. */
export function kitFile(name: string, size = 1024, piece = size): KitFile {
  // A step that shares no factor with 256: pieces that are swapped or repeated show.
  const bytes = Uint8Array.from({ length: size }, (_, index) => (index * 7 + (index >> 8)) % 256);
  let opened = 0;
  const open = async function* (): AsyncGenerator<Uint8Array> {
    opened += 1;
    for (let from = 0; from < size; from += piece) {
      await Promise.resolve();
      yield bytes.slice(from, from + piece);
    }
  };
  return { upload: { name, mediaType: 'application/pdf', size, open }, bytes, opened: () => opened };
}
