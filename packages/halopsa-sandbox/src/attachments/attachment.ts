import type { Entity } from '../entities/entity.js';
import { equals, oneOf } from '../listing/row-filter.js';
import { numberIn } from '../tenant/row.js';
import { attachmentFields } from './attachment-fields.js';

const either = ['tickets', 'crm', 'sales', 'quotes'];

/** Schema `Attachment_List`: the ticket is `faultid` there. */
const listedColumns = [
  'id',
  'filename',
  'datecreated',
  'note',
  'filesize',
  'type',
  'unique_id',
  'desc',
  'isimage',
  'showforusers',
  'third_party_id',
  'faultid',
  'att_link',
  'parent_id',
];

/** Schema `Attachment`. Uploads and downloads have routes of their own, lists are as for any record. */
export const attachment: Entity = {
  collection: 'attachments',
  route: 'Attachment',
  rowsKey: 'attachments',
  scopes: { read: either.map((name) => `read:${name}`), write: either.map((name) => `edit:${name}`) },
  fields: attachmentFields,
  searched: ['filename'],
  derived: { faultid: (row) => numberIn(row, 'ticket_id') },
  listColumns: ({ switches }) =>
    switches.get('attachmentListRows') === 'listed' ? listedColumns : undefined,
  filters: { ticket_id: equals('ticket_id'), unique_id: equals('unique_id'), type: oneOf('type') },
};
