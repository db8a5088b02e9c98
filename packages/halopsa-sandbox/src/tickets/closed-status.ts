import type { Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';

/** `type` of a status that closes a ticket. The real codes are not public. */
export const closedStatusType = 1;

export function isClosed(ticket: Row, world: World): boolean {
  return world.tenant.find('statuses', ticket['status_id'])?.['type'] === closedStatusType;
}
