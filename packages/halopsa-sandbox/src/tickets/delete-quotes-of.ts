import type { Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';

/** The switch `quotesOfDeletedTicket`: quotes go with their ticket, or stay behind with its number. */
export function deleteQuotesOf(ticket: Row, world: World): void {
  if (world.switches.get('quotesOfDeletedTicket') !== 'delete') return;
  const quotes = world.tenant.in('quotes');
  for (const quote of [...quotes.rows()]) if (quote['ticket_id'] === ticket.id) quotes.delete(quote.id);
}
