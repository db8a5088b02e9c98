import { bin } from './harness/run-command.js';
import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `--help` starts within twice the time of an empty Node process. */
const bound = 2;

describe('the start of the command', () => {
  it('takes at most twice as long as an empty Node process', function () {
    this.timeout(60_000);
    // A busy machine disturbs some rounds: one quiet round shows what the command can do.
    const ratios: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      const empty: number[] = [];
      const help: number[] = [];
      for (let run = 0; run < 9; run += 1) {
        empty.push(milliseconds(['-e', '0']));
        help.push(milliseconds([bin, '--help']));
      }
      ratios.push(median(help) / median(empty));
      if (Math.min(...ratios) <= bound) break;
    }
    expect(Math.min(...ratios), `ratios ${ratios.join(', ')}`).to.be.at.most(bound);
  });

  it('loads its own few files and no package for --help', () => {
    const files = loadedFiles(['--help']);
    expect(files.filter((file) => file.includes('node_modules'))).to.deep.equal([]);
    expect(files.length, files.join('\n')).to.be.within(2, 8);
    const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
    expect(bytes).to.be.below(120_000);
  });
});

function milliseconds(args: readonly string[]): number {
  const start = process.hrtime.bigint();
  spawnSync(process.execPath, args, { stdio: 'ignore' });
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[values.length >> 1] ?? Number.NaN;
}

/** V8's coverage names every script that ran. */
function loadedFiles(args: readonly string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'mapping-rules-loaded-'));
  spawnSync(process.execPath, [bin, ...args], {
    env: { PATH: process.env['PATH'], NODE_V8_COVERAGE: folder },
  });
  const reports = readdirSync(folder).map(
    (name) =>
      JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
        readonly result: readonly { readonly url: string }[];
      },
  );
  rmSync(folder, { recursive: true });
  return reports
    .flatMap((report) => report.result.map(({ url }) => url))
    .filter((url) => url.startsWith('file:'))
    .map((url) => fileURLToPath(url));
}
