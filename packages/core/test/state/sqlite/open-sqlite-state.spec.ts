import { mkdirSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import Database from 'libsql';
import { openSqliteState } from '../../../src/state/sqlite/open-sqlite-state.js';
import { errorOf } from '../../fakes/error-of.js';
import { TemporaryFolder } from '../../fakes/temporary-folder.js';
import { firstSchema } from './first-schema.js';

describe('openSqliteState', () => {
  let folder: TemporaryFolder;
  let path: string;

  beforeEach(() => {
    folder = new TemporaryFolder();
    path = folder.file('state.db');
  });
  afterEach(() => folder[Symbol.dispose]());

  function prepare(...statements: string[]): void {
    const database = new Database(path);
    for (const statement of statements) database.exec(statement);
    database.close();
  }

  async function expectUnusable(text: string | RegExp): Promise<void> {
    const error = await errorOf(openSqliteState({ path, busyMilliseconds: 50 }));
    expect(error.code).to.equal('state.unusable');
    expect(error.message)
      .to.contain(path)
      .and.to.match(text instanceof RegExp ? text : new RegExp(text));
    expect(error.details.next).to.match(/\w/);
  }

  it('creates a file and opens it again with what was in it', async () => {
    const first = await openSqliteState({ path });
    await first.commit('main', 'Q1', { numbers: ['Q1'] });
    await first[Symbol.asyncDispose]();
    const second = await openSqliteState({ path });
    expect(await second.familyOf('main', 'Q1')).to.equal('Q1');
    await second[Symbol.asyncDispose]();
  });

  it('keeps nothing of a state in memory', async () => {
    const first = await openSqliteState({ path: ':memory:' });
    await first.commit('main', 'Q1', { numbers: ['Q1'] });
    const second = await openSqliteState({ path: ':memory:' });
    expect(await second.familyOf('main', 'Q1')).to.equal(undefined);
    await first[Symbol.asyncDispose]();
    await second[Symbol.asyncDispose]();
  });

  it('takes over a state of the first version with everything in it', async () => {
    prepare(
      firstSchema,
      `insert into bindings values ('main', 'Q1', 'quote', 'Q1', '501', '{"wanted":{"title":"A"},"stored":{"title":"a"}}')`,
      `insert into intents values ('i1', 'main', 'Q1', 'quote', 'quotebridge:Q1', 7)`,
      "insert into document_numbers values ('main', 'Q1', 'Q1'), ('main', 'Q2', 'Q1')",
      `insert into items values ('main', '9', '{"id":"9","name":"Switch","numbers":["SW-1"]}')`,
      "insert into item_numbers values ('main', 'sw-1', '9')",
      "insert into requests values ('main', 5), ('main', 6)",
      'pragma user_version = 1',
    );
    for (const opening of ['first', 'second']) {
      await using state = await openSqliteState({ path });
      expect(await state.bindings('main', 'Q1'), opening).to.deep.equal([
        {
          kind: 'quote',
          key: 'Q1',
          recordId: '501',
          image: { wanted: { title: 'A' }, stored: { title: 'a' } },
        },
      ]);
      expect(await state.pendingIntents('main', 'Q1')).to.deep.equal([
        { id: 'i1', operation: 'quote', marker: 'quotebridge:Q1', startedAt: 7 },
      ]);
      expect(await state.familyOf('main', 'Q2')).to.equal('Q1');
      expect((await state.itemsByNumber('main', ['SW-1'])).get('SW-1')).to.have.length(1);
      // What came with later versions is there, and works.
      expect(await state.issues.list('main')).to.deep.equal([]);
      expect(await state.history.list('main')).to.deep.equal([]);
      expect(await state.beforeImages.list('main', 'Q1')).to.deep.equal([]);
      expect(await state.runs.tally('main', 'none')).to.equal(undefined);
      const kept = await state.requests.update('main', ({ entries }) => ({
        result: entries.length,
        put: [{ id: opening, at: 1, requests: 1, kind: 'sent' }],
      }));
      expect(kept).to.equal(opening === 'first' ? 0 : 1);
    }
  });

  it('takes over a state of the first version with several connections at once', async () => {
    prepare(
      firstSchema,
      `insert into document_numbers values ('main', 'Q1', 'Q1')`,
      'pragma user_version = 1',
    );
    const states = await Promise.all([1, 2, 3].map(() => openSqliteState({ path })));
    for (const state of states) expect(await state.familyOf('main', 'Q1')).to.equal('Q1');
    for (const state of states) await state[Symbol.asyncDispose]();
  });

  it('takes an empty file for a new state', async () => {
    writeFileSync(path, '');
    await (await openSqliteState({ path }))[Symbol.asyncDispose]();
  });

  it('refuses a state of a newer version', async () => {
    prepare('pragma user_version = 3');
    await expectUnusable('newer Quotebridge');
  });

  it('refuses a file that is no database', async () => {
    writeFileSync(
      path,
      'this is no database, but long enough to be looked at as if it were one. '.repeat(20),
    );
    await expectUnusable('not a database');
  });

  it('refuses the database of another program', async () => {
    prepare('create table customers (id integer)');
    await expectUnusable('not a Quotebridge state');
  });

  it('refuses the database of another program that counts its versions, too', async () => {
    prepare('create table customers (id integer)', 'pragma user_version = 1');
    await expectUnusable('not a Quotebridge state');
  });

  it('leaves the database of another program as it is', async () => {
    prepare('create table customers (id integer)');
    await expectUnusable('not a Quotebridge state');
    const database = new Database(path);
    const tables = database.prepare('select name from sqlite_schema').all();
    expect(tables).to.have.length(1);
    expect(database.pragma('journal_mode')).to.deep.equal([{ journal_mode: 'delete' }]);
    database.close();
  });

  it('refuses a file that another program has locked', async () => {
    await (await openSqliteState({ path }))[Symbol.asyncDispose]();
    const blocker = new Database(path);
    blocker.exec('begin exclusive');
    const state = await openSqliteState({ path, busyMilliseconds: 50 }).catch((error: unknown) => error);
    if (state instanceof Error) expect(state).to.have.property('code', 'state.unusable');
    else {
      const opened = state as Awaited<ReturnType<typeof openSqliteState>>;
      const error = await errorOf(opened.commit('main', 'Q1', { numbers: ['Q1'] }));
      expect(error.code).to.equal('state.unusable');
      expect(error.message).to.contain('locked');
      await opened[Symbol.asyncDispose]();
    }
    blocker.exec('rollback');
    blocker.close();
  });

  it('refuses a folder that is not there', async () => {
    path = folder.file('none/state.db');
    await expectUnusable(/cannot be used/);
  });

  it('refuses a folder in place of a file', async () => {
    mkdirSync(path);
    await expectUnusable(/cannot be used/);
  });
});
