import type { JsonValue } from '../base/json.js';
import { linkedImage } from '../datalink/linked-image.js';
import { asObject } from '../settings/settings-schema.js';
import type { BindingImage } from '../state/state-store.js';

type Fields = { readonly [field: string]: JsonValue };

/**
 * What is remembered of a write: what was wanted, and how the PSA showed it. A field that was not written keeps what was
 * remembered of it, so that a person's change is still seen as one next time.
 */
export function imageAfterWrite(input: {
  readonly wanted: object;
  readonly written: object;
  readonly stored: object | undefined;
  readonly previous: BindingImage | undefined;
  readonly url: string | undefined;
  /** Of the marker that stands in the record now. */
  readonly stamp?: string | undefined;
}): BindingImage {
  const wanted = plain(input.wanted);
  const stored = input.stored === undefined ? {} : plain(input.stored);
  const shown: Record<string, JsonValue> = {};
  for (const [field, value] of Object.entries(wanted)) {
    if (field === 'linked') {
      shown[field] = imageAfterWrite({
        wanted: asObject(value),
        written: 'linked' in input.written ? asObject(input.written.linked) : {},
        stored: asObject(stored[field]),
        previous: linkedImage(input.previous),
        url: undefined,
      }).stored;
      continue;
    }
    shown[field] =
      field in input.written || input.previous === undefined
        ? valueOf(stored, field, value)
        : valueOf(input.previous.stored, field, value);
  }
  const url = input.url ?? input.previous?.url;
  return {
    wanted,
    stored: shown,
    ...(url === undefined ? {} : { url }),
    ...(input.stamp === undefined ? {} : { stamp: input.stamp }),
  };
}

function plain(fields: object): Fields {
  return JSON.parse(JSON.stringify(fields)) as Fields;
}

/** A PSA that shows null for a value has not kept it; that is remembered, too. */
function valueOf(fields: Fields, field: string, otherwise: JsonValue): JsonValue {
  return Object.hasOwn(fields, field) ? (fields[field] ?? null) : otherwise;
}
