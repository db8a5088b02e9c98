import type { Entity } from '../entities/entity.js';
import type { Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';
import { advancedSearch } from './advanced-search.js';
import { columnOf } from './column.js';
import { orderRows } from './order-rows.js';
import type { Query } from './query.js';
import { holds } from './row-filter.js';

export interface ListedRows {
  readonly rows: readonly Row[];
  /** Rows that matched before paging; 0 on a page past the end. */
  readonly recordCount: number;
  readonly pageNo: number;
  readonly pageSize: number;
}

const defaultPageSize = 50;

/** The records a list request asks for: filtered, searched, sorted, and cut to a page. */
export function listRows(entity: Entity, query: Query, world: World): ListedRows {
  const matching = orderRows(matchingRows(entity, query, world), entity, query, world);
  return query.flag('pageinate') ? page(matching, query, world) : unpaged(matching, query, world);
}

function matchingRows(entity: Entity, query: Query, world: World): Row[] {
  const filters = activeFilters(entity, query);
  const search = searchText(entity, query, world);
  const advanced = query.text('advanced_search');
  const meetsAdvanced = advanced ? advancedSearch(advanced, entity) : undefined;
  return [...world.tenant.in(entity.collection).rows()].filter(
    (row) =>
      (entity.serves?.(row, world) ?? true) &&
      (entity.listed?.(row, query, world) ?? true) &&
      filters.every(({ filter, value }) => filter(row, value, world)) &&
      (search === '' || found(entity, row, search, world)) &&
      (meetsAdvanced?.(row, world) ?? true),
  );
}

function activeFilters(entity: Entity, query: Query) {
  const known = new Map(Object.entries(entity.filters ?? {}));
  return [...query.entries()].flatMap(([name, value]) => {
    const filter = known.get(name);
    return filter ? [{ filter, value }] : [];
  });
}

function searchText(entity: Entity, query: Query, world: World): string {
  const ignored = entity.collection === 'clients' && world.switches.get('clientSearchIgnored');
  return ignored ? '' : (query.text('search') ?? '').trim();
}

function found(entity: Entity, row: Row, search: string, world: World): boolean {
  return searchedColumns(entity, world).some((column) => holds(columnOf(entity, row, column, world), search));
}

function searchedColumns(entity: Entity, world: World): readonly string[] {
  return entity.collection === 'items'
    ? world.switches.get('itemSearchFields')
    : (entity.searched ?? ['name']);
}

function page(matching: readonly Row[], query: Query, world: World): ListedRows {
  const cap = world.switches.get('pageCap');
  const asked = query.count('page_size');
  const pageSize = Math.min(asked === undefined || asked === 0 ? defaultPageSize : asked, Math.max(cap, 1));
  const pageNo = Math.max(query.count('page_no') ?? 1, 1);
  const rows = matching.slice((pageNo - 1) * pageSize, pageNo * pageSize);
  return { rows, recordCount: rows.length === 0 ? 0 : matching.length, pageNo, pageSize };
}

function unpaged(matching: readonly Row[], query: Query, world: World): ListedRows {
  const limits = [query.count('count') ?? 0, world.switches.get('unpagedCap')].filter((limit) => limit > 0);
  const rows = limits.length === 0 ? matching : matching.slice(0, Math.min(...limits));
  return { rows, recordCount: matching.length, pageNo: 1, pageSize: rows.length };
}
