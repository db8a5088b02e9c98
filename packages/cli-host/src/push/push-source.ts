import { resolve } from 'node:path';
import type { AttachmentOptions } from '../command-line/attachment-options.js';
import type { PushSource } from '@quotebridge/core';

/** Where a document is found again when it does not go through; paths that hold from every folder. */
export function pushSource(
  file: string,
  byHand: readonly string[],
  { render, links }: AttachmentOptions,
): PushSource {
  return {
    file: resolve(file),
    ...(byHand.length === 0 ? {} : { attach: byHand.map((path) => resolve(path)) }),
    ...(render === undefined ? {} : { render }),
    ...(links === undefined ? {} : { links }),
  };
}
