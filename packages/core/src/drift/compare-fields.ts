import type { JsonValue } from '../base/json.js';
import { sameValue } from '../base/same-value.js';
import type { FieldOwnership } from '../plan/ownership.js';
import { linkedImage } from '../datalink/linked-image.js';
import { asObject } from '../settings/settings-schema.js';
import type { BindingImage } from '../state/state-store.js';
import type { FieldDrift } from './drift.js';

/** The PSA makes them out of other things, or they say where a line stands, which is looked at apart. */
const notCompared: ReadonlySet<string> = new Set(['value', 'valueByPeriod', 'position']);

/** Fields that are neither as they were wanted nor as the PSA showed them right after the last write. */
export function compareFields(
  image: BindingImage,
  current: object,
  ownership: FieldOwnership,
  prefix = '',
): readonly FieldDrift[] {
  const now = current as Readonly<Record<string, JsonValue | undefined>>;
  return Object.entries(image.wanted).flatMap(([field, wanted]): readonly FieldDrift[] => {
    if (field === 'linked' && prefix === '') {
      return compareFields(linkedImage(image) ?? image, asObject(now[field]), ownership, 'linked.');
    }
    const value = now[field];
    // A field that the PSA does not show says nothing.
    if (value === undefined || (prefix === '' && notCompared.has(field))) return [];
    const sent = Object.hasOwn(image.stored, field) ? (image.stored[field] ?? null) : wanted;
    if (sameValue(value, sent) || sameValue(value, wanted)) return [];
    const name = `${prefix}${field}`;
    const owner = ownership[name] ?? 'shared';
    const nextPush = owner === 'ours' ? 'putBack' : 'left';
    return [{ field: name, sent, now: value, ownership: owner, nextPush }];
  });
}
