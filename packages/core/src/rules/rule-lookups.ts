import { pointer, type RuleSet, type Table } from '@quotebridge/mapping-rules';
import type { LookupValue } from '../resolve/lookup-faults.js';
import type { RulePlaces } from './rule-places.js';

/** The lists of the PSA that tables name entries of. */
const lists = { productGroups: 'productGroups', users: 'agents', taxes: 'taxes' } as const;

/**
 * Every entry of a list that the tables of a rule file name, those of the tables that they fall back to included: each
 * once, with the first row that names it.
 */
export function ruleLookups(ruleSet: RuleSet, places: RulePlaces): readonly LookupValue[] {
  return Object.entries(lists).flatMap(([section, lookup]) => {
    if (!places.isOfFile(`/${section}`)) return [];
    const first = new Map<string, string>();
    for (const [path, table] of chainOf(ruleSet, section as keyof typeof lists)) {
      for (const [place, value] of valuesOf(table))
        if (value !== '' && !first.has(value) && places.isOfFile(path + place))
          first.set(value, path + place);
    }
    return [...first].map(([value, path]) => ({
      lookup,
      value,
      path: places.at(path),
      place: places.inFile(path),
    }));
  });
}

/** A table and those that it falls back to, by their places. */
function chainOf(ruleSet: RuleSet, section: keyof typeof lists): ReadonlyMap<string, Table> {
  const { tables = {} } = ruleSet;
  const chain = new Map<string, Table>();
  let next = ruleSet[section];
  let path = `/${section}`;
  while (next !== undefined && !chain.has(path)) {
    chain.set(path, next);
    const { fallback = '' } = next;
    next = Object.hasOwn(tables, fallback) ? tables[fallback] : undefined;
    path = pointer(['tables', fallback]);
  }
  return chain;
}

function valuesOf({ rows, default: otherwise }: Table): readonly (readonly [place: string, value: string])[] {
  return [
    ...Object.entries<string | { readonly value: string }>(rows).map(
      ([row, value]) => [pointer(['rows', row]), typeof value === 'string' ? value : value.value] as const,
    ),
    ...(otherwise === undefined ? [] : [['/default', otherwise] as const]),
  ];
}
