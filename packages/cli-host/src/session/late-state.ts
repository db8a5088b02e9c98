import type { StateStore } from '@quotebridge/core';

/**
 * A state that is opened when it is first needed: a command that only reads a file leaves no state file behind, and
 * does not fail because of one.
 */
export function lateState(open: () => Promise<StateStore>): StateStore {
  let opened: Promise<StateStore> | undefined;
  const state = (): Promise<StateStore> => (opened ??= open());
  return {
    issues: {
      list: async (...values) => (await state()).issues.list(...values),
      settle: async (...values) => (await state()).issues.settle(...values),
      dismiss: async (...values) => (await state()).issues.dismiss(...values),
    },
    history: {
      list: async (...values) => (await state()).history.list(...values),
      begin: async (...values) => (await state()).history.begin(...values),
      end: async (...values) => (await state()).history.end(...values),
      add: async (...values) => (await state()).history.add(...values),
      abandoned: async (...values) => (await state()).history.abandoned(...values),
    },
    beforeImages: {
      list: async (...values) => (await state()).beforeImages.list(...values),
      put: async (...values) => (await state()).beforeImages.put(...values),
      remove: async (...values) => (await state()).beforeImages.remove(...values),
    },
    bindings: async (...values) => (await state()).bindings(...values),
    pendingIntents: async (...values) => (await state()).pendingIntents(...values),
    commit: async (...values) => (await state()).commit(...values),
    familyOf: async (...values) => (await state()).familyOf(...values),
    families: async (...values) => (await state()).families(...values),
    numbersOf: async (...values) => (await state()).numbersOf(...values),
    itemsByNumber: async (...values) => (await state()).itemsByNumber(...values),
    putItems: async (...values) => (await state()).putItems(...values),
    forgetItems: async (...values) => (await state()).forgetItems(...values),
    cached: async (...values) => (await state()).cached(...values),
    putCached: async (...values) => (await state()).putCached(...values),
    deleteCached: async (...values) => (await state()).deleteCached(...values),
    takeLease: async (...values) => (await state()).takeLease(...values),
    releaseLease: async (...values) => (await state()).releaseLease(...values),
    requests: { update: async (...values) => (await state()).requests.update(...values) },
    runs: {
      tally: async (...values) => (await state()).runs.tally(...values),
      begin: async (...values) => (await state()).runs.begin(...values),
      add: async (...values) => (await state()).runs.add(...values),
      seal: async (...values) => (await state()).runs.seal(...values),
      due: async (...values) => (await state()).runs.due(...values),
      settle: async (...values) => (await state()).runs.settle(...values),
      byNumber: async (...values) => (await state()).runs.byNumber(...values),
      forget: async (...values) => (await state()).runs.forget(...values),
      forgetBefore: async (...values) => (await state()).runs.forgetBefore(...values),
    },
    [Symbol.asyncDispose]: async () => {
      // One that could not be opened needs no closing.
      const store = await opened?.catch(() => undefined);
      await store?.[Symbol.asyncDispose]();
    },
  };
}
