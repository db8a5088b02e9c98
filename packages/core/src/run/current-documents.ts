import type { ReadDocument } from '../engine/engine-types.js';

/**
 * The documents of a file that count: those that no later one of it has replaced (a revision, or the order or invoice that
 * was made of it). Documents with faults stay, so that they are reported.
 */
export function currentDocuments(read: readonly ReadDocument[]): readonly ReadDocument[] {
  const converted = new Set(read.map(({ document }) => document?.convertedFrom));
  return read.filter(
    ({ document }) => document?.superseded !== true && !converted.has(document?.number ?? ''),
  );
}
