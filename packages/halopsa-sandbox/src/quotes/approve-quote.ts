import { apiDate } from '../fields/api-date.js';
import { notFound, ruleError } from '../http/api-error.js';
import { fieldTable } from '../fields/field-table.js';
import { showRow } from '../listing/show-row.js';
import { createRow, numberIn, rowsIn, textIn, type Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';
import { moveTicket } from '../tickets/move-ticket.js';
import { bindAll } from '../writing/upsert.js';
import { acceptedLine } from './line-totals.js';
import { quotation } from './quotation.js';
import { quoteLineFields } from './quote-line-fields.js';

const approvalFields = fieldTable({
  integer: 'id',
  flag: 'result',
  text: {
    1000: 'approvalnote',
    500: 'ponumber',
    100: 'approvalname approvalemailaddress',
    0: 'token signature',
  },
  rows: { optional_lines: quoteLineFields },
});

/** Sales orders are numbered but not served. */
const firstSalesOrderId = 30_000;

const notApproved = 1;
const approved = 2;

/**
 * `POST /Quotation/Approval`: what a customer does on the portal. Sets the quote to the accepted or rejected status of the
 * settings and moves the ticket if they say so. The token of the e-mailed link is not checked.
 * @throws {ApiError} 404 for an unknown quote, 400 when `result` is missing
 */
export function approveQuote(body: unknown, world: World): Row | undefined {
  const approvals = bindAll({ fields: approvalFields }, body, world).map(({ stored }) => {
    const quote = world.tenant.find('quotes', stored['id']);
    if (!quote) throw notFound();
    if (typeof stored['result'] !== 'boolean') throw ruleError('result must be specified.');
    return { quote, sent: stored, accepted: stored['result'] };
  });
  const shown = approvals.map(({ quote, sent, accepted }) => decide(quote, sent, accepted, world));
  return shown[0];
}

function decide(quote: Row, sent: Readonly<Record<string, unknown>>, accepted: boolean, world: World): Row {
  const { control } = world.tenant;
  quote['approvalstate'] = accepted ? approved : notApproved;
  quote['status'] = control[accepted ? 'default_quote_accepted_status' : 'default_quote_rejected_status'];
  quote['approvaldatetime'] = apiDate(world.now());
  for (const name of ['approvalname', 'approvalemailaddress', 'approvalnote', 'ponumber', 'signature']) {
    if (textIn(sent, name) !== '') quote[name] = sent[name];
  }
  const taken = new Set(rowsIn(sent, 'optional_lines').map((line) => numberIn(line, 'id')));
  quote['lines'] = rowsIn(quote, 'lines').map((line) =>
    accepted && taken.has(line.id) ? createRow({ ...line, approval_status: acceptedLine }) : line,
  );
  if (accepted && world.switches.get('salesOrderOnApproval'))
    quote['salesorder_id'] ??= firstSalesOrderId + quote.id;
  moveTicket(
    quote['ticket_id'],
    numberIn(control, accepted ? 'ticketstatusafterquoteaccepted' : 'ticketstatusafterquoterejected'),
    world,
  );
  return showRow(quotation, quote, world, 'answer');
}
