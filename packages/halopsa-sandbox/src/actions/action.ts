import { checkClosureCategory } from '../tickets/closure-category.js';
import type { Draft, Entity } from '../entities/entity.js';
import { apiDate } from '../fields/api-date.js';
import { recordFields } from '../fields/record-fields.js';
import { notFound, ruleError } from '../http/api-error.js';
import { equals } from '../listing/row-filter.js';
import { createRow, numberIn, textIn } from '../tenant/row.js';
import type { World } from '../tenant/world.js';
import { moveTicket } from '../tickets/move-ticket.js';

/** Schema `Action`: what agents and customers did on a ticket. What it does to the ticket is sent as `new_...`. */
export const action: Entity = {
  collection: 'actions',
  route: 'Actions',
  rowsKey: 'actions',
  scopes: { read: ['read:tickets', 'read:crm'], write: ['edit:tickets', 'edit:crm'] },
  fields: recordFields({
    integer: 'ticket_id outcome_id who_type who_agentid actionby_agent_id new_status new_oppclosurecategory',
    number: 'new_oppvalue new_oppconversionprobability timetaken',
    flag: 'hiddenfromuser sendemail important',
    date: 'datetime new_oppconverteddate',
    text: { 255: 'outcome who', 0: 'note note_html emailbody' },
    transient:
      'new_status new_oppclosurecategory new_oppvalue new_oppconversionprobability new_oppconverteddate',
    computed: 'last_updated actiondatecreated',
  }),
  searched: ['note', 'outcome', 'who'],
  filters: { ticket_id: equals('ticket_id') },
  prepare: prepareAction,
  stored: moveByAction,
};

function prepareAction({ row, sent, before }: Draft, world: World): void {
  if (numberIn(row, 'ticket_id') <= 0) throw ruleError('An Action must be associated with a ticket_id.');
  if (!world.tenant.find('tickets', row['ticket_id'])) throw notFound();
  const category = numberIn(sent.request, 'new_oppclosurecategory');
  checkClosureCategory(createRow({ oppclosurecategory: category }), world);
  if (before) return;
  if (textIn(row, 'outcome') === '' && numberIn(row, 'outcome_id') <= 0)
    throw ruleError('An Outcome must be entered for this Action.');
  row['datetime'] ??= apiDate(world.now());
  row['who_agentid'] ??= world.tenant.agentId;
  row['who'] ??= textIn(world.tenant.find('agents', row['who_agentid']) ?? {}, 'name');
}

const moved = ['oppclosurecategory', 'oppvalue', 'oppconversionprobability', 'oppconverteddate'];

function moveByAction({ row, sent }: Draft, world: World): void {
  const ticket = world.tenant.find('tickets', row['ticket_id']);
  if (!ticket) return;
  for (const column of moved) ticket[column] = sent.request[`new_${column}`] ?? ticket[column];
  moveTicket(ticket.id, numberIn(sent.request, 'new_status'), world);
  ticket['last_update'] = apiDate(world.now());
}
