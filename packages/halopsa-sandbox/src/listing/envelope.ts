import type { Entity } from '../entities/entity.js';
import type { Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';
import type { ListedRows } from './list-rows.js';
import type { Query } from './query.js';

/** The body of a list: a bare array, or the envelope of the API's `..._View` schemas. */
export function envelope(
  entity: Entity,
  listed: ListedRows,
  shown: readonly Row[],
  query: Query,
  { switches }: World,
): unknown {
  if (entity.rowsKey === undefined) {
    const wrapped = entity.collection === 'customFields' && switches.get('fieldInfoList') === 'envelope';
    return wrapped ? { record_count: listed.recordCount, fields: shown } : shown;
  }
  const paging = { page_no: listed.pageNo, page_size: listed.pageSize, record_count: listed.recordCount };
  if (entity.collection === 'attachments') {
    const owner = Object.fromEntries(
      ['type', 'unique_id', 'ticket_id', 'action_id'].map((name) => [name, query.count(name) ?? 0]),
    );
    return { ...owner, ...paging, attachments: shown, folders: [] };
  }
  return {
    ...paging,
    [entity.rowsKey]: shown,
    ...(entity.collection === 'users' && { user_ids: shown.map(({ id }) => id) }),
    columns_id: 0,
    columns_tilehtml: null,
    columns: query.flag('includecolumns') ? columnsOf(shown) : null,
  };
}

function columnsOf(shown: readonly Row[]): { name: string }[] {
  return Object.keys(shown[0] ?? {}).map((name) => ({ name }));
}
