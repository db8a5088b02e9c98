import { castItems } from './cast-items.js';
import { firstItemId } from './item-data.js';
import { deals, seededQuotes, type Deal, type SeededQuote } from './deal-data.js';
import type { SeedRow } from './seed.js';

export interface SalesData {
  readonly tickets: readonly SeedRow[];
  readonly quotes: readonly SeedRow[];
  readonly attachments: readonly SeedRow[];
}

const survey = Buffer.from('Six seats, two monitors each');

const firstTicketId = 5001;
const firstQuoteId = 7001;

/** Opportunities and quotes from before the demo starts. `users` tells who is the first contact at a client's main site. */
export function salesData(users: readonly SeedRow[]): SalesData {
  const tickets = [...deals.map((deal, index) => opportunity(deal, index, users)), ...requests(users)];
  return {
    tickets,
    quotes: seededQuotes.map((quote, index) => quoteRow(quote, firstQuoteId + index, tickets)),
    attachments: [
      {
        id: 9001,
        ticket_id: firstTicketId,
        type: 0,
        filename: 'Front desk survey.txt',
        content_type: 'text/plain',
        filesize: survey.length,
        datecreated: '2026-10-05T14:00:00',
        data_base64: survey.toString('base64'),
      },
    ],
  };
}

function opportunity(
  [client, type, status, summary, oppvalue, odds, month]: Deal,
  index: number,
  users: readonly SeedRow[],
): SeedRow {
  const won = status === 25;
  const closed = won || status === 26;
  const closing = `2026-${String(month).padStart(2, '0')}-15T16:30:00`;
  return {
    id: firstTicketId + index,
    tickettype_id: type,
    status_id: status,
    summary,
    details: '',
    ...placeOf(client, users),
    agent_id: 3 + (index % 5),
    oppvalue,
    oppconversionprobability: odds,
    dateoccurred: `2026-0${String((index % 6) + 1)}-1${String(index % 9)}T10:15:00`,
    last_update: '2026-10-01T08:00:00',
    targetdate: closing,
    hasbeenclosed: closed,
    dateclosed: closed ? closing : null,
    ...(won && { oppconverteddate: closing, oppclosurecategory: 1 }),
    ...(closed && !won && { oppclosurecategory: 4 }),
    inactive: false,
  };
}

function requests(users: readonly SeedRow[]): SeedRow[] {
  const common = {
    status_id: 2,
    agent_id: 8,
    oppvalue: 0,
    dateoccurred: '2026-09-28T08:45:00',
    inactive: false,
  };
  return [
    { id: 5101, tickettype_id: 31, summary: 'Printer offline', ...common, ...placeOf(0, users) },
    { id: 5102, tickettype_id: 32, summary: 'New starter laptop', ...common, ...placeOf(3, users) },
    { id: 5103, tickettype_id: 36, summary: 'Wireless phase 1', ...common, ...placeOf(4, users) },
  ];
}

function placeOf(client: number, users: readonly SeedRow[]): Record<string, unknown> {
  const contact = users.find((user) => user['client_id'] === 101 + client);
  return { client_id: 101 + client, site_id: contact?.['site_id'], user_id: contact?.id };
}

function quoteRow(
  { deal, status, title, lines }: SeededQuote,
  id: number,
  tickets: readonly SeedRow[],
): SeedRow {
  const ticket = tickets[deal] ?? { id: 0 };
  return {
    id,
    ticket_id: ticket.id,
    title,
    status,
    date: '2026-10-05T09:00:00',
    expiry_date: '2026-11-04T09:00:00',
    client_id: ticket['client_id'],
    site_id: ticket['site_id'],
    user_id: ticket['user_id'],
    agent_id: ticket['agent_id'],
    assigned_agent: ticket['agent_id'],
    currency_code: 1,
    approvalstate: status === 3 ? 2 : 0,
    lines: lines.map(([itemId, quantity, price, costprice, billingperiod = 0, optional = false]) => ({
      item_id: itemId,
      name: castItems[itemId - firstItemId]?.[1],
      productcode: castItems[itemId - firstItemId]?.[0],
      quantity,
      price,
      costprice,
      baseprice: price,
      billingperiod,
      item_recurring: billingperiod > 0,
      optional,
      isgroupdesc: false,
      group_id: 0,
      printitem: true,
    })),
  };
}
