import { equalJson } from '../base/canonical-json.js';
import type { JsonValue } from '../base/json.js';

/** One value that is not what it was. */
export interface Change {
  /** For people: `title`, `line 7 “Microsoft 365”, price`. */
  readonly at: string;
  /** Undefined: nothing was there. */
  readonly before?: JsonValue;
  /** Undefined: nothing is there now. */
  readonly after?: JsonValue;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * What is different between two readings of a record or a document, value by value. Lists of things with an id or a key
 * are compared thing by thing, whatever their order.
 *
 * @param passedOver names of values that nobody would recognise
 */
export function changesBetween(
  before: Fields,
  after: Fields,
  passedOver: readonly string[] = [],
): readonly Change[] {
  return fieldChanges(before, after, '', new Set(passedOver));
}

function fieldChanges(before: Fields, after: Fields, at: string, without: ReadonlySet<string>): Change[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .filter((name) => !without.has(name))
    .flatMap((name) => {
      const place = at === '' ? name : `${at}, ${name}`;
      const [was, is] = [before[name], after[name]];
      if (equalJson(was, is)) return [];
      if (isList(was) && isList(is)) return listChanges(was, is, at, name, without);
      if (isFields(was) && isFields(is)) return fieldChanges(was, is, place, without);
      return [change(place, was, is)];
    });
}

function listChanges(
  before: readonly Fields[],
  after: readonly Fields[],
  at: string,
  name: string,
  without: ReadonlySet<string>,
): Change[] {
  const now = new Map(after.map((entry) => [idOf(entry), entry]));
  const known = new Set(before.map(idOf));
  const place = (entry: Fields, index: number): string =>
    `${at === '' ? '' : `${at}, `}${name.replace(/s$/, '')} ${positionOf(entry, index)}${nameOf(entry)}`;
  const changes = before.flatMap((was, index) => {
    const is = now.get(idOf(was));
    if (is === undefined) return [{ at: place(was, index), before: 'there' }];
    return fieldChanges(was, is, place(was, index), without);
  });
  const added = after.flatMap((entry, index) =>
    known.has(idOf(entry)) ? [] : [{ at: place(entry, index), after: 'there' }],
  );
  const all = [...changes, ...added];
  return all.length === 0 ? [{ at: `order of ${name}`, before: 'as it was', after: 'another one' }] : all;
}

/** A list of things that can be told from each other. */
function isList(value: unknown): value is readonly Fields[] {
  return Array.isArray(value) && value.every((entry) => isFields(entry) && idOf(entry) !== undefined);
}

function isFields(value: unknown): value is Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function idOf(entry: Fields): unknown {
  return entry['id'] ?? entry['key'];
}

function positionOf(entry: Fields, index: number): string {
  const position = entry['position'];
  return String(typeof position === 'number' ? position : index + 1);
}

function nameOf(entry: Fields): string {
  const text = entry['name'] ?? entry['description'];
  return typeof text === 'string' && text !== '' ? ` “${text.split('\n', 1)[0]?.slice(0, 60) ?? ''}”` : '';
}

function change(at: string, before: unknown, after: unknown): Change {
  return {
    at,
    ...(before === undefined ? {} : { before: before as JsonValue }),
    ...(after === undefined ? {} : { after: after as JsonValue }),
  };
}
