import type { StateStore } from './state-store.js';

/**
 * The part of a store that belongs to one tenant. Ids of one tenant mean other records in another, so a connection that
 * is pointed elsewhere starts with nothing remembered, and finds its own again when it is pointed back.
 *
 * @param target as the contact manager names it; undefined: the connection's name has to be enough
 */
export function stateOfTarget(state: StateStore, target: string | undefined): StateStore {
  if (target === undefined) return state;
  const at = (connection: string): string => `${connection} @ ${target}`;
  return {
    bindings: (connection, family) => state.bindings(at(connection), family),
    pendingIntents: (connection, family) => state.pendingIntents(at(connection), family),
    commit: (connection, family, changes) => state.commit(at(connection), family, changes),
    familyOf: (connection, number) => state.familyOf(at(connection), number),
    itemsByNumber: (connection, numbers) => state.itemsByNumber(at(connection), numbers),
    putItems: (connection, items, options) => state.putItems(at(connection), items, options),
    cached: (connection, key, now) => state.cached(at(connection), key, now),
    putCached: (connection, key, value, expiresAt) => state.putCached(at(connection), key, value, expiresAt),
    deleteCached: (connection, key) => state.deleteCached(at(connection), key),
    countRequest: (connection, limit, milliseconds, now) =>
      state.countRequest(at(connection), limit, milliseconds, now),
    takeLease: (name, owner, expiresAt, now) => state.takeLease(name, owner, expiresAt, now),
    releaseLease: (name, owner) => state.releaseLease(name, owner),
    [Symbol.asyncDispose]: () => state[Symbol.asyncDispose](),
  };
}
