import { storeAttachment } from '../attachments/store-attachment.js';
import type { Entity, ShowPurpose } from '../entities/entity.js';
import { emptyDateSentinel } from '../fields/api-date.js';
import type { Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';
import { duplicateOpportunity } from './duplicate-opportunity.js';
import { prepareTicket } from './prepare-ticket.js';
import { sentAttachments } from './sent-attachments.js';
import { derivedTicketColumns, ticketListColumns } from './ticket-columns.js';
import { deleteQuotesOf } from './delete-quotes-of.js';
import { logTicket } from '../actions/log-ticket.js';
import { domainOf } from './ticket-domain.js';
import { ticketFields } from './ticket-fields.js';
import { ticketFilters } from './ticket-filters.js';

/** Schema `Faults`: `/Tickets` serves requests, opportunities and projects alike. */
export const ticket: Entity = {
  collection: 'tickets',
  route: 'Tickets',
  rowsKey: 'tickets',
  scopes: { read: ['read:tickets'], write: ['edit:tickets'] },
  fields: ticketFields,
  required: ['summary'],
  defaults: { status_id: 1, agent_id: 1, oppvalue: 0, oppconversionprobability: 0, inactive: false },
  searched: ['id', 'summary', 'client_name', 'user_name', 'oppcompanyname', 'oppcontactname'],
  filters: ticketFilters,
  derived: derivedTicketColumns,
  details: ['external_links'],
  listColumns: ticketListColumns,
  customFieldsOf: 'ticket',
  prepare: prepareTicket(),
  remove: deleteQuotesOf,
  stored: ({ row, sent, before }, world) => {
    if (!before) logTicket(row, world);
    for (const checked of sentAttachments(sent, row.id, world)) storeAttachment(checked, world);
  },
  show: showEmptyDates,
};

/** The same record seen through the route for opportunities: only those, and with their rules. */
export const opportunity: Entity = {
  ...ticket,
  route: 'Opportunities',
  scopes: {
    read: ['read:crm', 'read:sales', 'read:tickets'],
    write: ['edit:crm', 'edit:sales', 'edit:tickets'],
  },
  serves: (row, world) => domainOf(row, world) === 'opps',
  prepare: prepareTicket('opps'),
  warning: duplicateOpportunity,
};

export const project: Entity = {
  ...ticket,
  route: 'Projects',
  scopes: { read: ['read:projects', 'read:tickets'], write: ['edit:projects', 'edit:tickets'] },
  serves: (row, world) => domainOf(row, world) === 'prjs',
  prepare: prepareTicket('prjs'),
};

const dates = ['dateclosed', 'targetdate', 'oppconverteddate'];

function showEmptyDates(shown: Row, world: World, purpose: ShowPurpose): void {
  const empty = world.switches.get('emptyDates') === 'sentinel' ? emptyDateSentinel : null;
  for (const column of dates) if (purpose !== 'list' || column in shown) shown[column] ??= empty;
}
