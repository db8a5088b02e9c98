import type { MacroArea, MacroScope } from '../macro/macro-scope.js';
import { setMember } from '../rule-set/set-member.js';
import { FieldNames } from './field-names.js';
import { fieldReference, fieldText } from './field-reference.js';
import { lineTypeOf } from './line-types.js';
import type { Vocabulary } from './vocabulary.js';

export interface ReadLine {
  readonly scope: MacroScope;
  /** Name of the type; as written when there is no such type. */
  readonly lineType: string;
}

/** A field and the columns that hold it. */
interface Place {
  readonly area: MacroArea;
  readonly field: string;
  readonly indexes: number[];
}

/**
 * Makes the function that turns the cells of a table into what rules read. A column is a field of the line (`ItemType`,
 * `DI_ItemType`), of the header (`DH_DocNo`, or `DocNo`, which no line has) or of the application; `LineType` says what
 * the line is. Of several columns for one field the first that is filled counts.
 *
 * @param needed fields such as `CompiledRuleSet.fields`; absent: all are read.
 */
export function scopeReader(
  columns: readonly string[],
  vocabulary: Vocabulary,
  needed?: readonly string[],
): (cells: readonly string[]) => ReadLine {
  const all = placesOf(columns, new FieldNames(vocabulary));
  const wanted = needed === undefined ? undefined : new Set(needed);
  const places = [...all.entries()]
    .filter(([text]) => wanted?.has(text) !== false)
    .map(([, { area, field, indexes }]) => ({
      area,
      field,
      first: indexes[0] ?? 0,
      others: indexes.slice(1),
    }));
  const types = [...all.values()].find(({ area, field }) => area === 'line' && /^linetype$/i.test(field));
  return (cells) => {
    const scope = { line: {}, header: {}, application: {} };
    for (const { area, field, first, others } of places) {
      const value = others.length === 0 ? cells[first] : filled(cells, first, others);
      if (value !== undefined) setMember(scope[area], field, value);
    }
    const type = types === undefined ? '' : (filled(cells, types.indexes[0] ?? 0, types.indexes) ?? '');
    return { scope, lineType: lineTypeOf(type) ?? type };
  };
}

/** By the field as rules write it. */
function placesOf(columns: readonly string[], names: FieldNames): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const [index, column] of columns.entries()) {
    const { area, name } = fieldReference(column);
    const known = names.resolve(column) ?? { area, field: name };
    const text = fieldText(known.area, known.field);
    const place = places.get(text);
    if (place === undefined) places.set(text, { ...known, indexes: [index] });
    else place.indexes.push(index);
  }
  return places;
}

function filled(cells: readonly string[], first: number, others: readonly number[]): string | undefined {
  const value = cells[first];
  if (value !== undefined && value.trim() !== '') return value;
  for (const index of others) {
    const other = cells[index];
    if (other !== undefined && other.trim() !== '') return other;
  }
  return value;
}
