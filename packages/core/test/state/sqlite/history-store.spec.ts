import { expect } from 'chai';
import { openSqliteState } from '../../../src/state/sqlite/open-sqlite-state.js';
import type { HistoryEnd, HistoryEntry, NewHistoryEntry } from '../../../src/state/history-store.js';
import type { StateStore } from '../../../src/state/state-store.js';

const entry: NewHistoryEntry = {
  startedAt: 100,
  actor: 'dana',
  process: 'here:1',
  purpose: 'push',
  document: { number: 'Q1', family: 'Q1' },
  changes: [],
};
const unchanged: HistoryEnd = {
  outcome: 'unchanged',
  endedAt: 101,
  requests: { read: 1, write: 0 },
  issues: [],
};

describe('the history in the state', () => {
  let state: StateStore;
  beforeEach(async () => {
    state = await openSqliteState({ path: ':memory:', isProcessAlive: (owner) => owner.startsWith('here:') });
  });
  afterEach(() => state[Symbol.asyncDispose]());

  const outcomes = async (): Promise<readonly string[]> =>
    (await state.history.list('main')).map(({ id, outcome, times }) => `${id} ${outcome} ${times}`);

  it('folds entries of the same kind that follow each other, and no others', async () => {
    await state.history.add('main', entry, unchanged, 'same');
    await state.history.add('main', { ...entry, startedAt: 200 }, unchanged, 'same');
    expect(await outcomes()).to.deep.equal(['1 unchanged 2']);
    const [folded] = await state.history.list('main');
    expect(folded).to.deep.include({ startedAt: 100, lastAt: 200 });
    await state.history.add('main', entry, unchanged, 'other');
    await state.history.add('main', entry, unchanged, 'same');
    await state.history.add('main', entry, unchanged);
    await state.history.add('main', entry, unchanged);
    expect(await outcomes()).to.have.length(5);
  });

  it('does not fold across another document', async () => {
    await state.history.add('main', entry, unchanged, 'same');
    await state.history.add(
      'main',
      { ...entry, document: { number: 'Q2', family: 'Q2' } },
      unchanged,
      'same',
    );
    expect(await outcomes()).to.have.length(2);
  });

  it('keeps what was said at the beginning when the end says nothing of it', async () => {
    const changes = [{ record: 'quote', action: 'updated', fields: [] }] as const;
    const id = await state.history.begin('main', { ...entry, changes });
    expect((await state.history.list('main'))[0]).to.deep.include({ id, outcome: 'running', changes });
    await state.history.end('main', id, { ...unchanged, outcome: 'interrupted' });
    expect((await state.history.list('main'))[0]).to.deep.include({ outcome: 'interrupted', changes });
    await state.history.end('main', id, { ...unchanged, outcome: 'failed', changes: [] });
    expect((await state.history.list('main'))[0]).to.deep.include({ outcome: 'failed', changes: [] });
  });

  it('takes an entry for interrupted when its process is gone, or the next push of the family begins', async () => {
    await state.history.begin('main', { ...entry, process: 'gone:1' });
    await state.history.begin('main', { ...entry, document: { number: 'Q2', family: 'Q2' } });
    expect(await outcomes()).to.deep.equal(['2 running 1', '1 interrupted 1']);
    expect((await state.history.abandoned('main')).map(({ id }) => id)).to.deep.equal(['1']);
    await state.history.begin('main', entry);
    expect(await state.history.abandoned('main')).to.deep.equal([]);
    expect(await outcomes()).to.deep.equal(['3 running 1', '2 running 1', '1 interrupted 1']);
    const only = async (outcome: HistoryEntry['outcome']): Promise<readonly string[]> =>
      (await state.history.list('main', { outcome })).map(({ id }) => id);
    expect([await only('interrupted'), await only('running')]).to.deep.equal([['1'], ['3', '2']]);
  });

  it('is asked by number or family, by time, and from an entry on', async () => {
    for (const number of ['Q1', 'O1', 'Q9']) {
      const family = number === 'O1' ? 'Q1' : number;
      await state.history.add('main', { ...entry, document: { number, family } }, unchanged);
    }
    const ids = async (query: object): Promise<readonly string[]> =>
      (await state.history.list('main', query)).map(({ id }) => id);
    expect(await ids({ documents: ['Q1'] })).to.deep.equal(['2', '1']);
    expect(await ids({ documents: ['O1'] })).to.deep.equal(['2']);
    expect(await ids({ documents: [] })).to.deep.equal([]);
    expect(await ids({ before: '3', limit: 1 })).to.deep.equal(['2']);
    expect(await ids({ since: 101 })).to.deep.equal([]);
    expect(await ids({ since: 100 })).to.have.length(3);
  });
});
