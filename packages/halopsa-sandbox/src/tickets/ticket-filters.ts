import { contains, dated, equals, oneOf, whenTrue, type RowFilter } from '../listing/row-filter.js';
import type { World } from '../tenant/world.js';
import type { Row } from '../tenant/row.js';
import { isClosed } from './closed-status.js';
import { domainOf } from './ticket-domain.js';

/** The list parameters tickets, opportunities and projects share. */
export const ticketFilters: Readonly<Record<string, RowFilter>> = {
  client_id: equals('client_id'),
  site_id: equals('site_id'),
  user_id: equals('user_id'),
  agent_id: equals('agent_id'),
  agent: oneOf('agent_id'),
  status_id: oneOf('status_id'),
  status: oneOf('status_id'),
  requesttype_id: oneOf('tickettype_id'),
  requesttype: oneOf('tickettype_id'),
  tickettype_id: oneOf('tickettype_id'),
  domain: (row, value, world) => value === '' || domainOf(row, world) === value.toLowerCase(),
  open_only: whenTrue((row, world) => !isClosed(row, world)),
  closed_only: whenTrue(isClosed),
  search_summary: contains('summary'),
  search_id: equals('id'),
  search_oppcompanyname: contains('oppcompanyname'),
  search_oppcontactname: contains('oppcontactname'),
  search_oppemailaddress: contains('oppemailaddress'),
  startdate: dated('dateoccurred', 'from'),
  enddate: dated('dateoccurred', 'to'),
  lastupdatefromdate: dated('last_update', 'from'),
  lastupdatetodate: dated('last_update', 'to'),
  withattachments: whenTrue((row, world) => countOf('attachments', row, world) > 0),
};

/** How many quotes or attachments a ticket has. */
export function countOf(collection: 'quotes' | 'attachments', ticket: Row, world: World): number {
  let count = 0;
  for (const row of world.tenant.in(collection).rows()) if (row['ticket_id'] === ticket.id) count += 1;
  return count;
}
