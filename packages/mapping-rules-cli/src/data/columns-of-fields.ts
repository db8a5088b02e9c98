import { fieldText, scopeReader, type MacroArea, type Vocabulary } from '@quotebridge/mapping-rules';

/** Places of the first and the last column that hold one field, from 0; mostly it is the same. */
export interface FieldColumns {
  readonly first: number;
  readonly last: number;
}

/**
 * Which columns hold which fields, by the field as rules write it: `ItemType`, `DH_DocNo`, `LineType`.
 *
 * @param needed fields to look for, and `LineType`; absent: all
 */
export function columnsOfFields(
  columns: readonly string[],
  vocabulary: Vocabulary,
  needed?: readonly string[],
): ReadonlyMap<string, FieldColumns> {
  const places = columns.map((_, place) => place);
  const first = firstPlaces(columns, places, vocabulary, needed);
  const last = firstPlaces(columns.toReversed(), places.toReversed(), vocabulary, needed);
  return new Map(
    [...first].map(([field, place]) => [field, { first: place, last: last.get(field) ?? place }]),
  );
}

/** A line whose cells are their own places, read by the one who knows what columns mean. */
function firstPlaces(
  columns: readonly string[],
  places: readonly number[],
  vocabulary: Vocabulary,
  needed: readonly string[] | undefined,
): ReadonlyMap<string, number> {
  const { scope, lineType } = scopeReader(columns, vocabulary, needed)(places.map((place) => `#${place}`));
  const found = new Map<string, number>();
  if (lineType.startsWith('#')) found.set('LineType', placeOf(lineType));
  for (const area of ['line', 'header', 'application'] satisfies readonly MacroArea[])
    for (const [name, cell] of Object.entries(scope[area])) found.set(fieldText(area, name), placeOf(cell));
  return found;
}

function placeOf(cell: string): number {
  return Number(cell.slice(1));
}
