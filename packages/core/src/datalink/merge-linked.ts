import type { JsonValue } from '../base/json.js';
import type { FieldValues } from '../contract/field-port.js';
import type { BindingImage } from '../state/state-store.js';

export interface MergedLinked {
  readonly write: FieldValues;
  /** Of the fields to write; empty text: nothing stood there. */
  readonly before: FieldValues;
  readonly standing: FieldValues;
  readonly kept: readonly { readonly field: string; readonly theirs: string; readonly ours: string }[];
}

/**
 * Three-way comparison of DataLink values, field by field: a value that a person changed in the PSA since we last wrote
 * it stays. A value that the PSA does not show is written when ours is new.
 */
export function mergeLinked(
  wanted: FieldValues,
  current: FieldValues | undefined,
  image: BindingImage | undefined,
): MergedLinked {
  const write: Record<string, string> = {};
  const before: Record<string, string> = {};
  const standing: Record<string, string> = {};
  const kept: { field: string; theirs: string; ours: string }[] = [];
  for (const [field, want] of Object.entries(wanted)) {
    const now = current?.[field];
    const lastWanted = textOf(image?.wanted, field);
    const lastShown = textOf(image?.stored, field) ?? lastWanted;
    standing[field] = want;
    if (now !== undefined && sameText(now, want)) continue;
    const theirsChanged =
      now !== undefined && lastWanted !== undefined && !sameText(now, lastShown ?? lastWanted);
    if (theirsChanged) {
      standing[field] = now;
      kept.push({ field, theirs: now, ours: want });
    } else if (lastWanted !== want) {
      write[field] = want;
      before[field] = now ?? '';
    }
  }
  return { write, before, standing, kept };
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
