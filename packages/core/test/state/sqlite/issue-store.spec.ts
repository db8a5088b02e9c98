import { expect } from 'chai';
import { openSqliteState } from '../../../src/state/sqlite/open-sqlite-state.js';
import type { SeenIssue } from '../../../src/state/issue-store.js';
import { stateOfTarget } from '../../../src/state/state-of-target.js';
import type { StateStore } from '../../../src/state/state-store.js';

const issue: SeenIssue = {
  id: 'aaaaaaaa',
  level: 'error',
  stage: 'plan',
  purpose: 'push',
  document: { number: 'Q1', family: 'Q1' },
  about: 'client',
  code: 'plan.conflict',
  message: 'There is no such client.',
  next: 'Create it.',
};

describe('issues in the state', () => {
  let state: StateStore;
  beforeEach(async () => {
    state = await openSqliteState({ path: ':memory:' });
  });
  afterEach(() => state[Symbol.asyncDispose]());

  it('counts one that is seen again, with its newest words', async () => {
    await state.issues.settle('main', { seen: [issue], over: [], at: 10 });
    await state.issues.settle('main', { seen: [{ ...issue, next: 'Create it now.' }], over: [], at: 20 });
    expect(await state.issues.list('main')).to.deep.equal([
      { ...issue, next: 'Create it now.', firstSeen: 10, lastSeen: 20, times: 2 },
    ]);
  });

  it('forgets what is over and keeps the rest, those seen last first', async () => {
    const other = { ...issue, id: 'bbbbbbbb', document: { number: 'Q2', family: 'Q2' } };
    await state.issues.settle('main', { seen: [issue], over: [], at: 10 });
    await state.issues.settle('main', { seen: [other], over: [], at: 20 });
    expect((await state.issues.list('main')).map(({ id }) => id)).to.deep.equal(['bbbbbbbb', 'aaaaaaaa']);
    expect(await state.issues.list('main', { documents: ['Q1'] })).to.have.length(1);
    await state.issues.settle('main', { seen: [], over: ['aaaaaaaa'], at: 30 });
    expect((await state.issues.list('main')).map(({ id }) => id)).to.deep.equal(['bbbbbbbb']);
  });

  it('opens a dismissed error again when it is seen again, and leaves a dismissed warning aside', async () => {
    const warning = { ...issue, id: 'cccccccc', level: 'warning' } as const;
    await state.issues.settle('main', { seen: [issue, warning], over: [], at: 10 });
    await state.issues.dismiss('main', ['aaaaaaaa', 'cccccccc'], 15);
    expect((await state.issues.list('main')).map(({ dismissedAt }) => dismissedAt)).to.deep.equal([15, 15]);
    await state.issues.settle('main', { seen: [issue, warning], over: [], at: 20 });
    const found = new Map((await state.issues.list('main')).map((one) => [one.id, one.dismissedAt]));
    expect([found.get('aaaaaaaa'), found.get('cccccccc')]).to.deep.equal([undefined, 15]);
  });

  it('keeps connections and tenants apart', async () => {
    await stateOfTarget(state, 'https://a').issues.settle('main', { seen: [issue], over: [], at: 10 });
    expect(await state.issues.list('main')).to.deep.equal([]);
    expect(await stateOfTarget(state, 'https://b').issues.list('main')).to.deep.equal([]);
    expect(await stateOfTarget(state, 'https://a').issues.list('other')).to.deep.equal([]);
    expect(await stateOfTarget(state, 'https://a').issues.list('main')).to.have.length(1);
  });
});
