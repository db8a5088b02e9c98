import { asObject } from '../settings/settings-schema.js';
import type {
  BeforeAttachment,
  BeforeLine,
  BeforeQuote,
  BeforeRecord,
  ChangedFields,
  FieldImage,
} from '../state/before-image-store.js';

/**
 * What a push that was cut off changed, and what the one changes that goes on from there, as if it had been one: what
 * stood there before the first, and what the second writes.
 */
export function mergeBeforeRecords(
  first: readonly BeforeRecord[],
  second: readonly BeforeRecord[],
): readonly BeforeRecord[] {
  const later = new Map(second.map((record) => [keyOf(record), record]));
  const merged = first.map((record) => {
    const next = later.get(keyOf(record));
    later.delete(keyOf(record));
    return next === undefined ? record : mergeRecord(record, next);
  });
  return [...merged, ...later.values()];
}

function mergeRecord(first: BeforeRecord, second: BeforeRecord): BeforeRecord {
  if (first.kind === 'attachment' && second.kind === 'attachment') return mergeAttachment(first, second);
  if (first.kind === 'completion' || second.kind === 'completion') return first;
  if (first.kind === 'attachment' || second.kind === 'attachment') return first;
  const fields = mergeChanges(first, second);
  if (first.kind === 'quote' && second.kind === 'quote')
    return { ...first, ...statusOf(second), ...fields, lines: mergeLines(first, second) };
  return { ...first, ...statusOf(second), ...fields };
}

function statusOf(record: BeforeRecord): object {
  return 'statusId' in record ? { statusId: record.statusId } : {};
}

function mergeChanges(first: ChangedFields, second: ChangedFields): ChangedFields {
  const created = first.created || second.created;
  const id = second.id ?? first.id;
  const shown = second.shown ?? first.shown;
  return {
    created,
    ...(id === undefined ? {} : { id }),
    // What a created record held before its second write is nothing that stood there before the first.
    before: first.created ? first.before : mergeFields(second.before, first.before),
    wrote: mergeFields(first.wrote, second.wrote),
    ...(shown === undefined ? {} : { shown: mergeFields(first.shown ?? {}, shown) }),
  };
}

/** The second goes first; values of DataLink one by one. */
function mergeFields(first: FieldImage, second: FieldImage): FieldImage {
  const linked = { ...asObject(first['linked']), ...asObject(second['linked']) };
  return { ...first, ...second, ...(Object.keys(linked).length === 0 ? {} : { linked }) };
}

function mergeLines(first: BeforeQuote, second: BeforeQuote): readonly BeforeLine[] {
  const later = new Map(second.lines.map((line) => [line.key, line]));
  const merged = first.lines.map((line) => {
    const next = later.get(line.key);
    later.delete(line.key);
    return next === undefined ? line : mergeLine(line, next);
  });
  return [...merged, ...later.values()];
}

function mergeLine(first: BeforeLine, second: BeforeLine): BeforeLine {
  // Removed, and written again: it was there before, and it is there now.
  if (first.removed !== undefined && second.removed === undefined)
    return { ...second, created: false, before: lineFields(first.removed), removed: first.removed };
  // Changed, and then removed: how it stood is what the first found.
  if (second.removed !== undefined && !first.created)
    return { ...second, removed: { ...second.removed, ...withoutNulls(first.before) } };
  return { ...first, ...mergeChanges(first, second) };
}

function lineFields(line: object): FieldImage {
  return JSON.parse(JSON.stringify(line)) as FieldImage;
}

function withoutNulls(fields: FieldImage): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

function mergeAttachment(first: BeforeAttachment, second: BeforeAttachment): BeforeAttachment {
  return {
    ...first,
    created: first.created || second.created,
    replaced: [...new Set([...first.replaced, ...second.replaced])],
  };
}

function keyOf(record: BeforeRecord): string {
  switch (record.kind) {
    case 'item':
      return `item ${record.number}`;
    case 'contact':
      return `${record.object} ${record.id ?? ''}`;
    case 'attachment':
      return `attachment ${record.marker}`;
    case 'opportunity':
    case 'quote':
    case 'completion':
      return record.kind;
  }
}
