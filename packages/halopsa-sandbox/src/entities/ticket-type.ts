import { fieldTable } from '../fields/field-table.js';
import { recordFields } from '../fields/record-fields.js';
import { activeOrAsked } from '../listing/row-filter.js';
import { showRow } from '../listing/show-row.js';
import { createRow, numberIn, rowsIn, type Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';
import { customField } from './custom-field.js';
import type { Entity } from './entity.js';
import { setupScopes } from './setup-scopes.js';

/** `technew` of a field placed on a ticket type: what an agent who logs a ticket meets. The real codes are not public. */
const mandatory = 2;

const placement = fieldTable({ integer: 'id fieldid seq technew techdetail endusernew' });

/**
 * Schema `RequestType`. `domain` is what kind of ticket the type makes: reqs, opps or prjs. The API knows it as a filter only,
 * so it is not shown.
 */
export const ticketType: Entity = {
  collection: 'ticketTypes',
  route: 'TicketType',
  scopes: setupScopes,
  fields: recordFields({
    text: { 255: 'name', 10: 'domain' },
    integer: 'sequence',
    flag: 'visible inactive',
    rows: { fields: placement },
    computed: 'hasmandatorytechfields',
  }),
  required: ['name'],
  filters: { domain: (row, value) => value === '' || row['domain'] === value.toLowerCase() },
  listed: activeOrAsked(),
  derived: {
    hasmandatorytechfields: (row) => rowsIn(row, 'fields').some(isMandatory),
    fields: (row, world) =>
      rowsIn(row, 'fields').map((entry, index) => shownPlacement(row, entry, index, world)),
  },
  details: ['fields', 'hasmandatorytechfields'],
  detailParameters: { include_mandatory_field_check: ['hasmandatorytechfields'] },
  show: (shown) => void Reflect.deleteProperty(shown, 'domain'),
};

/** The custom fields a new ticket of this type must have. */
export function demandedFields(type: Row, world: World): Row[] {
  return rowsIn(type, 'fields')
    .filter(isMandatory)
    .flatMap((entry) => world.tenant.find('customFields', entry['fieldid']) ?? []);
}

function isMandatory(entry: Row): boolean {
  return numberIn(entry, 'technew') === mandatory;
}

/** Schema `RequestTypeField`; its id is that of the field. */
function shownPlacement(type: Row, entry: Row, index: number, world: World): Row {
  const field = world.tenant.find('customFields', entry['fieldid']);
  const fieldinfo = field ? showRow(customField, field, world, 'details') : null;
  if (fieldinfo && isMandatory(entry)) fieldinfo['mandatory'] = true;
  return createRow({
    id: numberIn(entry, 'fieldid'),
    rtid: type.id,
    fieldid: numberIn(entry, 'fieldid'),
    seq: numberIn(entry, 'seq') || index + 1,
    technew: numberIn(entry, 'technew'),
    techdetail: 1,
    endusernew: 0,
    fieldname: fieldinfo?.['name'] ?? '',
    fieldinfo,
  });
}
