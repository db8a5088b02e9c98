import type { Draft } from '../entities/entity.js';
import { customValue } from '../fields/custom-fields.js';
import { apiDate } from '../fields/api-date.js';
import { ruleError } from '../http/api-error.js';
import { numberIn, rowsIn, textIn, type Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';
import { demandedFields } from '../entities/ticket-type.js';
import { isClosed } from './closed-status.js';
import { checkClosureCategory } from './closure-category.js';
import { checkStage } from './pipeline-stage.js';
import { placeTicket } from './place-ticket.js';
import { sentAttachments } from './sent-attachments.js';
import { domainOf, type TicketDomain } from './ticket-domain.js';

/** The rules every ticket goes through; `domain` is that of the route it was posted to, if it has one. */
export function prepareTicket(domain?: TicketDomain) {
  return (draft: Draft, world: World): void => {
    const { row, sent, before } = draft;
    const now = apiDate(world.now());
    if (!before) {
      if (domain === 'opps') row['tickettype_id'] ??= world.tenant.control['default_opp_tickettype_id'];
      row['dateoccurred'] ??= now;
    }
    checkType(row, domain, world);
    checkReference(row, 'status_id', 'statuses', world);
    checkReference(row, 'agent_id', 'agents', world);
    if (!before || placing.some((column) => column in sent.stored || column in sent.request))
      placeTicket(draft, world);
    if (!before && sent.request['_novalidate'] !== true) {
      if (domain === 'opps') requireMandatory(row, world);
      requireTypeFields(row, world);
    }
    checkStage(draft, world);
    checkClosureCategory(row, world);
    sentAttachments(sent, row.id, world);
    row['last_update'] = now;
    trackClosing(draft, now, world);
  };
}

const placing = ['client_id', 'site_id', 'user_id', 'userlookup'];

function checkType(row: Row, domain: TicketDomain | undefined, world: World): void {
  if (!world.tenant.find('ticketTypes', row['tickettype_id'])) {
    throw ruleError('A valid tickettype_id must be specified.');
  }
  if (domain && domainOf(row, world) !== domain) throw ruleError('The ticket type cannot be used here.');
}

function checkReference(row: Row, column: string, collection: 'statuses' | 'agents', world: World): void {
  const id = numberIn(row, column);
  if (id > 0 && !world.tenant.find(collection, id))
    throw ruleError(`There is no record with ${column} ${id}.`);
}

function requireMandatory(row: Row, world: World): void {
  for (const field of world.switches.get('mandatoryOpportunityFields')) {
    const value = /^CF/i.test(field) ? customValue('ticket', row, field, world) : row[field];
    if (value === undefined || value === null || value === '')
      throw ruleError(`${field} is mandatory and must be entered.`);
  }
}

/** @throws {ApiError} 400 for a custom field that the ticket type makes mandatory */
function requireTypeFields(row: Row, world: World): void {
  const type = world.tenant.find('ticketTypes', row['tickettype_id']);
  for (const field of type ? demandedFields(type, world) : []) {
    const value = rowsIn(row, 'customfields').find(({ id }) => id === field.id)?.['value'];
    if (value === undefined || value === null)
      throw ruleError(`${textIn(field, 'label')} is mandatory and must be entered.`);
  }
}

/** Closing and reopening follow the status; a closing date that is sent is kept. */
function trackClosing({ row, sent, before }: Draft, now: string, world: World): void {
  const closed = isClosed(row, world);
  row['hasbeenclosed'] = closed;
  if (!closed) row['dateclosed'] = null;
  else if (!before || !isClosed(before, world) || textIn(row, 'dateclosed') === '') {
    row['dateclosed'] = sent.stored['dateclosed'] ?? now;
  }
}
