import { pointer } from '../problem/pointer.js';
import type { CompiledTable } from '../table/compiled-table.js';
import type { RuleTables } from './compiled-rule-set.js';

/** The table that stands at a place of the rules, by its JSON pointer: `/productGroups`, `/tables/Warranty`. */
export function tableAt(tables: RuleTables, path: string): CompiledTable | undefined {
  switch (path) {
    case '/productGroups':
      return tables.productGroups;
    case '/users':
      return tables.users;
    case '/taxes':
      return tables.taxes;
    case '/partNumber/generation/byItemType':
      return tables.byItemType;
    default:
      return [...tables.own].find(([name]) => pointer(['tables', name]) === path)?.[1];
  }
}
