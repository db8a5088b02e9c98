import { equalJson } from '../base/canonical-json.js';
import type { JsonValue } from '../base/json.js';
import { sameValue } from '../base/same-value.js';
import { asObject } from '../settings/settings-schema.js';
import type { ChangedFields, FieldImage } from '../state/before-image-store.js';

/** What becomes of the fields of one record that a push wrote. */
export interface RestoredFields {
  /** Fields to write, as they were before the push. */
  readonly wanted: FieldImage;
  /** How they stand now. */
  readonly before: FieldImage;
  readonly left: readonly LeftField[];
}

/** A field that is not put back. Values of DataLink are called `linked.` and the PSA's name. */
export interface LeftField {
  readonly field: string;
  /** Before the push; undefined: not known. */
  readonly was: JsonValue | undefined;
  readonly wrote: JsonValue;
  readonly now: JsonValue;
  readonly why: 'changed' | 'notEmptied';
}

/** The PSA makes them out of other things; whatever it shows says nothing about people. */
const derivedFields: ReadonlySet<string> = new Set(['value', 'valueByPeriod']);

/** What a field that was empty is written as. Other fields cannot be emptied. */
const emptyValues: Readonly<Record<string, JsonValue>> = {
  description: '',
  purchaseOrder: '',
  note: '',
  itemId: null,
  taxId: null,
  groupKey: null,
  date: null,
  expiresOn: null,
  expectedCloseDate: null,
};

/**
 * Three-way: a field is put back when it still is what the push wrote; when it is as it was before, there is nothing to do;
 * when it is something else, somebody has changed it since and it is left.
 */
export function restoreFields(record: ChangedFields, current: object): RestoredFields {
  const wanted: Record<string, JsonValue> = {};
  const before: Record<string, JsonValue> = {};
  const left: LeftField[] = [];
  const now = current as FieldImage;
  for (const [field, wrote] of Object.entries(record.wrote)) {
    if (field === 'linked') {
      const linked = restoreLinked(record, asObject(now[field]));
      if (Object.keys(linked.wanted).length > 0) {
        wanted[field] = linked.wanted;
        before[field] = linked.before;
      }
      left.push(...linked.left.map((value) => ({ ...value, field: `linked.${value.field}` })));
      continue;
    }
    const stands = now[field];
    const was = record.before[field] ?? emptyValues[field];
    if (equalJson(stands, was)) continue;
    if (isChangedSince(record, field, stands)) {
      if (!derivedFields.has(field)) left.push({ field, was, wrote, now: stands ?? null, why: 'changed' });
    } else if (was === undefined) {
      if (!derivedFields.has(field) && stands !== undefined)
        left.push({ field, was, wrote, now: stands, why: 'notEmptied' });
    } else {
      wanted[field] = was;
      before[field] = stands ?? null;
    }
  }
  return { wanted, before, left };
}

/** Fields of a record that the push created and that somebody has changed since. */
export function changedSince(record: ChangedFields, current: object): readonly string[] {
  const now = current as FieldImage;
  return Object.keys(record.wrote).flatMap((field): readonly string[] => {
    if (field === 'linked') {
      const there = asObject(now[field]);
      const { wrote, shown } = linkedOf(record);
      return Object.keys(wrote)
        .filter((name) =>
          isChangedSince({ wrote, ...(shown === undefined ? {} : { shown }) }, name, there[name]),
        )
        .map((name) => `linked.${name}`);
    }
    if (derivedFields.has(field)) return [];
    return isChangedSince(record, field, now[field]) ? [field] : [];
  });
}

/** A field that the PSA does not show says nothing. */
function isChangedSince(
  { wrote, shown }: Pick<ChangedFields, 'wrote' | 'shown'>,
  field: string,
  now: JsonValue | undefined,
): boolean {
  if (now === undefined) return false;
  return !sameValue(now, wrote[field]) && !(shown !== undefined && sameValue(now, shown[field]));
}

function restoreLinked(record: ChangedFields, now: FieldImage): RestoredFields {
  const { before, wrote, shown } = linkedOf(record);
  // Empty text is how DataLink says that nothing stands there.
  const filled = Object.fromEntries(Object.keys(wrote).map((name) => [name, before[name] ?? '']));
  return restoreFields(
    { created: false, before: filled, wrote, ...(shown === undefined ? {} : { shown }) },
    now,
  );
}

function linkedOf({
  before,
  wrote,
  shown,
}: ChangedFields): Pick<ChangedFields, 'before' | 'wrote' | 'shown'> {
  return {
    before: asObject(before['linked']),
    wrote: asObject(wrote['linked']),
    ...(shown === undefined ? {} : { shown: asObject(shown['linked']) }),
  };
}
