import type { LookupReader } from '../resolve/lookup-reader.js';
import type { Operation } from './operation.js';
import type { Match } from './plan.js';

/** Agents that records are taken from, so that people see both by name; one that no list knows is left out. */
export async function formerOwners(
  operations: readonly Operation[],
  read: LookupReader,
): Promise<readonly Match[]> {
  const ids = new Set(
    operations.flatMap((operation) => {
      if (operation.kind !== 'opportunity' && operation.kind !== 'quote') return [];
      if (operation.action !== 'update' || !('ownerId' in operation.wanted)) return [];
      const { ownerId } = operation.before;
      return typeof ownerId === 'string' ? [ownerId] : [];
    }),
  );
  if (ids.size === 0) return [];
  const { entries } = await read('agents');
  return entries.flatMap(({ id, name }): readonly Match[] =>
    ids.has(id)
      ? [{ kind: 'owner', id, name, reason: { from: 'match', at: 'agents', text: 'the owner until now' } }]
      : [],
  );
}
