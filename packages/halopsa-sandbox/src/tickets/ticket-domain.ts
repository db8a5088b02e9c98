import { textIn, type Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';

export type TicketDomain = 'reqs' | 'opps' | 'prjs';

/** A ticket is an opportunity, a project or a request because of its ticket type. */
export function domainOf(ticket: Row, world: World): TicketDomain {
  const type = world.tenant.find('ticketTypes', ticket['tickettype_id']);
  const domain = type ? textIn(type, 'domain') : '';
  return domain === 'opps' || domain === 'prjs' ? domain : 'reqs';
}
