import { apiDate } from '../fields/api-date.js';
import { createRow, textIn, type Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';

/** The switch `ticketStartsWithAction`: what logs a ticket is its first action, by the agent of the application. */
export function logTicket(ticket: Row, world: World): void {
  if (!world.switches.get('ticketStartsWithAction')) return;
  const actions = world.tenant.in('actions');
  const { agentId } = world.tenant;
  const columns = {
    ticket_id: ticket.id,
    outcome: 'Logged',
    outcome_id: 0,
    datetime: apiDate(world.now()),
    who: textIn(world.tenant.find('agents', agentId) ?? {}, 'name'),
    who_agentid: agentId,
    hiddenfromuser: true,
  };
  actions.store(createRow(columns, actions.nextId()));
}
