import { equalJson } from '../base/canonical-json.js';
import type { JsonValue } from '../base/json.js';
import type { FieldValues } from '../contract/field-port.js';
import { linkedImage } from '../datalink/linked-image.js';
import { linkedReason } from '../datalink/linked-values.js';
import { mergeLinked } from '../datalink/merge-linked.js';
import type { BindingImage } from '../state/state-store.js';
import type { KeptField } from './operation.js';
import type { FieldOwnership, Ownership } from './ownership.js';

export interface Merged<Fields> {
  /** Fields to write now. */
  readonly write: Partial<Fields>;
  /** What stands there before, of the fields to write. */
  readonly before: Partial<Fields>;
  /** Every field as it will stand afterwards. */
  readonly standing: Partial<Fields>;
  /** Fields that are left as they are in the PSA although we want something else. */
  readonly kept: readonly KeptField[];
  /** What we want of the fields that are left. */
  readonly ours: Partial<Fields>;
}

/**
 * Three-way comparison of one record: what we last wrote, what stands there now, what the document wants.
 * Without a record everything is written; without a memory of the last write everything that differs is, except what
 * belongs to the PSA. A field that was never written before is one without a memory. The values of DataLink (`linked`) are
 * compared one by one, and only those to write stand in `write`.
 */
export function mergeFields<Fields extends object>(input: {
  readonly wanted: Partial<Fields>;
  readonly current: Partial<Fields> | undefined;
  readonly image: BindingImage | undefined;
  readonly ownership: FieldOwnership;
}): Merged<Fields> {
  const { image, ownership } = input;
  const write: Record<string, unknown> = {};
  const before: Record<string, unknown> = {};
  const standing: Record<string, unknown> = {};
  const kept: KeptField[] = [];
  const ours: Record<string, unknown> = {};
  const current = input.current as Readonly<Record<string, unknown>> | undefined;

  for (const [field, want] of Object.entries(input.wanted)) {
    if (want === undefined) continue;
    const now = current?.[field];
    if (field === 'linked') {
      const remembered = current === undefined ? undefined : linkedImage(image);
      const values = want as FieldValues;
      const linked = mergeLinked(values, now as FieldValues | undefined, remembered, ownership);
      if (Object.keys(linked.write).length > 0) {
        write[field] = linked.write;
        if (current !== undefined) before[field] = linked.before;
      }
      standing[field] = linked.standing;
      kept.push(...linked.kept.map((value) => ({ ...value, field: linkedReason(value.field) })));
      if (linked.kept.length > 0)
        ours[field] = Object.fromEntries(linked.kept.map((value) => [value.field, value.ours]));
      continue;
    }
    const owner = ownership[field] ?? 'shared';
    const decision = current === undefined ? 'write' : decide(field, want, now, owner, image);
    standing[field] = decision === 'theirs' ? now : want;
    if (decision === 'write') {
      write[field] = want;
      if (now !== undefined) before[field] = now;
    }
    if (decision === 'theirs') {
      kept.push({
        field,
        ours: want as JsonValue,
        theirs: now as JsonValue,
        ...(image?.wanted[field] === undefined ? {} : { lastWritten: image.wanted[field] }),
        ownership: owner,
      });
      ours[field] = want;
    }
  }
  return { write, before, standing, kept, ours } as Merged<Fields>;
}

type Decision = 'write' | 'leave' | 'theirs';

function decide(
  field: string,
  want: unknown,
  now: unknown,
  ownership: Ownership,
  image: BindingImage | undefined,
): Decision {
  if (now !== undefined && equalJson(now, want)) return 'leave';
  if (ownership === 'theirs') return now === undefined ? 'leave' : 'theirs';
  if (image === undefined || !Object.hasOwn(image.wanted, field)) return 'write';
  const oursChanged = !equalJson(image.wanted[field], want);
  if (now === undefined) return oursChanged ? 'write' : 'leave';
  const theirsChanged = !equalJson(
    Object.hasOwn(image.stored, field) ? image.stored[field] : image.wanted[field],
    now,
  );
  if (theirsChanged) return ownership === 'ours' ? 'write' : 'theirs';
  return oursChanged ? 'write' : 'leave';
}
