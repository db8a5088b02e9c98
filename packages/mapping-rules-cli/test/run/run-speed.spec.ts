import { generateJoin } from '@quotebridge/mapping-rules/codegen';
import { compileRuleSet } from '@quotebridge/mapping-rules';
import { expect } from 'chai';
import { namedInput } from '../../src/data/named-input.js';
import { runLines } from '../../src/run/run-lines.js';
import { shopRules } from '../compiled-rules.js';
import { ScratchFolder } from '../scratch-folder.js';
import { bareCopy } from './bare-copy.js';
import { writeLines } from './many-lines.js';

const refuse = (message: string): Error => new Error(message);

describe('the speed of run', () => {
  const folder = new ScratchFolder();
  after(() => folder.remove());

  it('is at least half of that of a bare copy with the same reader and writer', async function () {
    this.timeout(60_000);
    await writeLines(folder.file('lines.csv'), 30_000);
    const compiled = compileRuleSet(shopRules, { generateJoin });
    if (!compiled.ok) throw new Error('the rules are wrong');
    const input = await namedInput(folder.file('lines.csv'), refuse);
    const request = {
      rules: compiled.rule,
      input,
      problems: true,
      overwrite: false,
      plainCells: false,
      refuse,
    };
    const ratios: number[] = [];
    // Other work on the machine disturbs a round, never all of them.
    for (let round = 0; round < 8; round += 1) {
      const copy = await seconds(async () => bareCopy(input, folder.file('copy.csv')));
      const run = await seconds(async () => runLines({ ...request, output: folder.file('out.csv') }));
      ratios.push(run / copy);
      if (round >= 2 && run / copy <= 2) break;
    }
    expect(Math.min(...ratios), `ratios ${ratios.map((ratio) => ratio.toFixed(2)).join(' ')}`).to.be.at.most(
      2,
    );
  });
});

/** Seconds of the processor, which others that want it do not lengthen. */
async function seconds(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000_000;
}
