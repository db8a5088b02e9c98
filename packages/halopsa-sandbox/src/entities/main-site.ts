import type { Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';

/** The first site of a client. */
export function mainSiteOf(clientId: number, world: World): Row | undefined {
  for (const site of world.tenant.in('sites').rows()) if (site['client_id'] === clientId) return site;
  return undefined;
}

/** Every site has a "General User" that stands for nobody in particular. */
export const generalUserName = 'General User';

export function generalUserOf(siteId: number, world: World): Row | undefined {
  for (const user of world.tenant.in('users').rows()) {
    if (user['site_id'] === siteId && user['name'] === generalUserName) return user;
  }
  return undefined;
}
