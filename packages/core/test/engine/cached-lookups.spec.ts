import { expect } from 'chai';
import { CachedFields } from '../../src/engine/cached-fields.js';
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

  it('asks again when something is missing, and when the list is older than it may be', async () => {
    await lookups().read('ticketTypes');
    clock.advance(10 * 60_000);
    expect((await lookups().read('ticketTypes')).fresh).to.equal(false);
    await lookups().read('ticketTypes', { maximumAge: 3_600_000 });
    expect(asked).to.equal(1);
    await lookups().read('ticketTypes', { fresh: true });
    expect(asked).to.equal(2);
    clock.advance(60 * 60_000 + 1);
    await lookups().read('ticketTypes');
    expect(asked).to.equal(2);
    await lookups().read('ticketTypes', { maximumAge: 3_600_000 });
    expect(asked).to.equal(3);
  });
});

describe('CachedFields', () => {
  it('asks the PSA once for all processes of the state', async () => {
    const psa = new FakePsa();
    await using state = await openSqliteState({ path: ':memory:' });
    const clock = new ManualClock();
    const fields = (): CachedFields =>
      new CachedFields({ ...psa.contactManager, fields: psa.fields }, state, 'main', clock);
    expect(await fields().read('users')).to.deep.equal({ entries: [], fresh: true });
    await fields().read('users');
    await fields().read('clients');
    expect(psa.fieldReads).to.deep.equal(['list users', 'list clients']);
    const without = new CachedFields(psa.contactManager, state, 'main', clock);
    expect(await without.read('users')).to.deep.equal({ entries: [], fresh: true });
  });
});
