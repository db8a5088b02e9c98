import type { StateStore } from '@quotebridge/core';
import { openSqliteState } from '@quotebridge/core/sqlite-state';
import { expect } from 'chai';
import { dyingState, ProcessDied } from '../../src/faults/dying-state.js';

describe('a state whose process dies', () => {
  let opened: StateStore;

  beforeEach(async () => {
    opened = await openSqliteState({ path: ':memory:' });
  });
  afterEach(() => opened[Symbol.asyncDispose]());

  const put = (store: StateStore, key: string) => store.putCached('main', key, 1, Infinity);
  const outcome = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) => (error instanceof ProcessDied ? 'died' : 'failed'),
    );

  for (const when of ['before', 'after'] as const) {
    it(`just ${when} its second write has that write only when it died after it, and nothing later`, async () => {
      let told = 0;
      const { store, writes } = dyingState(opened, { at: 2, when, happened: () => (told += 1) });
      expect(await outcome(put(store, 'a'))).to.equal('done');
      expect(await store.cached('main', 'a', 0), 'reads do not count').to.equal(1);
      expect(await outcome(put(store, 'b'))).to.equal('died');
      expect(await outcome(put(store, 'c'))).to.equal('died');
      expect(await outcome(store.cached('main', 'a', 0))).to.equal('died');
      expect(told).to.equal(1);
      expect(writes).to.deep.equal(['putCached', 'putCached']);
      expect(await opened.cached('main', 'b', 0)).to.equal(when === 'after' ? 1 : undefined);
      expect(await opened.cached('main', 'c', 0)).to.equal(undefined);
    });
  }

  it('does nothing but count without a death', async () => {
    const { store, writes } = dyingState(opened);
    await put(store, 'a');
    await store.commit('main', 'f', {});
    expect(writes).to.deep.equal(['putCached', 'commit']);
  });
});
