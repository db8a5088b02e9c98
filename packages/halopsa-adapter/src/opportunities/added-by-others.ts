import type { CallOptions } from '@quotebridge/core/plugin';
import { entities } from '../api/entities.js';
import type { HaloApi } from '../api/halo-api.js';
import { isMarked } from '../marker/marker-slots.js';
import { fieldProfile } from '../profile/field-profile.js';
import type { HaloRecord } from '../record/halo-record.js';
import { readId, readWholeNumber } from '../record/read-values.js';

const { actionAgent, actionOutcome, counters } = fieldProfile.ticketUse;

/**
 * What people and other programs have added to an opportunity: actions other than the log of our own writes, quotes and
 * files without a marker of ours, and what the opportunity itself counts. Five requests.
 */
export async function addedByOthers(
  api: HaloApi,
  id: number,
  options?: CallOptions,
): Promise<readonly string[]> {
  const record = await api.get(entities.opportunity, id, options);
  if (record === undefined) return [];
  const me = await api.read(entities.agent, '/me', {}, options);
  const own = me === undefined ? undefined : readId(me, 'id');
  const actions = await api.list(entities.action, { ticket_id: id, excludesys: true }, options);
  // HaloPSA logs what an agent does without an outcome; whoever adds an action has to choose one.
  const isLog = (action: HaloRecord): boolean =>
    readId(action, actionAgent) === own && readId(action, actionOutcome) === undefined;
  const quotes = await api.all(entities.quote, { ticket_id: id }, options);
  const files = await api.all(entities.attachment, { ticket_id: id }, options);
  const counted = Object.entries(counters).map(
    ([field, noun]) => [readWholeNumber(record, field) ?? 0, noun] as const,
  );
  return [
    [actions.filter((action) => own === undefined || !isLog(action)).length, 'action'],
    [unmarked(fieldProfile.quote, quotes), 'quote'],
    [unmarked(fieldProfile.attachment, files), 'file'],
    ...counted,
  ].flatMap(([count, noun]) => (count === 0 ? [] : [`${count} ${noun}${count === 1 ? '' : 's'}`]));
}

function unmarked(slots: Parameters<typeof isMarked>[0], rows: readonly HaloRecord[]): number {
  return rows.filter((row) => !isMarked(slots, row)).length;
}
