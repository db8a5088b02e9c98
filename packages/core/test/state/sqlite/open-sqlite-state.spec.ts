import { mkdirSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import Database from 'libsql';
import { openSqliteState } from '../../../src/state/sqlite/open-sqlite-state.js';
import { errorOf } from '../../fakes/error-of.js';
import { TemporaryFolder } from '../../fakes/temporary-folder.js';

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
