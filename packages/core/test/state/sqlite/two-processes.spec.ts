import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { openSqliteState } from '../../../src/state/sqlite/open-sqlite-state.js';
import { TemporaryFolder } from '../../fakes/temporary-folder.js';

const program = fileURLToPath(new URL('./child-process.ts', import.meta.url));
const run = promisify(execFile);

interface Outcome {
  readonly leases: number;
  readonly requests: number;
}

describe('several processes on one new state', () => {
  it('lose no write, share the budget, and give each lease to one of them', async () => {
    using folder = new TemporaryFolder();
    const path = folder.file('state.db');
    const names = ['a', 'b', 'c', 'd'];
    const rounds = 30;
    const outcomes = await Promise.all(
      names.map(async (name): Promise<Outcome> => {
        const { stdout } = await run(process.execPath, [
          '--import',
          'tsx',
          program,
          path,
          name,
          String(rounds),
        ]);
        return JSON.parse(stdout) as Outcome;
      }),
    );
    const state = await openSqliteState({ path });
    const bindings = await state.bindings('main', 'Q1');
    await state[Symbol.asyncDispose]();
    expect(bindings).to.have.length(names.length * rounds);
    expect(sum(outcomes.map(({ requests }) => requests))).to.equal(40);
    expect(sum(outcomes.map(({ leases }) => leases))).to.equal(rounds);
  });

  function sum(numbers: readonly number[]): number {
    return numbers.reduce((total, number) => total + number, 0);
  }
});
