import type { Draft } from '../entities/entity.js';
import { followCurrencyCode } from '../entities/check-currency.js';
import { mainSiteOf } from '../entities/main-site.js';
import { apiDate, readDate } from '../fields/api-date.js';
import { ruleError } from '../http/api-error.js';
import type { CollectionName } from '../tenant/collection-name.js';
import { createRow, numberIn, rowsIn, type Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';
import { moveTicket } from '../tickets/move-ticket.js';
import { mergeLines, withoutZeroQuantities } from './merge-lines.js';

const dayMs = 86_400_000;

/** The rules of a quote: it needs a customer, points at records that exist, and gets dates and a status. */
export function prepareQuote(draft: Draft, world: World): void {
  const { row, sent, before } = draft;
  if (!before) fillNewQuote(row, world);
  checkReferences(row, world);
  findCustomer(row, world);
  followCurrencyCode(row, sent.stored, 'currency', 'currency_code', world);
  chooseCurrency(row, world);
  row['last_update_time'] = apiDate(world.now());
  const linesBefore = before ? rowsIn(before, 'lines') : [];
  const lines = sent.request['lines'];
  row['lines'] = Array.isArray(lines)
    ? mergeLines(linesBefore, lines as Row[], world.switches.get('omittedQuoteLines'), world)
    : linesBefore;
  if (sent.request['_remove_zero_quantity_lines'] === true)
    row['lines'] = withoutZeroQuantities(rowsIn(row, 'lines'));
}

/** Numbers new lines and moves the opportunity on if the request asks for it. */
export function quoteStored({ row, sent, before }: Draft, world: World): void {
  row['lines'] = rowsIn(row, 'lines').map((line) =>
    createRow({ ...line, qhid: row.id }, line.id > 0 ? line.id : world.tenant.nextLineId()),
  );
  moveTicket(row['ticket_id'], numberIn(sent.request, 'new_ticket_status'), world);
  if (before && before['status'] !== row['status']) followStatus(row, world);
}

/** The switch `quoteStatusMovesTicket`: the settings name a ticket status for some statuses of a quote. */
function followStatus(row: Row, world: World): void {
  if (!world.switches.get('quoteStatusMovesTicket')) return;
  const { control } = world.tenant;
  for (const event of ['sent', 'accepted', 'rejected']) {
    if (row['status'] === control[`default_quote_${event}_status`])
      moveTicket(row['ticket_id'], numberIn(control, `ticketstatusafterquote${event}`), world);
  }
}

function fillNewQuote(row: Row, world: World): void {
  const { control } = world.tenant;
  row['status'] ??= control['default_quote_status'];
  row['date'] ??= apiDate(world.now());
  const from = Date.parse(`${readDate(String(row['date'])) ?? apiDate(world.now())}Z`);
  row['expiry_date'] ??= apiDate(from + numberIn(control, 'quoteexpirydays') * dayMs);
  row['agent_id'] ??= world.tenant.agentId;
  row['assigned_agent'] ??= row['agent_id'];
  row['approvalstate'] ??= 0;
}

/** A quote that names no currency gets that of the tenant or of the client (switch `quoteCurrency`). */
function chooseCurrency(row: Row, world: World): void {
  if (numberIn(row, 'currency_code') > 0) return;
  const client = world.tenant.find('clients', row['client_id']);
  const own =
    world.switches.get('quoteCurrency') === 'client' ? numberIn(client ?? {}, 'default_currency_code') : 0;
  row['currency_code'] = own || numberIn(world.tenant.control, 'defaultcurrencycode');
}

const references: readonly (readonly [string, CollectionName])[] = [
  ['ticket_id', 'tickets'],
  ['client_id', 'clients'],
  ['site_id', 'sites'],
  ['user_id', 'users'],
  ['assigned_agent', 'agents'],
  ['currency_code', 'currencies'],
];

function checkReferences(row: Row, world: World): void {
  for (const [column, collection] of references) {
    const id = numberIn(row, column);
    if (id > 0 && !world.tenant.find(collection, id))
      throw ruleError(`There is no record with ${column} ${id}.`);
  }
}

/** The customer comes from the user, else the site, the client or the opportunity with its user. */
function findCustomer(row: Row, world: World): void {
  const ticket = world.tenant.find('tickets', row['ticket_id']);
  const isPlaced = ['user_id', 'site_id', 'client_id'].some((column) => numberIn(row, column) > 0);
  if (ticket && !isPlaced) row['user_id'] = ticket['user_id'];
  const user = world.tenant.find('users', row['user_id']);
  const site = world.tenant.find('sites', row['site_id'] || user?.['site_id']);
  row['client_id'] =
    numberIn(row, 'client_id') || numberIn(site ?? {}, 'client_id') || numberIn(ticket ?? {}, 'client_id');
  const clientId = numberIn(row, 'client_id');
  if (clientId <= 0) throw ruleError('A Quotation must have a user_id, a client_id or a ticket_id.');
  if (user && user['client_id'] !== clientId) throw ruleError('The user does not belong to the client.');
  const ticketSite = ticket?.['client_id'] === clientId ? numberIn(ticket, 'site_id') : 0;
  row['site_id'] = site?.id ?? (ticketSite || (mainSiteOf(clientId, world)?.id ?? 0));
}
