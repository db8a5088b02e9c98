import { createEngine, type AttachmentInput, type QuoteDocument } from '@quotebridge/core';
import { openSqliteState } from '@quotebridge/core/sqlite-state';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pluginCandidate } from './plugin-candidate.js';

/** Where an example stands. */
export function examplePath(file: string): string {
  return fileURLToPath(new URL(`../../../../examples/${file}`, import.meta.url));
}

/** The documents of an example file that have no faults, by number. */
export async function exampleDocuments(file: string): Promise<ReadonlyMap<string, QuoteDocument>> {
  await using engine = createEngine({
    plugins: [pluginCandidate('quotewerks-source')],
    state: await openSqliteState({ path: ':memory:' }),
    resolveSecret: async () => undefined,
  });
  const read = await engine.readDocuments({
    name: file,
    bytes: new Uint8Array(readFileSync(examplePath(file))),
  });
  return new Map(
    read.flatMap(({ number, document }) => (document === undefined ? [] : [[number, document]])),
  );
}

/** An example file to attach. */
export function exampleAttachment(file: string): AttachmentInput {
  const bytes = new Uint8Array(readFileSync(examplePath(file)));
  return {
    name: file,
    mediaType: 'application/pdf',
    location: examplePath(file),
    size: bytes.length,
    async *open() {
      const half = Math.ceil(bytes.length / 2);
      yield await Promise.resolve(bytes.subarray(0, half));
      yield bytes.subarray(half);
    },
  };
}
