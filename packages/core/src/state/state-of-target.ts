import type { HideSecrets } from '../base/hide-secrets.js';
import type { StateStore } from './state-store.js';

/**
 * The part of a store that belongs to one tenant. Ids of one tenant mean other records in another, so a connection that
 * is pointed elsewhere starts with nothing remembered, and finds its own again when it is pointed back.
 *
 * @param target as the contact manager names it; undefined: the connection's name has to be enough
 * @param hide takes secrets out of what the desk and the history write down: an error that nobody foresaw may say anything
 */
export function stateOfTarget(
  state: StateStore,
  target: string | undefined,
  hide: HideSecrets = (value) => value,
): StateStore {
  const at = (connection: string): string =>
    target === undefined ? connection : `${connection} @ ${target}`;
  return {
    issues: {
      list: (connection, query) => state.issues.list(at(connection), query),
      settle: (connection, change) => state.issues.settle(at(connection), hide(change)),
      dismiss: (connection, ids, when) => state.issues.dismiss(at(connection), ids, when),
    },
    history: {
      list: (connection, query) => state.history.list(at(connection), query),
      begin: (connection, entry) => state.history.begin(at(connection), hide(entry)),
      end: (connection, id, end) => state.history.end(at(connection), id, hide(end)),
      add: (connection, entry, end, fold) =>
        state.history.add(at(connection), hide(entry), hide(end), hide(fold)),
      abandoned: (connection) => state.history.abandoned(at(connection)),
    },
    beforeImages: {
      list: (connection, family) => state.beforeImages.list(at(connection), family),
      put: (connection, image) => state.beforeImages.put(at(connection), image),
      remove: (connection, family, id) => state.beforeImages.remove(at(connection), family, id),
    },
    bindings: (connection, family) => state.bindings(at(connection), family),
    pendingIntents: (connection, family) => state.pendingIntents(at(connection), family),
    commit: (connection, family, changes) => state.commit(at(connection), family, changes),
    familyOf: (connection, number) => state.familyOf(at(connection), number),
    families: (connection, after, limit) => state.families(at(connection), after, limit),
    numbersOf: (connection, family) => state.numbersOf(at(connection), family),
    itemsByNumber: (connection, numbers) => state.itemsByNumber(at(connection), numbers),
    putItems: (connection, items, options) => state.putItems(at(connection), items, options),
    forgetItems: (connection, ids) => state.forgetItems(at(connection), ids),
    cached: (connection, key, now) => state.cached(at(connection), key, now),
    putCached: (connection, key, value, expiresAt) => state.putCached(at(connection), key, value, expiresAt),
    deleteCached: (connection, key) => state.deleteCached(at(connection), key),
    requests: { update: (connection, change) => state.requests.update(at(connection), change) },
    runs: {
      tally: (connection, key) => state.runs.tally(at(connection), key),
      begin: (connection, key, startedAt) => state.runs.begin(at(connection), key, startedAt),
      add: (connection, key, documents) => state.runs.add(at(connection), key, documents),
      seal: (connection, key) => state.runs.seal(at(connection), key),
      due: (connection, key, query) => state.runs.due(at(connection), key, query),
      settle: (connection, key, position, outcome) =>
        state.runs.settle(at(connection), key, position, outcome),
      byNumber: (connection, key, number) => state.runs.byNumber(at(connection), key, number),
      forget: (connection, key) => state.runs.forget(at(connection), key),
      forgetBefore: (startedAt) => state.runs.forgetBefore(startedAt),
    },
    takeLease: (name, owner, expiresAt, now) => state.takeLease(name, owner, expiresAt, now),
    releaseLease: (name, owner) => state.releaseLease(name, owner),
    [Symbol.asyncDispose]: () => state[Symbol.asyncDispose](),
  };
}
