import { expect } from 'chai';
import { mostBeforeImages, type BeforeImage } from '../../../src/state/before-image-store.js';
import { openSqliteState } from '../../../src/state/sqlite/open-sqlite-state.js';
import { stateOfTarget } from '../../../src/state/state-of-target.js';
import type { StateStore } from '../../../src/state/state-store.js';

function image(id: string, over: Partial<BeforeImage> = {}): BeforeImage {
  return {
    id,
    family: 'Q1',
    document: { number: 'Q1', type: 'QUOTE', name: 'Refresh' },
    purpose: 'push',
    startedAt: 1,
    bindings: [{ kind: 'quote', key: 'Q1', recordId: '7', image: { wanted: { title: 'a' }, stored: {} } }],
    records: [
      { kind: 'quote', created: false, id: '7', before: { title: 'a' }, wrote: { title: 'b' }, lines: [] },
    ],
    ...over,
  };
}

describe('the before-images of the embedded state', () => {
  let state: StateStore;

  beforeEach(async () => {
    state = await openSqliteState({ path: ':memory:' });
  });
  afterEach(() => state[Symbol.asyncDispose]());

  const ids = async (connection = 'main', family = 'Q1'): Promise<readonly string[]> =>
    (await state.beforeImages.list(connection, family)).map(({ id }) => id);

  it('come back as they were written, the latest first', async () => {
    await state.beforeImages.put('main', image('one'));
    await state.beforeImages.put('main', image('two'));
    expect(await ids()).to.deep.equal(['two', 'one']);
    expect((await state.beforeImages.list('main', 'Q1'))[1]).to.deep.equal(image('one'));
  });

  it('keep their place when they are written again', async () => {
    await state.beforeImages.put('main', image('one'));
    await state.beforeImages.put('main', image('two'));
    await state.beforeImages.put('main', image('one', { finishedAt: 5 }));
    expect(await ids()).to.deep.equal(['two', 'one']);
    expect((await state.beforeImages.list('main', 'Q1'))[1]?.finishedAt).to.equal(5);
  });

  it('are forgotten but for the latest of a family, and when they are removed', async () => {
    await state.beforeImages.put('main', image('other', { family: 'Q2' }));
    const all = Array.from({ length: mostBeforeImages + 2 }, (_, index) => `push ${index}`);
    for (const id of all) await state.beforeImages.put('main', image(id));
    expect(await ids()).to.deep.equal(all.slice(2).reverse());
    expect(await ids('main', 'Q2')).to.deep.equal(['other']);
    await state.beforeImages.remove('main', 'Q1', `push ${mostBeforeImages + 1}`);
    expect(await ids()).to.deep.equal(all.slice(2, -1).reverse());
  });

  it('belong to one connection and tenant', async () => {
    await stateOfTarget(state, 'https://one.example').beforeImages.put('main', image('one'));
    expect(await ids()).to.deep.equal([]);
    const other = stateOfTarget(state, 'https://two.example');
    expect(await other.beforeImages.list('main', 'Q1')).to.deep.equal([]);
    const same = stateOfTarget(state, 'https://one.example');
    expect(await same.beforeImages.list('main', 'Q1')).to.have.length(1);
    await same.beforeImages.remove('main', 'Q1', 'one');
    expect(await same.beforeImages.list('main', 'Q1')).to.deep.equal([]);
  });
});

describe('the families of the embedded state', () => {
  it('are told in order, page by page, each connection its own', async () => {
    await using state = await openSqliteState({ path: ':memory:' });
    const binding = { recordId: '1', image: { wanted: {}, stored: {} } };
    for (const family of ['C', 'A', 'B'])
      await state.commit('main', family, {
        bind: [
          { ...binding, kind: 'quote', key: family },
          { ...binding, kind: 'line', key: 'a' },
        ],
      });
    await state.commit('other', 'D', { bind: [{ ...binding, kind: 'quote', key: 'D' }] });
    expect(await state.families('main', '', 2)).to.deep.equal(['A', 'B']);
    expect(await state.families('main', 'B', 2)).to.deep.equal(['C']);
    expect(await state.families('main', 'C', 2)).to.deep.equal([]);
  });
});
