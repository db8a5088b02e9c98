import type { Conflict, Match } from '../plan/plan.js';
import type { PushPolicy } from '../settings/push-policy.js';
import type { LookupReader } from './lookup-reader.js';
import { resolveSetting } from './resolve-setting.js';

/** The type of a new opportunity: as set, or the only one there is. */
export async function resolveTicketType(
  policy: PushPolicy,
  read: LookupReader,
): Promise<{ readonly match: Match } | { readonly conflict: Conflict }> {
  const setting = policy.defaults.ticketType;
  if (setting !== undefined) {
    const resolved = await resolveSetting(read, 'ticketTypes', setting, 'defaults.ticketType');
    if ('conflict' in resolved) return resolved;
    const { id, name } = resolved.entry;
    return {
      match: {
        kind: 'ticketType',
        id,
        name,
        reason: {
          from: 'setting',
          at: 'defaults.ticketType',
          text: 'as set',
          considered: [
            { candidate: setting, at: 'defaults.ticketType', taken: true, why: `means ${name} (${id})` },
          ],
        },
      },
    };
  }
  const { entries } = await read('ticketTypes');
  const [only, ...more] = entries;
  if (only !== undefined && more.length === 0) {
    const reason = {
      from: 'match',
      at: 'ticketTypes',
      text: 'the only ticket type for opportunities',
      considered: [
        { candidate: 'defaults.ticketType', at: 'defaults.ticketType', taken: false, why: 'is not set' },
        { candidate: only.name, at: 'ticketTypes', taken: true, why: 'the PSA has no other one' },
      ],
    } as const;
    return { match: { kind: 'ticketType', id: only.id, name: only.name, reason } };
  }
  return {
    conflict: {
      about: 'defaults.ticketType',
      message:
        only === undefined
          ? 'The PSA shows no ticket type for opportunities.'
          : `The PSA has ${entries.length} ticket types for opportunities, and none is set.`,
      next:
        only === undefined
          ? 'Create one, or let the account see it.'
          : 'Set defaults.ticketType to one of them.',
      candidates: entries.slice(0, 20).map(({ id, name }) => ({ id, name })),
    },
  };
}
