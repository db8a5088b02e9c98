import { refuseAs } from '../errors/refuse-as.js';
import { readInputFile } from '@quotebridge/command-line/files';
import type { Engine, QuoteDocument, ReadDocument } from '@quotebridge/core';
import { basename } from 'node:path';

/** The documents of a file, each with its faults. */
export async function readDocuments(engine: Engine, path: string): Promise<readonly ReadDocument[]> {
  const bytes = await readInputFile(path, 'document file', refuseAs('document.invalid'));
  return engine.readDocuments({ name: basename(path), bytes });
}

/** Those that can be used. */
export function validDocuments(read: readonly ReadDocument[]): readonly QuoteDocument[] {
  return read.flatMap(({ document }) => (document === undefined ? [] : [document]));
}
