import type { FieldValues } from '../contract/field-port.js';
import type { Reasons } from '../plan/reason.js';
import type { LinkedValues } from './linked-values.js';

/** The wanted fields of a record with what DataLink adds to them; the same when it adds nothing. */
export function withLinked<
  Wanted extends { readonly fields: { readonly linked?: FieldValues }; readonly reasons: Reasons },
>(wanted: Wanted, linked: LinkedValues | undefined): Wanted {
  if (linked === undefined || Object.keys(linked.values).length === 0) return wanted;
  return {
    ...wanted,
    fields: { ...wanted.fields, linked: linked.values },
    reasons: { ...wanted.reasons, ...linked.reasons },
  };
}
