import { scopeReader, type CompiledRuleSet, type Problem, type ReadLine } from '@quotebridge/mapping-rules';
import type { DataLine } from './data-line.js';

/** What rules read of a line, or why they cannot be run over it. */
export type LineScope = (ReadLine & { readonly problem?: undefined }) | { readonly problem: Problem };

/** What is known of a set of columns. */
interface KnownColumns {
  readonly read: (cells: readonly string[]) => ReadLine;
  /** Whether the rules read the column at this place. */
  readonly reads: (place: number) => boolean;
}

/** Makes the function that turns lines into what rules read. Of each set of columns the places are looked up once. */
export function scopeOfLine(
  rules: Pick<CompiledRuleSet, 'vocabulary' | 'fields'>,
): (line: DataLine) => LineScope {
  const all = new WeakMap<readonly string[], KnownColumns>();
  let last: readonly string[] = [];
  let known = knownColumns(last, rules);
  return (line) => {
    const { columns, cells, problem, unusable } = line;
    if (problem !== undefined) return { problem };
    if (columns !== last) {
      known = all.get(columns) ?? knownColumns(columns, rules);
      all.set(columns, known);
      last = columns;
    }
    for (const [place, reason] of unusable ?? []) if (known.reads(place)) return { problem: reason };
    return known.read(cells);
  };
}

function knownColumns(
  columns: readonly string[],
  { vocabulary, fields }: Pick<CompiledRuleSet, 'vocabulary' | 'fields'>,
): KnownColumns {
  const read = scopeReader(columns, vocabulary, fields);
  const asked = new Map<number, boolean>();
  const reads = (place: number): boolean => {
    const { scope, lineType } = scopeReader([columns[place] ?? ''], vocabulary, fields)(['?']);
    const areas = [scope.line, scope.header, scope.application];
    return lineType === '?' || areas.some((area) => Object.keys(area).length > 0);
  };
  return {
    read,
    reads: (place) => {
      const answer = asked.get(place) ?? reads(place);
      asked.set(place, answer);
      return answer;
    },
  };
}
