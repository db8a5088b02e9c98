import type { Draft } from '../entities/entity.js';
import { generalUserOf, mainSiteOf } from '../entities/main-site.js';
import { ruleError } from '../http/api-error.js';
import { numberIn, type Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';

/** Puts a ticket at a client, a site and a user that belong together, or refuses it. */
export function placeTicket({ row, sent }: Draft, world: World): void {
  const lookup = sent.request['userlookup'] as Record<string, unknown> | null | undefined;
  if (lookup) useLookup(row, numberIn(lookup, 'id'), world);
  const user = referred(row, 'user_id', 'users', world);
  if (user && numberIn(row, 'site_id') <= 0) {
    if (world.switches.get('userNeedsSite') === 'reject') {
      throw ruleError('The site_id of the user must be specified.');
    }
    row['site_id'] = user['site_id'];
  }
  const site = referred(row, 'site_id', 'sites', world) ?? siteOfClient(row, world);
  if (!site) {
    useDefaultPlace(row, world);
    return;
  }
  if (numberIn(row, 'client_id') <= 0) row['client_id'] = site['client_id'];
  if (site['client_id'] !== row['client_id']) throw ruleError('The site does not belong to the client.');
  if (user && user['site_id'] !== site.id) throw ruleError('The user does not belong to the site.');
  row['site_id'] = site.id;
  row['user_id'] = user?.id ?? generalUserOf(site.id, world)?.id ?? 0;
}

/** `userlookup: {id: -1}` stands for "nobody in particular at this client". */
function useLookup(row: Row, id: number, world: World): void {
  const user = id > 0 ? world.tenant.find('users', id) : undefined;
  row['user_id'] = user?.id ?? 0;
  if (user) row['site_id'] = user['site_id'];
}

function siteOfClient(row: Row, world: World): Row | undefined {
  const client = referred(row, 'client_id', 'clients', world);
  return client ? mainSiteOf(client.id, world) : undefined;
}

/** A prospect that is no client yet lands at the client the settings name for that. */
function useDefaultPlace(row: Row, world: World): void {
  const { default_client_opps: clientId, default_site_opps: siteId } = world.tenant.control;
  row['client_id'] = clientId ?? 0;
  row['site_id'] = siteId ?? 0;
  row['user_id'] = generalUserOf(numberIn(row, 'site_id'), world)?.id ?? 0;
}

function referred(
  row: Row,
  column: string,
  collection: 'users' | 'sites' | 'clients',
  world: World,
): Row | undefined {
  const id = numberIn(row, column);
  if (id <= 0) return undefined;
  const found = world.tenant.find(collection, id);
  if (!found) throw ruleError(`There is no record with ${column} ${id}.`);
  return found;
}
