import { RuleError } from '../error/rule-error.js';
import type { CompiledTable, TableAnswer, TableRow } from './compiled-table.js';
import { tableKey } from './table-key.js';

export interface TableOptions<Value> {
  /** Given for keys that no row has, the empty key included. */
  readonly default?: Value;
}

/** Spellings remembered beside the rows' own; enough for a document, too few to be filled by a hostile one. */
const rememberedSpellings = 1000;
const longestRemembered = 256;

/**
 * Compiles a mapping table such as ItemType → product group. Keys are compared without regard to case, surrounding
 * space and Unicode composition; a spelling seen before costs one `Map` access.
 */
export function compileTable<Value>(
  rows: readonly TableRow<Value>[],
  options: TableOptions<Value> = {},
): CompiledTable<Value> {
  const { byKey, faults } = index(rows);
  const otherwise: TableAnswer<Value> =
    options.default === undefined
      ? Object.freeze({ matched: 'none', value: undefined, row: undefined })
      : Object.freeze({ matched: 'default', value: options.default, row: undefined });

  const bySpelling = new Map<string, TableAnswer<Value>>();
  for (const { key } of rows) bySpelling.set(key, byKey.get(tableKey(key)) ?? otherwise);
  const capacity = bySpelling.size + rememberedSpellings;

  return {
    size: byKey.size,
    faults,
    lookup: (key) => {
      const known = bySpelling.get(key);
      if (known !== undefined) return known;
      const answer = byKey.get(tableKey(key)) ?? otherwise;
      if (bySpelling.size < capacity && key.length <= longestRemembered) bySpelling.set(key, answer);
      return answer;
    },
  };
}

function index<Value>(rows: readonly TableRow<Value>[]): {
  byKey: ReadonlyMap<string, TableAnswer<Value> & { matched: 'row' }>;
  faults: readonly RuleError[];
} {
  const byKey = new Map<string, TableAnswer<Value> & { matched: 'row' }>();
  const faults: RuleError[] = [];
  rows.forEach(({ key, value }, row) => {
    const compared = tableKey(key);
    const earlier = byKey.get(compared);
    const path = `/${row}/key`;
    if (compared === '') {
      faults.push(
        new RuleError('table.emptyKey', `Row ${row + 1} has no key.`, {
          path,
          expected: 'a text to compare with',
        }),
      );
    } else if (earlier !== undefined) {
      const message = `Row ${row + 1} (“${key.slice(0, 80)}”) repeats the key of row ${earlier.row + 1}.`;
      faults.push(new RuleError('table.duplicateKey', message, { path, expected: 'each key once' }));
    } else {
      byKey.set(compared, Object.freeze({ matched: 'row', value, row }));
    }
  });
  return { byKey, faults };
}
