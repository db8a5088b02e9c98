import type { FieldValues } from '@quotebridge/core/plugin';
import { shownValues } from './memory-field-values.js';

/** The record with the DataLink values that were asked for, and without any when none were. */
export function withLinked<Stored extends { readonly linked?: FieldValues }>(
  stored: Stored,
  names: readonly string[] | undefined,
): Stored {
  const { linked, ...rest } = stored;
  return (names === undefined ? rest : { ...rest, linked: shownValues(rest, linked, names) }) as Stored;
}
