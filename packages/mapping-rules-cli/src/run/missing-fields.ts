import { fieldReference, nearestNames, scopeReader, type CompiledRuleSet } from '@quotebridge/mapping-rules';

/** A field that the rules read and no column holds. */
export interface MissingField {
  readonly field: string;
  /** Columns that may be meant for it. */
  readonly suggestions: readonly string[];
}

/** They count as empty on every line. */
export function missingFields(
  { vocabulary, fields }: Pick<CompiledRuleSet, 'vocabulary' | 'fields'>,
  columns: readonly string[],
): readonly MissingField[] {
  const { scope } = scopeReader(columns, vocabulary, fields)(columns.map(() => 'x'));
  return fields
    .filter((text) => {
      const { area, name } = fieldReference(text);
      return !Object.keys(scope[area]).some((field) => field.toLowerCase() === name.toLowerCase());
    })
    .map((field) => ({ field, suggestions: nearestNames(field, columns) }));
}
