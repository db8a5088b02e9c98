import { expect } from 'chai';
import { CachedLookups } from '../../src/engine/cached-lookups.js';
import { openSqliteState } from '../../src/state/sqlite/open-sqlite-state.js';
import type { StateStore } from '../../src/state/state-store.js';
import { FakePsa } from '../fakes/fake-psa.js';
import { ManualClock } from '../fakes/manual-clock.js';

describe('CachedLookups', () => {
  let psa: FakePsa;
  let state: StateStore;
  let clock: ManualClock;
  let asked: number;

  beforeEach(async () => {
    psa = new FakePsa();
    state = await openSqliteState({ path: ':memory:' });
    clock = new ManualClock();
    asked = 0;
  });
  afterEach(() => state[Symbol.asyncDispose]());

  function lookups(): CachedLookups {
    const { contactManager } = psa;
    const counted = {
      ...contactManager.lookups,
      list: async (name: string) => {
        asked += 1;
        return contactManager.lookups.list(name);
      },
    };
    return new CachedLookups({ ...contactManager, lookups: counted }, state, 'main', clock);
  }

  it('asks the PSA once for all processes of the state', async () => {
    const first = await lookups().read('ticketTypes');
    const second = await lookups().read('ticketTypes');
    expect(first.fresh).to.equal(true);
    expect(second.entries).to.deep.equal([{ id: 't1', name: 'Opportunity' }]);
    expect(asked).to.equal(1);
  });

  it('asks again when it is told to', async () => {
    await lookups().read('ticketTypes');
    psa.lookups['ticketTypes'] = [{ id: 't2', name: 'New' }];
    expect(await lookups().readAgain('ticketTypes')).to.deep.equal([{ id: 't2', name: 'New' }]);
    expect((await lookups().read('ticketTypes')).entries).to.deep.equal([{ id: 't2', name: 'New' }]);
  });

  it('asks when what it remembers is no list', async () => {
    await lookups().read('ticketTypes');
    const key = 'lookup:ticketTypes';
    for (const damaged of [
      [{ id: 'x', name: 'x' }],
      'text',
      { at: 'x', entries: [] },
      { at: 1, entries: 2 },
    ]) {
      await state.putCached('main', key, damaged, clock.now() + 1_000_000);
      expect((await lookups().read('ticketTypes')).entries).to.deep.equal([
        { id: 't1', name: 'Opportunity' },
      ]);
    }
  });
});
