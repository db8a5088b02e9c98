import { nameOf } from '../entities/name-of.js';
import type { DerivedColumn } from '../entities/entity.js';
import { amount, sum } from '../money/amount.js';
import { quoteTotals } from '../quotes/quote-totals.js';
import { numberIn, type Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';
import { domainOf } from './ticket-domain.js';
import { stageName } from './pipeline-stage.js';
import { countOf } from './ticket-filters.js';

/** The columns of a ticket the server works out. */
export const derivedTicketColumns: Readonly<Record<string, DerivedColumn>> = {
  tickettype_name: nameOf('ticketTypes', 'tickettype_id'),
  client_name: nameOf('clients', 'client_id'),
  site_name: nameOf('sites', 'site_id'),
  user_name: nameOf('users', 'user_id'),
  agent_name: nameOf('agents', 'agent_id'),
  status_name: nameOf('statuses', 'status_id'),
  pipeline_stage_name: stageName,
  is_opportunity: (row, world) => domainOf(row, world) === 'opps',
  is_project: (row, world) => domainOf(row, world) === 'prjs',
  quotation_count: (row, world) => countOf('quotes', row, world),
  attachment_count: (row, world) => countOf('attachments', row, world),
  oppvalue: opportunityValue,
  oppvalueadjusted: (row, world) =>
    amount(opportunityValue(row, world))
      .times(numberIn(row, 'oppconversionprobability'))
      .dividedBy(100)
      .toNumber(),
};

/** The columns of a list row. Everything else needs `GET /Opportunities/{id}`. */
export function ticketListColumns(world: World): readonly string[] {
  return world.switches.get('opportunityListHasThirdParty')
    ? [...listColumns, ...thirdPartyColumns]
    : listColumns;
}

const listColumns = [
  'id',
  'dateoccurred',
  'summary',
  'status_id',
  'status_name',
  'tickettype_id',
  'tickettype_name',
  'client_id',
  'client_name',
  'site_id',
  'site_name',
  'user_id',
  'user_name',
  'agent_id',
  'agent_name',
  'team',
  'oppvalue',
  'oppvalueadjusted',
  'oppconversionprobability',
  'targetdate',
  'pipeline_stage_id',
  'oppcontactname',
  'oppcompanyname',
  'oppemailaddress',
  'dateclosed',
  'hasbeenclosed',
  'last_update',
  'quotation_count',
  'attachment_count',
  'is_opportunity',
];

const thirdPartyColumns = ['third_party_id', 'third_party_id_string', 'opportunity_third_party_url'];

/** As sent, or the net sum of the quotes when the tenant is set up so. */
function opportunityValue(ticket: Row, world: World): number {
  if (!world.switches.get('opportunityValueFromQuote') || countOf('quotes', ticket, world) === 0) {
    return numberIn(ticket, 'oppvalue');
  }
  const quotes = [...world.tenant.in('quotes').rows()].filter((quote) => quote['ticket_id'] === ticket.id);
  return sum(quotes.map((quote) => quoteTotals(quote, world).net)).toNumber();
}
