import { createEngine, type QuoteDocument } from '@quotebridge/core';
import { openSqliteState } from '@quotebridge/core/sqlite-state';
import { exampleBytes } from './example-file.js';
import { pluginCandidate } from './plugin-candidate.js';

/** The example documents that have no faults, by number. */
export async function exampleDocuments(file = 'quotes.csv'): Promise<ReadonlyMap<string, QuoteDocument>> {
  await using engine = createEngine({
    plugins: [pluginCandidate('quotewerks-source')],
    state: await openSqliteState({ path: ':memory:' }),
    resolveSecret: async () => undefined,
  });
  const read = await engine.readDocuments({ name: file, bytes: exampleBytes(file) });
  return new Map(
    read.flatMap(({ number, document }) => (document === undefined ? [] : [[number, document]])),
  );
}
