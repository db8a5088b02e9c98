import type { QuoteLineWrite } from '@quotebridge/core/plugin';
import type { FieldWriter } from '../fields/field-writer.js';
import type { HaloRecord } from '../record/halo-record.js';

/** What DataLink writes into each line, by the line's key; lines without it are not in the map. */
export async function linkedLines(
  lines: readonly QuoteLineWrite[],
  writer: FieldWriter,
): Promise<ReadonlyMap<string, HaloRecord>> {
  const linked = new Map<string, HaloRecord>();
  for (const line of lines) {
    if (line.action !== 'foreign' && line.fields.linked !== undefined)
      linked.set(line.key, await writer.body(line.fields.linked));
  }
  return linked;
}
