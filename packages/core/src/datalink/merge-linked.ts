import type { JsonValue } from '../base/json.js';
import type { FieldValues } from '../contract/field-port.js';
import type { KeptField } from '../plan/operation.js';
import type { FieldOwnership, Ownership } from '../plan/ownership.js';
import type { BindingImage } from '../state/state-store.js';
import { linkedReason } from './linked-values.js';

export interface MergedLinked {
  readonly write: FieldValues;
  /** Of the fields to write; empty text: nothing stood there. */
  readonly before: FieldValues;
  readonly standing: FieldValues;
  /** By the PSA's own names. */
  readonly kept: readonly (KeptField & { readonly theirs: string; readonly ours: string })[];
}

/**
 * Three-way comparison of DataLink values, field by field: a shared value that a person changed in the PSA since we last
 * wrote it stays, and so does whatever stands in a field of theirs. A value that the PSA does not show is written when
 * ours is new.
 *
 * @param ownership by `linked.` and the name of the field
 */
export function mergeLinked(
  wanted: FieldValues,
  current: FieldValues | undefined,
  image: BindingImage | undefined,
  ownership: FieldOwnership = {},
): MergedLinked {
  const write: Record<string, string> = {};
  const before: Record<string, string> = {};
  const standing: Record<string, string> = {};
  const kept: MergedLinked['kept'][number][] = [];
  for (const [field, want] of Object.entries(wanted)) {
    const now = current?.[field];
    const lastWanted = textOf(image?.wanted, field);
    const owner = ownership[linkedReason(field)] ?? 'shared';
    standing[field] = want;
    if (now !== undefined && sameText(now, want)) continue;
    const lastShown = textOf(image?.stored, field) ?? lastWanted;
    const theirsChanged = now !== undefined && lastShown !== undefined && !sameText(now, lastShown);
    if (now !== undefined && owner !== 'ours' && (theirsChanged || isTheirs(owner, now))) {
      standing[field] = now;
      const last = lastWanted === undefined ? {} : { lastWritten: lastWanted };
      kept.push({ field, theirs: now, ours: want, ...last, ownership: owner });
    } else if (owner === 'theirs' && lastWanted !== undefined) {
      continue;
    } else if (lastWanted !== want || (owner === 'ours' && theirsChanged)) {
      write[field] = want;
      before[field] = now ?? '';
    }
  }
  return { write, before, standing, kept };
}

/** A field of theirs is only filled while nothing stands there. */
function isTheirs(owner: Ownership, now: string): boolean {
  return owner === 'theirs' && now.trim() !== '';
}

/** Line breaks and blanks at the ends come back otherwise from many a PSA. */
function sameText(left: string, right: string): boolean {
  return left === right || plain(left) === plain(right);
}

function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

function textOf(
  values: { readonly [field: string]: JsonValue } | undefined,
  field: string,
): string | undefined {
  const value = values !== undefined && Object.hasOwn(values, field) ? values[field] : undefined;
  return typeof value === 'string' ? value : undefined;
}
