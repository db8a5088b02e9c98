import type { JsonValue } from '@quotebridge/core/plugin';
import { entities, type Entity } from '../api/entities.js';
import type { Query } from '../api/halo-api.js';
import { fieldProfile } from '../profile/field-profile.js';
import type { HaloRecord } from '../record/halo-record.js';
import { readDecimal, readFirstText, readFlag } from '../record/read-values.js';

export interface LookupSource {
  readonly entity: Entity;
  readonly query: Query;
  /** What makes HaloPSA list inactive rows, too. */
  readonly withInactive: Query;
  /** True when zero is the id of an entry, not the absence of one. */
  readonly fromZero?: boolean;
  /** Rows that belong to the list. */
  readonly choose?: (rows: readonly HaloRecord[]) => readonly HaloRecord[];
  readonly detail?: (row: HaloRecord) => Readonly<Record<string, JsonValue>>;
}

/** Where each live list comes from. That HaloPSA itself leaves out agents for API use only is inferred from a parameter of that list. */
export const lookupSources: Readonly<Record<string, LookupSource>> = {
  agents: {
    entity: entities.agent,
    query: {},
    withInactive: { includedisabled: true },
    detail: (row) => texts(row, { email: 'email', team: 'team' }),
  },
  ticketTypes: {
    entity: entities.ticketType,
    query: { domain: 'opps' },
    withInactive: { showinactive: true, includeinactive: true },
  },
  productGroups: {
    entity: entities.productGroup,
    query: {},
    withInactive: { includeinactive: true },
    choose: groupsOfItems,
  },
  statuses: { entity: entities.status, query: { domain: 'opps' }, withInactive: { includeinactive: true } },
  closureCategories: {
    entity: entities.lookup,
    query: { lookupid: fieldProfile.lookupIds.closureCategories },
    withInactive: { showallcodes: true },
    fromZero: true,
  },
  quoteStatuses: {
    entity: entities.lookup,
    query: { lookupid: fieldProfile.lookupIds.quoteStatuses },
    withInactive: { showallcodes: true },
    fromZero: true,
  },
  taxes: {
    entity: entities.tax,
    query: {},
    withInactive: { includeinactive: true },
    detail: (row) => {
      const percent = readDecimal(row, 'value');
      return { ...(percent === undefined ? {} : { percent }), ...texts(row, { code: 'code' }) };
    },
  },
  currencies: {
    entity: entities.currency,
    query: {},
    withInactive: { includeinactive: true },
    detail: (row) => texts(row, { code: 'code', symbol: 'symbol' }),
  },
};

/** Groups that hold items; all of them when no row says which do. */
export function groupsOfItems(rows: readonly HaloRecord[]): readonly HaloRecord[] {
  const { holdsItems } = fieldProfile.productGroup;
  return rows.some((row) => row[holdsItems] !== undefined)
    ? rows.filter((row) => readFlag(row, holdsItems) === true)
    : rows;
}

function texts(row: HaloRecord, fields: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(fields).map(([name, field]) => [name, readFirstText(row, field)] as const);
  return Object.fromEntries(entries.filter(([, text]) => text !== ''));
}
