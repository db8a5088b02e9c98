import { expect } from 'chai';
import { readFileSync, writeFileSync } from 'node:fs';
import { shopRules } from '../compiled-rules.js';
import { runCommand } from '../harness/run-command.js';
import { ScratchFolder } from '../scratch-folder.js';

describe('mapping-rules diff', () => {
  let folder: ScratchFolder;
  beforeEach(() => {
    folder = new ScratchFolder();
    writeFileSync(folder.file('old.json'), JSON.stringify(shopRules));
    const productGroups = { rows: { Labor: 'Work' }, default: 'Other' };
    writeFileSync(folder.file('new.json'), JSON.stringify({ ...shopRules, productGroups }, undefined, 2));
    writeFileSync(folder.file('lines.csv'), 'ItemType\nLabor\nWidget\n');
  });
  afterEach(() => folder.remove());

  it('tells what would change, by which rules, and exits with 1', async () => {
    const args = ['diff', 'old.json', 'new.json', '--in', 'lines.csv'];
    const ended = await runCommand([...args, '--out', 'changes.csv'], { cwd: folder.path });
    expect(ended.code).to.equal(1);
    expect(ended.stdout).to.match(
      /line 2\n {2}ProductGroup\n {4}- Services .*old\.json:1\)\n {4}\+ Work .*new\.json:\d\d\)/,
    );
    expect(ended.stdout).to.contain('1 of 2 lines would change (- old, + new):');
    expect(readFileSync(folder.file('changes.csv'), 'utf8').split('\r\n')).to.have.length(3);
    const json = (await runCommand([...args, '--json'], { cwd: folder.path })).json();
    expect(json).to.deep.include({ lines: 2, changed: 1, columns: [{ column: 'ProductGroup', lines: 1 }] });
  });

  it('exits with 0 when nothing would', async () => {
    const ended = await runCommand(['diff', 'old.json', 'old.json', '--in', 'lines.csv'], {
      cwd: folder.path,
    });
    expect(ended).to.include({ code: 0, stdout: 'Nothing changes for 2 lines.\n' });
  });

  it('writes to standard output for -, and what it found to standard error', async () => {
    const args = ['diff', 'old.json', 'new.json', '--in', 'lines.csv', '--out', '-'];
    const ended = await runCommand(args, { cwd: folder.path });
    expect(ended.code).to.equal(1);
    expect(ended.stdout).to.match(/^\uFEFFLine,.*\r\n2,ProductGroup,Services,Work,.*\r\n$/);
    expect(ended.stderr).to.contain('1 of 2 lines would change (- old, + new):');
    const json = await runCommand([...args, '--json'], { cwd: folder.path });
    expect(json.stdout).to.equal(ended.stdout);
    expect(JSON.parse(json.stderr)).to.include({ lines: 2, changed: 1 });
  });

  it('writes over nothing that it reads', async () => {
    for (const out of ['old.json', 'new.json', 'lines.csv']) {
      const args = ['diff', 'old.json', 'new.json', '--in', 'lines.csv', '--out', out];
      const before = readFileSync(folder.file(out), 'utf8');
      expect((await runCommand(args, { cwd: folder.path })).code, out).to.equal(2);
      expect(readFileSync(folder.file(out), 'utf8')).to.equal(before);
    }
  });
});
