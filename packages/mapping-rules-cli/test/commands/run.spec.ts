import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { shopRules } from '../compiled-rules.js';
import { bin, errorOf, runCommand, startCommand } from '../harness/run-command.js';
import { writeLines } from '../run/many-lines.js';
import { ScratchFolder } from '../scratch-folder.js';

describe('mapping-rules run', () => {
  let folder: ScratchFolder;
  beforeEach(() => {
    folder = new ScratchFolder();
    writeFileSync(folder.file('rules.json'), JSON.stringify(shopRules));
  });
  afterEach(() => folder.remove());

  const lines = 'ItemType,ManufacturerPartNumber\nLabor,A\nHardware,B\n';
  const result =
    'ItemType,ManufacturerPartNumber,PartNumber,ProductGroup,User,ItemName,Problems\n' +
    'Labor,A,LAB-A,Services,,,\nHardware,B,Hardware:B,Computers,,,\n';

  it('writes a file, and says on standard error what it did', async () => {
    writeFileSync(folder.file('lines.csv'), lines);
    const args = ['run', 'rules.json', '--in', 'lines.csv', '--out', 'out.csv'];
    const ended = await runCommand(args, { cwd: folder.path });
    expect(ended).to.include({ code: 0, stdout: '' });
    expect(ended.stderr).to.match(/✓ 2 lines in \d+\.\d\d s → out\.csv\n$/);
    expect(ended.stderr).to.contain('The lines have no InternalPartNumber, ');
    expect(readFileSync(folder.file('out.csv'), 'utf8')).to.equal(result);
    expect((await runCommand([...args, '--quiet'], { cwd: folder.path })).stderr).to.equal('');
    const json = await runCommand([...args, '--json'], { cwd: folder.path });
    expect(json.json()).to.deep.include({ lines: 2, failed: 0, problems: [] });
  });

  it('goes from standard input to standard output', async () => {
    const ended = await runCommand(['run', 'rules.json'], { cwd: folder.path, input: lines });
    expect(ended).to.include({ code: 0, stdout: result });
    const json = await runCommand(['run', 'rules.json', '--to', 'ndjson', '--json'], {
      cwd: folder.path,
      input: '[{"ItemType":"Labor","ManufacturerPartNumber":"A"}]',
    });
    expect(JSON.parse(json.stdout)).to.include({ ItemType: 'Labor', PartNumber: 'LAB-A' });
    expect(JSON.parse(json.stderr)).to.include({ lines: 1 });
  });

  it('exits with 1 when a line has an error, and names it', async () => {
    const ended = await runCommand(['run', 'rules.json'], { cwd: folder.path, input: `${lines}Labor\n` });
    expect(ended.code).to.equal(1);
    expect(ended.stderr).to.match(/data\.raggedRow +1 +4 +The row has 1 cell/);
    expect(ended.stderr).to.contain('3 lines in');
    expect(ended.stderr).to.contain('1 with an error');
  });

  it('exits with 2 and writes nothing when the lines cannot be read', async () => {
    writeFileSync(folder.file('lines.csv'), 'ItemType\n"Labor\n');
    const args = ['run', 'rules.json', '--in', 'lines.csv', '--out', 'out.csv', '--json'];
    const broken = await runCommand(args, { cwd: folder.path });
    expect(broken.code).to.equal(2);
    expect(errorOf(broken)).to.deep.include({ code: 'data.invalid' });
    expect(errorOf(broken).details.faults?.[0]?.at).to.equal('line 2');
    const missing = await runCommand(['run', 'rules.json', '--in', 'no.csv'], { cwd: folder.path });
    expect(missing).to.include({ code: 2, stdout: '' });
    expect(missing.stderr).to.contain('The file with lines “no.csv” does not exist.');
    expect(folder.names()).to.deep.equal(['lines.csv', 'rules.json']);
  });

  it('writes neither over the rules nor over the lines', async () => {
    writeFileSync(folder.file('lines.csv'), lines);
    for (const output of ['rules.json', './lines.csv', folder.file('lines.csv')]) {
      const args = ['run', 'rules.json', '--in', 'lines.csv', '--out', output];
      const { code, stderr } = await runCommand(args, { cwd: folder.path });
      expect(code, output).to.equal(2);
      expect(stderr).to.contain('--out').and.to.contain('Next: Name another file');
    }
    expect(readFileSync(folder.file('lines.csv'), 'utf8')).to.equal(lines);
  });

  it('says how lines are named when they are named like rules', async () => {
    const { code, stderr } = await runCommand(['run', 'rules.json', 'lines.csv'], { cwd: folder.path });
    expect(code).to.equal(2);
    expect(stderr).to.contain('Too many arguments').and.to.contain('--in');
    const covered = await runCommand(['coverage', 'rules.json', '--in', 'lines.csv'], { cwd: folder.path });
    expect(covered.code).to.equal(2);
    expect(covered.stderr).to.contain('“--in”').and.to.contain('Name the files without an option');
    const incomplete = await runCommand(['import', 'rules.json', 'users'], { cwd: folder.path });
    expect(incomplete.stderr).to.contain('Missing required argument “file”').and.not.to.contain('several');
  });

  it('says it when the lines are of something else', async () => {
    const ended = await runCommand(['run', 'rules.json'], { cwd: folder.path, input: 'ItemTyp\nLabor\n' });
    expect(ended.stderr).to.contain('The lines have none of the fields that the rules read');
    expect(ended.stderr).to.contain('ItemType (“ItemTyp”?)');
  });

  it('stops when it is told to, and leaves nothing behind', async () => {
    const running = startCommand(['run', 'rules.json', '--out', 'out.csv'], { cwd: folder.path, open: true });
    running.child.stdin?.write(lines + 'Labor,A\n'.repeat(1_000));
    const begun = (): boolean => folder.names().some((name) => name.endsWith('.unfinished'));
    while (!begun()) await new Promise((resolve) => setTimeout(resolve, 20));
    running.child.kill('SIGINT');
    const ended = await running.ended;
    expect(ended.code).to.equal(130);
    expect(folder.names()).to.deep.equal(['rules.json']);
  });

  it('ends with the reader of standard output, and claims nothing', async () => {
    await writeLines(folder.file('lines.csv'), 50_000);
    const running = startCommand(['run', 'rules.json', '--in', 'lines.csv'], { cwd: folder.path });
    running.child.stdout?.once('data', () => running.child.stdout?.destroy());
    const ended = await running.ended;
    expect(ended).to.include({ code: 0, stderr: '' });
  });

  it('says it when standard output cannot be written to', async function () {
    if (!existsSync('/dev/full')) this.skip();
    writeFileSync(folder.file('lines.csv'), lines);
    const full = openSync('/dev/full', 'w');
    const args = [bin, 'run', 'rules.json', '--in', 'lines.csv', '--quiet'];
    const { status, stderr } = spawnSync(process.execPath, args, {
      cwd: folder.path,
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(full);
    expect(status, stderr).to.equal(2);
    expect(stderr).to.equal('✗ Standard output cannot be written (ENOSPC).\n');
  });

  it('needs no more memory for many lines than for a few', async () => {
    await writeLines(folder.file('lines.csv'), 250_000);
    const env = { NODE_OPTIONS: '--max-old-space-size=32' };
    const ended = await runCommand(['run', 'rules.json', '--in', 'lines.csv', '--out', 'out.csv'], {
      cwd: folder.path,
      env,
    });
    expect(ended.stderr).to.contain('✓ 250,000 lines');
    expect(ended.code).to.equal(0);
  }).timeout(60_000);
});
