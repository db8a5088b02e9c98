import { checkAttachment, type CheckedAttachment } from '../attachments/store-attachment.js';
import type { BoundFields } from '../fields/bind-fields.js';
import { createRow, rowsIn } from '../tenant/row.js';
import type { World } from '../tenant/world.js';

/**
 * The files sent inside a ticket.
 * @throws {ApiError} 400 for one that cannot be stored
 */
export function sentAttachments(
  { request }: BoundFields,
  ticketId: number,
  world: World,
): CheckedAttachment[] {
  return rowsIn(request, 'attachments').map((entry, index) =>
    checkAttachment(createRow({ ...entry, ticket_id: ticketId }, 0), `attachments[${index}]`, world),
  );
}
