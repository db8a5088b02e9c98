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
    expect(ended.stderr).to.contain('The lines of lines.csv have no InternalPartNumber, ');
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
    expect(errorOf(broken).details.faults?.[0]?.at).to.equal('lines.csv:2');
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
    writeFileSync(folder.file('lines.csv'), 'ItemTyp,Sales Rep\nLabor,ed\n');
    writeFileSync(folder.file('lines.ndjson'), '{"ItemTyp":"Labor","Sales Rep":"ed"}\n');
    const more = { run: ['--in'], coverage: [], diff: ['rules.json', '--in'] };
    for (const [command, args] of Object.entries(more)) {
      for (const lines of ['lines.csv', 'lines.ndjson']) {
        const ended = await runCommand([command, 'rules.json', ...args, lines, '--quiet'], {
          cwd: folder.path,
        });
        expect(ended, command).to.include({ code: 2, stdout: '' });
        expect(ended.stderr).to.contain(`The lines of ${lines} have none of the fields that the rules read`);
        expect(ended.stderr).to.contain('“ItemTyp, Sales Rep”').and.to.contain('ItemType (“ItemTyp”?)');
        expect(ended.stderr).to.contain('DH_SalesRep (“Sales Rep”?)').and.to.contain('Next: Rename');
      }
    }
  });

  it('tells programs, too, which fields the lines lack', async () => {
    const options = { cwd: folder.path, input: lines };
    const rules = { version: 1, productGroups: { rows: { Labor: '1' } }, taxes: { rows: { VAT: '2' } } };
    writeFileSync(folder.file('rules.json'), JSON.stringify(rules));
    const missing = [{ field: 'TaxCode', suggestions: [] }];
    const ran = await runCommand(['run', 'rules.json', '--json'], options);
    expect(JSON.parse(ran.stderr)).to.deep.include({ missing });
    const covered = await runCommand(['coverage', 'rules.json', '-', '--json'], options);
    expect(covered.json()).to.have.nested.property('files[0].missing').that.deep.equals(missing);
    const compared = await runCommand(['diff', 'rules.json', 'rules.json', '--json'], options);
    expect(compared.json()).to.deep.include({ missing });
    expect(compared.stderr).to.equal('');
  });

  it('refuses two columns for one field that the rules read, and keeps those for another', async () => {
    const text = 'x,ItemType,x,DI_ItemType\n1,Labor,2,Product\n';
    writeFileSync(folder.file('lines.csv'), text);
    writeFileSync(
      folder.file('lines.ndjson'),
      '{"ItemType":"A"}\n{"x":1,"ItemType":"B","x2":1,"itemtype":"C"}\n',
    );
    const more = {
      run: ['--in'],
      coverage: [],
      diff: ['rules.json', '--in'],
      explain: ['--row', '2', '--in'],
    };
    for (const [command, args] of Object.entries(more)) {
      for (const [file, other, at] of [
        ['lines.csv', 'DI_ItemType', 'lines.csv:'],
        ['lines.ndjson', 'itemtype', 'lines.ndjson:2'],
      ] as const) {
        const ended = await runCommand([command, 'rules.json', ...args, file], { cwd: folder.path });
        expect(ended, `${command} ${file}`).to.include({ code: 2, stdout: '' });
        expect(ended.stderr).to.contain(
          `Two columns of ${file} hold ItemType: “ItemType” (column 2) and “${other}” (column 4).`,
        );
        expect(ended.stderr).to.contain(at).and.to.contain('Next: Rename');
      }
    }
    const kept = await runCommand(['run', 'rules.json'], {
      cwd: folder.path,
      input: text.replace('DI_ItemType', 'x'),
    });
    expect(kept.code).to.equal(0);
    expect(kept.stdout).to.match(/^x,ItemType,x,x,.*\n1,Labor,2,Product,/);
  });

  it('stops when it is told to, and leaves nothing behind', async () => {
    const running = startCommand(['run', 'rules.json', '--out', 'out.csv'], { cwd: folder.path, open: true });
    running.child.stdin?.write(lines + 'Labor,A\n'.repeat(1_000));
    const begun = (): boolean => folder.names().some((name) => name.endsWith('.unfinished'));
    while (!begun()) await new Promise((resolve) => setTimeout(resolve, 20));
    running.child.kill('SIGINT');
    const ended = await running.ended;
    expect(ended.code).to.equal(130);
    expect(ended.stderr).to.contain('Stopped; nothing was written.');
    expect(folder.names()).to.deep.equal(['rules.json']);
  });

  it('says what being stopped means where lines have been written, and where none are', async () => {
    const stopped = async (args: readonly string[], begun: 'stdout' | 'stderr'): Promise<string> => {
      const running = startCommand(args, { cwd: folder.path, open: true });
      const { child } = running;
      child.stdin?.write(lines + 'Labor,A\n'.repeat(1_000));
      await new Promise((resolve) => child[begun]?.once('data', resolve));
      child.kill('SIGINT');
      const { code, stderr } = await running.ended;
      expect(code).to.equal(130);
      return stderr;
    };
    expect(await stopped(['run', 'rules.json'], 'stdout')).to.contain(
      'what is on standard output breaks off',
    );
    expect(await stopped(['coverage', 'rules.json', '-', '--verbose'], 'stderr')).to.match(
      /Stopped\. \(cancelled\)/,
    );
  });

  it('ends with the reader of standard output, and claims nothing', async () => {
    await writeLines(folder.file('lines.csv'), 50_000);
    const running = startCommand(['run', 'rules.json', '--in', 'lines.csv'], { cwd: folder.path });
    running.child.stdout?.once('data', () => running.child.stdout?.destroy());
    const ended = await running.ended;
    expect(ended).to.include({ code: 0, stderr: '' });
  });

  it('says it when standard output cannot be written to', async function () {
    // Only Linux has a device that is always full.
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
