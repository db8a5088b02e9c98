import { expect } from 'chai';
import { openSqliteState } from '../../../src/state/sqlite/open-sqlite-state.js';
import type { RunDocument } from '../../../src/state/run-store.js';
import type { StateStore } from '../../../src/state/state-store.js';

const document = (position: number, number: string, more: Partial<RunDocument> = {}): RunDocument => ({
  position,
  number,
  stage: 0,
  superseded: false,
  ...more,
});

describe('SqliteRunStore', () => {
  let state: StateStore;
  beforeEach(async () => {
    state = await openSqliteState({ path: ':memory:' });
  });
  afterEach(() => state[Symbol.asyncDispose]());

  async function begun(documents: readonly RunDocument[], key = 'file', at = 1): Promise<void> {
    await state.runs.begin('main', key, at);
    await state.runs.add('main', key, documents);
    await state.runs.seal('main', key);
  }

  async function due(stage: number, after = -1, most = 10): Promise<readonly string[]> {
    const found = await state.runs.due('main', 'file', { stage, after, most });
    return found.map(({ number }) => number);
  }

  it('knows no run whose file was not read to the end', async () => {
    await state.runs.begin('main', 'file', 1);
    await state.runs.add('main', 'file', [document(0, 'A')]);
    expect(await state.runs.tally('main', 'file')).to.equal(undefined);
    await state.runs.seal('main', 'file');
    expect(await state.runs.tally('main', 'file')).to.include({ total: 1, worstExit: 0 });
    expect(await state.runs.tally('other', 'file')).to.equal(undefined);
  });

  it('gives what no later document has replaced, by stage and in the order of the file', async () => {
    await begun([
      document(0, 'Q1'),
      document(1, 'O1', { stage: 1, convertedFrom: 'Q1' }),
      document(2, 'Q2', { superseded: true }),
      document(3, 'Q2-1', { revisionOf: 'Q2' }),
      document(4, 'Q3'),
      document(5, '', { stage: -1 }),
      document(6, 'Q4'),
    ]);
    expect(await due(-1)).to.deep.equal(['']);
    expect(await due(0)).to.deep.equal(['Q2-1', 'Q3', 'Q4']);
    expect(await due(0, 3, 1)).to.deep.equal(['Q3']);
    expect(await due(1)).to.deep.equal(['O1']);
    expect(await state.runs.tally('main', 'file')).to.include({ total: 5 });
  });

  it('counts what is settled, names what has failed, and gives only the rest', async () => {
    await begun(['A', 'B', 'C', 'D'].map((number, position) => document(position, number)));
    await state.runs.settle('main', 'file', 0, { status: 'written', exit: 0 });
    await state.runs.settle('main', 'file', 1, { status: 'failed', exit: 5 });
    await state.runs.settle('main', 'file', 2, { status: 'failed', exit: 2 });
    expect(await due(0)).to.deep.equal(['D']);
    expect(await state.runs.tally('main', 'file')).to.deep.equal({
      total: 4,
      settled: { written: 1, unchanged: 0, skipped: 0, failed: 2 },
      failed: ['B', 'C'],
      worstExit: 5,
    });
  });

  it('finds a document by its number, the last one of those that are alike', async () => {
    await begun([
      document(0, 'A', { revisionOf: 'X' }),
      document(1, 'A', { convertedFrom: 'Y' }),
      document(2, 'A', { stage: -1 }),
    ]);
    expect(await state.runs.byNumber('main', 'file', 'A')).to.deep.equal(
      document(1, 'A', { convertedFrom: 'Y' }),
    );
    expect(await state.runs.byNumber('main', 'file', 'B')).to.equal(undefined);
  });

  it('forgets one run, or all old ones', async () => {
    await begun([document(0, 'A')], 'old', 1);
    await begun([document(0, 'A')], 'file', 5);
    await state.runs.forgetBefore(5);
    expect(await state.runs.tally('main', 'old')).to.equal(undefined);
    expect(await due(0)).to.deep.equal(['A']);
    await state.runs.forget('main', 'file');
    expect(await due(0)).to.deep.equal([]);
  });
});
