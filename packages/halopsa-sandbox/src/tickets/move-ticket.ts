import { apiDate } from '../fields/api-date.js';
import type { World } from '../tenant/world.js';
import { isClosed } from './closed-status.js';

/** Gives a ticket a status because of something that happened to its quote; 0 leaves it where it is. */
export function moveTicket(ticketId: unknown, status: number, world: World): void {
  const ticket = world.tenant.find('tickets', ticketId);
  if (!ticket || !world.tenant.find('statuses', status)) return;
  ticket['status_id'] = status;
  ticket['hasbeenclosed'] = isClosed(ticket, world);
  ticket['dateclosed'] = ticket['hasbeenclosed'] === true ? apiDate(world.now()) : null;
}
