import { expect } from 'chai';
import type { Item } from '../../../src/contract/records.js';
import { openSqliteState } from '../../../src/state/sqlite/open-sqlite-state.js';
import type { LedgerEntry, RequestLedger } from '../../../src/state/request-store.js';
import type { Binding, Intent, StateStore } from '../../../src/state/state-store.js';
import { errorOf } from '../../fakes/error-of.js';
import { TemporaryFolder } from '../../fakes/temporary-folder.js';

function binding(over: Partial<Binding> = {}): Binding {
  return {
    kind: 'line',
    key: 'L1',
    recordId: '7',
    image: { wanted: { price: '1', none: null }, stored: { price: '1.00' }, url: 'https://acme.example/7' },
    ...over,
  };
}

function intent(over: Partial<Intent> = {}): Intent {
  return { id: 'i1', operation: 'quote', marker: 'quotebridge:Q1', startedAt: 1_764_000_000_123, ...over };
}

function item(id: string, ...numbers: string[]): Item {
  return {
    id,
    numbers,
    name: `item ${id}`,
    description: '',
    inactive: false,
    classification: { group: { id: 'g', name: 'Größe' } },
    billingPeriod: 'monthly',
  };
}

describe('SqliteStateStore', () => {
  let folder: TemporaryFolder;
  let path: string;
  let state: StateStore;
  let other: StateStore;

  beforeEach(async () => {
    folder = new TemporaryFolder();
    path = folder.file('state.db');
    state = await openSqliteState({ path });
    other = await openSqliteState({ path });
  });
  afterEach(async () => {
    await state[Symbol.asyncDispose]();
    await other[Symbol.asyncDispose]();
    folder[Symbol.dispose]();
  });

  describe('bindings', () => {
    it('come back as they were, in another process of the same file too', async () => {
      await state.commit('main', 'Q1', { bind: [binding()] });
      expect(await other.bindings('main', 'Q1')).to.deep.equal([binding()]);
    });

    it('are kept apart by connection, family, kind and key', async () => {
      await state.commit('main', 'Q1', {
        bind: [binding(), binding({ kind: 'quote' }), binding({ key: 'l1' })],
      });
      await state.commit('main', 'Q2', { bind: [binding()] });
      await state.commit('other', 'Q1', { bind: [binding()] });
      expect(await state.bindings('main', 'Q1')).to.have.length(3);
      await state.commit('main', 'Q1', { unbind: [{ kind: 'line', key: 'L1' }] });
      expect((await state.bindings('main', 'Q1')).map(({ kind, key }) => `${kind} ${key}`)).to.have.members([
        'quote L1',
        'line l1',
      ]);
      expect(await state.bindings('main', 'Q2')).to.have.length(1);
      expect(await state.bindings('other', 'Q1')).to.have.length(1);
    });

    it('replace what was bound before; what is unbound and bound in one step stays bound', async () => {
      await state.commit('main', 'Q1', { bind: [binding()] });
      await state.commit('main', 'Q1', {
        unbind: [{ kind: 'line', key: 'L1' }],
        bind: [binding({ recordId: '8' })],
      });
      expect((await state.bindings('main', 'Q1')).map(({ recordId }) => recordId)).to.deep.equal(['8']);
    });

    it('keep any Unicode', async () => {
      const odd = ['O\'Brien"; drop table bindings;--', 'é', 'e\u0301', '🙂', '', 'a\nb'];
      await state.commit('main', 'Q1', { bind: odd.map((key) => binding({ key, recordId: key })) });
      const back = await other.bindings('main', 'Q1');
      expect(back.map(({ key }) => key)).to.have.members(odd);
      expect(back.every(({ key, recordId }) => key === recordId)).to.equal(true);
    });
  });

  it('carries out all changes of a commit or none', async () => {
    await state.commit('main', 'Q1', { openIntent: intent() });
    const error = await errorOf(
      state.commit('main', 'Q1', { bind: [binding()], openIntent: intent(), numbers: ['Q1'] }),
    );
    expect(error.code).to.equal('state.unusable');
    expect(await state.bindings('main', 'Q1')).to.deep.equal([]);
    expect(await state.familyOf('main', 'Q1')).to.equal(undefined);
  });

  it('keeps intents until they are closed, the oldest first', async () => {
    await state.commit('main', 'Q1', { openIntent: intent({ id: 'b', startedAt: 2 }) });
    await state.commit('main', 'Q1', { openIntent: intent({ id: 'a', startedAt: 1 }) });
    await state.commit('main', 'Q2', { openIntent: intent({ id: 'c' }) });
    expect((await other.pendingIntents('main', 'Q1')).map(({ id }) => id)).to.deep.equal(['a', 'b']);
    await state.commit('main', 'Q1', { closeIntents: ['a', 'nobody'] });
    expect(await state.pendingIntents('main', 'Q1')).to.deep.equal([intent({ id: 'b', startedAt: 2 })]);
    expect(await state.pendingIntents('main', 'Q2')).to.deep.equal([intent({ id: 'c' })]);
  });

  it('knows the family of a number, per connection', async () => {
    await state.commit('main', 'Q1', { numbers: ['Q1', 'Q1-02'] });
    expect(await other.familyOf('main', 'Q1-02')).to.equal('Q1');
    expect(await other.familyOf('main', 'Q3')).to.equal(undefined);
    expect(await other.familyOf('other', 'Q1')).to.equal(undefined);
  });

  describe('the item cache', () => {
    it('finds items by each of their numbers, whatever the case, blanks and Unicode spelling', async () => {
      await state.putItems('main', [item('1', 'ABC-1', 'Größe'), item('2', ' abc-1 ')]);
      const found = await other.itemsByNumber('main', ['abc-1', 'GRO\u0308ßE', 'none', 'ABC-1']);
      expect([...found.keys()]).to.deep.equal(['abc-1', 'GRO\u0308ßE', 'ABC-1']);
      expect(found.get('abc-1')?.map(({ id }) => id)).to.deep.equal(['1', '2']);
      expect(found.get('GRO\u0308ßE')).to.deep.equal([item('1', 'ABC-1', 'Größe')]);
      expect((await state.itemsByNumber('other', ['abc-1'])).size).to.equal(0);
    });

    it('forgets the numbers that an item no longer has', async () => {
      await state.putItems('main', [item('1', 'A', 'B')]);
      await state.putItems('main', [item('1', 'B', 'C')]);
      expect([...(await state.itemsByNumber('main', ['A', 'B', 'C'])).keys()]).to.deep.equal(['B', 'C']);
    });

    it('forgets all others when the list is complete, of this connection only', async () => {
      await state.putItems('main', [item('1', 'A'), item('2', 'B')]);
      await state.putItems('other', [item('1', 'A')]);
      await state.putItems('main', [item('2', 'B')], { complete: true });
      expect([...(await state.itemsByNumber('main', ['A', 'B'])).keys()]).to.deep.equal(['B']);
      expect((await state.itemsByNumber('other', ['A'])).size).to.equal(1);
      await state.putItems('main', [], { complete: true });
      expect((await state.itemsByNumber('main', ['A', 'B'])).size).to.equal(0);
    });

    it('takes ten thousand items', async () => {
      const items = Array.from({ length: 10_000 }, (_, index) => item(String(index), `N${index}`));
      await state.putItems('main', items, { complete: true });
      expect((await state.itemsByNumber('main', ['n9999'])).get('n9999')).to.have.length(1);
    });
  });

  it('forgets a cached value when its time is over', async () => {
    await state.putCached('main', 'k', { a: [1, null, 'é'] }, 1_000);
    expect(await other.cached('main', 'k', 999)).to.deep.equal({ a: [1, null, 'é'] });
    expect(await other.cached('main', 'k', 1_000)).to.equal(undefined);
    expect(await other.cached('other', 'k', 0)).to.equal(undefined);
    await state.putCached('main', 'k', null, 2_000);
    expect(await other.cached('main', 'k', 0)).to.equal(null);
    await state.deleteCached('main', 'k');
    expect(await other.cached('main', 'k', 0)).to.equal(undefined);
  });

  describe('leases', () => {
    it('belong to one owner at a time, who may renew', async () => {
      expect(await state.takeLease('doc', 'a', 100, 0)).to.equal(true);
      expect(await other.takeLease('doc', 'b', 100, 50)).to.equal(false);
      expect(await state.takeLease('doc', 'a', 200, 90)).to.equal(true);
      expect(await other.takeLease('doc', 'b', 300, 150)).to.equal(false);
      expect(await other.takeLease('another', 'b', 300, 150)).to.equal(true);
    });

    it('are free once they have expired', async () => {
      await state.takeLease('doc', 'a', 100, 0);
      expect(await other.takeLease('doc', 'b', 200, 100)).to.equal(true);
      expect(await state.takeLease('doc', 'a', 200, 101)).to.equal(false);
    });

    it('are released by their owner only', async () => {
      await state.takeLease('doc', 'a', 100, 0);
      await other.releaseLease('doc', 'b');
      expect(await other.takeLease('doc', 'b', 200, 1)).to.equal(false);
      await state.releaseLease('doc', 'a');
      expect(await other.takeLease('doc', 'b', 200, 1)).to.equal(true);
    });

    it('are free when the process of their owner is gone', async () => {
      const asked: string[] = [];
      const third = await openSqliteState({
        path,
        isProcessAlive: (owner) => {
          asked.push(owner);
          return owner !== 'dead';
        },
      });
      await state.takeLease('one', 'dead', 1_000, 0);
      await state.takeLease('two', 'alive', 1_000, 0);
      expect(await third.takeLease('one', 'c', 1_000, 1)).to.equal(true);
      expect(await third.takeLease('two', 'c', 1_000, 1)).to.equal(false);
      expect(asked).to.deep.equal(['dead', 'alive']);
      await third[Symbol.asyncDispose]();
    });
  });

  describe('the request budget', () => {
    const entry = (id: string, at: number): LedgerEntry => ({ id, at, requests: 1, kind: 'sent' });
    const ledger = (store: StateStore, connection = 'main'): Promise<RequestLedger> =>
      store.requests.update(connection, (found) => ({ result: found }));

    it('is one ledger for all processes, and one for each connection', async () => {
      const facts = { parkedUntil: 5_000 };
      await state.requests.update('main', () => ({ result: 0, put: [entry('b', 2), entry('a', 1)], facts }));
      const entries = [entry('a', 1), entry('b', 2)];
      expect(await ledger(other)).to.deep.equal({ entries, facts });
      expect(await ledger(other, 'second')).to.deep.equal({ entries: [], facts: {} });
    });

    it('replaces and forgets entries, and keeps facts that are not mentioned', async () => {
      await state.requests.update('main', () => ({
        result: 0,
        put: [entry('a', 1), entry('b', 2)],
        facts: { parkedUntil: 1 },
      }));
      await other.requests.update('main', () => ({
        result: 0,
        forget: ['a'],
        put: [{ ...entry('b', 3), kind: 'answered' }],
      }));
      expect(await ledger(state)).to.deep.equal({
        entries: [{ ...entry('b', 3), kind: 'answered' }],
        facts: { parkedUntil: 1 },
      });
    });
  });

  it('says that the state is unusable once it is closed', async () => {
    await state[Symbol.asyncDispose]();
    await state[Symbol.asyncDispose]();
    expect((await errorOf(state.bindings('main', 'Q1'))).code).to.equal('state.unusable');
  });
});
