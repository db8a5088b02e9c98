import { expect } from 'chai';
import { readFileSync, writeFileSync } from 'node:fs';
import { shopRules } from '../compiled-rules.js';
import { runCommand } from '../harness/run-command.js';
import { ScratchFolder } from '../scratch-folder.js';

describe('mapping-rules test', () => {
  let folder: ScratchFolder;
  beforeEach(() => (folder = new ScratchFolder()));
  afterEach(() => folder.remove());

  const labor = { name: 'labor', given: { ItemType: 'Labor' }, expect: { ProductGroup: 'Services' } };

  async function test(tests: readonly object[], ...more: readonly string[]): ReturnType<typeof runCommand> {
    writeFileSync(folder.file('rules.json'), JSON.stringify({ ...shopRules, tests }));
    return runCommand(['test', 'rules.json', ...more], { cwd: folder.path });
  }

  it('exits with 0 when all cases pass', async () => {
    expect(await test([labor])).to.include({ code: 0, stdout: '✔ labor\n1 case passed.\n' });
    const none = await test([]);
    expect(none.code).to.equal(0);
    expect(none.stderr).to.contain('has no cases');
  });

  it('writes no report over the rules', async () => {
    const { code, stderr } = await test([labor], '--junit', './rules.json');
    expect(code).to.equal(2);
    expect(stderr).to.contain('--junit').and.to.contain('Name another file');
    expect(readFileSync(folder.file('rules.json'), 'utf8')).to.contain('"version"');
  });

  it('exits with 1 when one fails, and shows what differs', async () => {
    const ended = await test(
      [labor, { ...labor, name: 'wrong', expect: { ProductGroup: 'Labor' } }],
      '--junit',
      'r.xml',
    );
    expect(ended.code).to.equal(1);
    expect(ended.stdout).to.match(
      /✖ wrong {2}rules\.json:1\n {4}ProductGroup {2}by .*\n {4}- Labor\n {4}\+ Services\n1 of 2 cases failed \(- expected, \+ came out\)\.\n/,
    );
    expect(readFileSync(folder.file('r.xml'), 'utf8')).to.contain('<testsuites tests="2" failures="1"');
    const json = (await test([labor], '--json')).json() as { readonly cases: readonly object[] };
    expect(json).to.deep.include({ passed: 1, failed: 0 });
    expect(json.cases[0]).to.include({ name: 'labor', passed: true, line: 1 });
  });

  it('exits with 1 when the rules have errors, and runs nothing', async () => {
    writeFileSync(folder.file('rules.json'), '{"version":1,"descriptions":{"itemName":"&{DI_Nope}"}}');
    const ended = await runCommand(['test', 'rules.json'], { cwd: folder.path });
    expect(ended).to.include({ code: 1, stdout: '' });
    expect(ended.stderr).to.contain('rules.json:1:');
  });
});
