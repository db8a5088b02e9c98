import { createRow, textIn, type Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';
import type { Draft } from './entity.js';
import { generalUserName } from './main-site.js';

/** A new client comes with a site; the `newclient_...` fields of the request name it and a first contact. */
export function openMainSite(draft: Draft, world: World): void {
  if (draft.before) return;
  const { request } = draft.sent;
  const site = createRow({
    id: world.tenant.in('sites').nextId(),
    name: textIn(request, 'newclient_sitename') || 'Main',
    client_id: draft.row.id,
    phonenumber: textIn(request, 'newclient_phonenumber'),
    country_code: textIn(request, 'newclient_countrycode'),
    delivery_address: request['newclient_delivery_address'] ?? null,
    inactive: false,
  });
  world.tenant.in('sites').store(site);
  addGeneralUser(site, world);
  const contact = textIn(request, 'newclient_contactname');
  if (contact !== '') addUser(site, contact, textIn(request, 'newclient_contactemail'), world);
}

/** A new site comes with its General User. */
export function addGeneralUser(site: Row, world: World): void {
  addUser(site, generalUserName, '', world);
}

function addUser(site: Row, name: string, emailaddress: string, world: World): void {
  const users = world.tenant.in('users');
  const place = { site_id: site.id, client_id: site['client_id'] };
  users.store(createRow({ id: users.nextId(), name, emailaddress, ...place, inactive: false }));
}
