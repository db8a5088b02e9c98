import { expect } from 'chai';
import { writeFileSync } from 'node:fs';
import { shopRules } from '../compiled-rules.js';
import { runCommand } from '../harness/run-command.js';
import { ScratchFolder } from '../scratch-folder.js';

describe('mapping-rules coverage', () => {
  let folder: ScratchFolder;
  beforeEach(() => {
    folder = new ScratchFolder();
    writeFileSync(folder.file('rules.json'), JSON.stringify(shopRules));
    writeFileSync(folder.file('a.csv'), 'SalesRep,ItemType\nlchen,Labor\nbob,Widget\n');
    writeFileSync(folder.file('b.ndjson'), '{"DH_SalesRep":"ed","ItemType":"Contract"}\n');
  });
  afterEach(() => folder.remove());

  it('tells what the lines of all files use and what they lack', async () => {
    const ended = await runCommand(['coverage', 'rules.json', 'a.csv', 'b.ndjson'], { cwd: folder.path });
    expect(ended.code).to.equal(0);
    expect(ended.stdout).to.contain('ItemType “Widget”  1 line: they get the default');
    expect(ended.stdout).to.contain('users  2 of 2 rows used');
    const json = await runCommand(['coverage', 'rules.json', 'a.csv', '--json'], { cwd: folder.path });
    expect(json.json()).to.deep.include({
      lines: 2,
    });
    expect(json.json())
      .to.have.nested.property('files[0]')
      .that.deep.includes({ file: 'a.csv', lines: 2, failed: 0, problems: [] });
  });

  it('names the file that cannot be read, of several', async () => {
    for (const [text, expected] of [
      ['ItemType,b\n"a" b,1\n', 'q.csv:2'],
      ['ItemType,b\ra,1\r', 'q.csv:1'],
      ['sep=|\nItemType|b\nLabor|1\n', 'q.csv:1'],
    ] as const) {
      writeFileSync(folder.file('q.csv'), text);
      const { code, stderr } = await runCommand(['coverage', 'rules.json', 'a.csv', 'q.csv'], {
        cwd: folder.path,
      });
      expect(code).to.equal(2);
      expect(stderr).to.contain(expected);
    }
  });

  it('exits with 1 for a gap when that is wanted, and for lines that cannot be used', async () => {
    const strict = await runCommand(['coverage', 'rules.json', 'a.csv', '--strict'], { cwd: folder.path });
    expect(strict.code).to.equal(1);
    writeFileSync(folder.file('c.csv'), 'SalesRep,ItemType\nlchen\n');
    const ragged = await runCommand(['coverage', 'rules.json', 'a.csv', 'c.csv'], { cwd: folder.path });
    expect(ragged.code).to.equal(1);
    expect(ragged.stderr).to.match(/c\.csv\n.*\ndata\.raggedRow/);
  });
});
