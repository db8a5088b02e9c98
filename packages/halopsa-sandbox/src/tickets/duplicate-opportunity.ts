import type { Draft } from '../entities/entity.js';
import { textIn } from '../tenant/row.js';
import type { World } from '../tenant/world.js';
import { isClosed } from './closed-status.js';

/** The soft rule of the switch `softRule`: asks before a client gets two open opportunities of one name. */
export function duplicateOpportunity({ row, before }: Draft, world: World): string | undefined {
  if (before || world.switches.get('softRule') !== 'duplicateOpportunity') return undefined;
  const summary = textIn(row, 'summary').toLowerCase();
  for (const other of world.tenant.in('tickets').rows()) {
    const same =
      other['client_id'] === row['client_id'] && textIn(other, 'summary').toLowerCase() === summary;
    if (same && !isClosed(other, world))
      return `Opportunity ${other.id} has the same summary. Send _force to log it anyway.`;
  }
  return undefined;
}
