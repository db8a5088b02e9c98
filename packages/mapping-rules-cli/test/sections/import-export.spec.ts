import { errorOf } from '../harness/run-command.js';
import { Workplace } from '../harness/workplace.js';
import { expect } from 'chai';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';

const rules = `# what this is
version: 1   # the first

productGroups:   # groups
  # above all rows
  rows:
    # about hardware
    - when: Hardware   # said so
      value: 'Hardware'

    # about labour
    - { when: Labor,   value: "Services" }
    # about cables
    - when:
        ItemType: Cable
        Manufacturer: { prefix: L }
      value: Cables
  default: Other   # the rest
# users follow
users:
  rows:
    # the boss
    ed: Ed Miller   # since 2001
    "sue": Sue Young
`;

describe('mapping-rules export and import', () => {
  let place: Workplace;
  beforeEach(() => {
    place = new Workplace();
    place.write('rules.yaml', rules);
  });
  afterEach(() => place[Symbol.dispose]());

  const exported = async (section: string): Promise<string> =>
    (await place.run(['export', 'rules.yaml', section])).stdout;
  const imported = async (section: string, csv: string): Promise<string> => {
    place.write('table.csv', csv);
    const { code, stderr } = await place.run(['import', 'rules.yaml', section, 'table.csv']);
    expect(code, stderr).to.equal(0);
    return place.read('rules.yaml');
  };

  it('give a table as a spreadsheet has it', async () => {
    expect((await exported('productGroups')).replaceAll('\r', '')).to.equal(
      'ItemType,Manufacturer,value,comment\nHardware,,Hardware,\nLabor,,Services,\nCable,prefix:L,Cables,\ndefault:,,Other,\n',
    );
    const { code } = await place.run(['export', 'rules.yaml', 'users', '-o', 'users.csv']);
    expect(code).to.equal(0);
    expect(place.read('users.csv')).to.equal(
      '\uFEFFDH_SalesRep,value,comment\r\ned,Ed Miller,\r\nsue,Sue Young,\r\n',
    );
  });

  it('leave the file as it is, byte for byte, when nothing has changed', async () => {
    for (const section of ['productGroups', 'users'])
      expect(await imported(section, await exported(section))).to.equal(rules);
    place.write('rules.yaml', rules.replaceAll('\n', '\r\n'));
    expect(await imported('users', await exported('users'))).to.equal(rules.replaceAll('\n', '\r\n'));
  });

  it('take keys for texts, also those that look like numbers', async () => {
    const odd =
      'version: 1\ntaxes:\n  rows:\n    007: Bond\n    1.50: Reduced\nusers: { rows: { 0042: Jane } }\n';
    place.write('rules.yaml', odd);
    expect((await exported('taxes')).replaceAll('\r', '')).to.equal(
      'TaxCode,value,comment\n007,Bond,\n1.50,Reduced,\n',
    );
    expect(await imported('taxes', await exported('taxes'))).to.equal(odd);
    expect(await imported('taxes', 'TaxCode,value\n007,James\n1.50,Reduced\n')).to.equal(
      odd.replace('Bond', 'James'),
    );
    const line = ['--set', 'TaxCode=007', '--set', 'DH_SalesRep=0042', '--json'];
    const { values } = (await place.run(['explain', 'rules.yaml', ...line])).json() as { values: unknown };
    expect(values).to.deep.equal({ Tax: 'James', User: 'Jane' });
  });

  it('change the rows that have changed, and no other line', async () => {
    const csv = (await exported('productGroups'))
      .replace('Labor,,Services', 'Labor,,Work')
      .replace(',Other,', ',Rest,');
    expect(await imported('productGroups', csv)).to.equal(
      rules.replace('value: "Services"', 'value: "Work"').replace('default: Other', 'default: Rest'),
    );
  });

  it('take rows along with the comments above them, wherever they go', async () => {
    const csv =
      'ItemType,Manufacturer,value,comment\nCable,prefix:L,Cables,\nSoftware,,Licences,new\nLabor,,Services,\n';
    const text = await imported('productGroups', csv);
    expect(text).to.contain(
      `    # about cables
    - when:
        ItemType: Cable
        Manufacturer: { prefix: L }
      value: Cables
    - when: Software
      value: Licences
      comment: new

    # about labour
    - { when: Labor,   value: "Services" }
  default: Other   # the rest
# users follow
`,
    );
    expect(text).not.to.contain('Hardware');
  });

  it('add to a table of key → value, and make a list of it when it must be one', async () => {
    const csv = await exported('users');
    expect(await imported('users', `${csv}joe,Joe X,\n`)).to.equal(
      rules.replace('"sue": Sue Young\n', '"sue": Sue Young\n    joe: Joe X\n'),
    );
    const text = await imported('users', `${csv}prefix:j,Joe X,a comment\n`);
    expect(text)
      .to.contain('    # the boss\n')
      .and.to.contain('- { when: { DH_SalesRep: { prefix: j } }, value: Joe X');
    expect(await exported('users')).to.contain('prefix:j,Joe X,a comment');
  });

  it('make a section that there is not', async () => {
    await imported('taxes', 'TaxCode,value\nY,Standard\n');
    await imported('tables.Warranty', 'Manufacturer,value\nprefix:HP,3 years\ndefault:,1 year\n');
    const text = await imported('tables.Other', 'ItemType,value\nx,y\n');
    expect(text.startsWith(rules)).to.equal(true);
    expect(await exported('tables.Warranty'))
      .to.contain('prefix:HP,3 years')
      .and.to.contain('default:');
  });

  it('take line breaks within a cell', async () => {
    const csv = 'ItemType,Manufacturer,value,comment\n"La\nbor",HP,x,"two\nlines"\n';
    const text = await imported('tables.Other', csv);
    expect(text.startsWith(rules)).to.equal(true);
    expect(await exported('tables.Other')).to.equal(csv);
  });

  it('keep the layout of JSON', async () => {
    const json =
      '{\n  "version": 1,\n  "users": {\n    "rows": [\n      { "when": "ed",  "value": "Ed" }\n    ]\n  }\n}\n';
    place.write('rules.json', json);
    place.write('t.csv', 'DH_SalesRep,value\ned,Ed\nsue,Sue\n');
    expect((await place.run(['import', 'rules.json', 'users', 't.csv'])).code).to.equal(0);
    expect(place.read('rules.json')).to.equal(
      json.replace('"Ed" }', '"Ed" },\n      { "when": "sue", "value": "Sue" }'),
    );
  });

  it('say what would change with --dry-run', async () => {
    place.write('t.csv', 'DH_SalesRep,value\ned,Edward\njoe,Joe\n');
    const { stdout } = await place.run(['import', 'rules.yaml', 'users', 't.csv', '--dry-run']);
    expect(stdout).to.contain('1 added, 1 changed, 0 unchanged, 1 taken away; nothing was written');
    expect(place.read('rules.yaml')).to.equal(rules);
  });

  it('take nothing that is wrong, and say in which row it is', async () => {
    for (const [csv, code, said] of [
      ['DH_SalesRep,value\ned,Ed\nempty:x,Y\n', 1, 't.csv:3:1: error'],
      ['DH_SalesRep,Sue\ned,Ed\n', 1, 'No column is called “value”'],
      ['DH_SalesRap,value\ned,Ed\n', 1, 'DH_SalesRep'],
      ['DH_SalesRep,value\ned,Ed,more,cells\n', 2, 't.csv:2'],
      ['DH_SalesRep,value\n"ed,Ed\n', 2, 'data.invalid'],
      ['', 2, 'empty'],
    ] as const) {
      place.write('t.csv', csv);
      const ended = await place.run(['import', 'rules.yaml', 'users', 't.csv']);
      expect(ended.stderr, csv).to.contain(said);
      expect(ended.code, csv).to.equal(code);
      expect(place.read('rules.yaml')).to.equal(rules);
    }
  });

  it('say which tables there are', async () => {
    const ended = await place.run(['export', 'rules.yaml', 'user', '--json']);
    expect(ended.code).to.equal(2);
    expect(errorOf(ended).details).to.deep.include({ next: 'Did you mean users?' });
    expect((await place.run(['import', 'rules.yaml', 'byItemType', 'x.csv'])).stderr).to.contain(
      'no table “byItemType”',
    );
  });

  it('keep a spreadsheet from running what rules say', async () => {
    await imported('users', "DH_SalesRep,value\ned,'=1+1\n");
    expect(place.read('rules.yaml')).to.contain('ed: =1+1');
    expect(await exported('users')).to.contain("ed,'=1+1");
  });

  it('never put a table in the place of the rules', async () => {
    symlinkSync('rules.yaml', join(place.folder, 'link.csv'));
    for (const output of ['rules.yaml', './rules.yaml', 'link.csv']) {
      const { code, stderr } = await place.run(['export', 'rules.yaml', 'users', '-o', output, '--force']);
      expect(code, output).to.equal(2);
      expect(stderr).to.contain('take the place of “rules.yaml”');
      expect(place.read('rules.yaml')).to.equal(rules);
    }
  });

  it('know no table that is mistyped, or that is there in another case', async () => {
    const own = 'version: 1\ntables:\n  Gruppe:\n    rows: { Labor: a }\n';
    place.write('rules.yaml', own);
    place.write('t.csv', 'ItemType,value\nLabor,b\n');
    for (const [command, name] of [
      ['export', 'tables.Grupppe'],
      ['export', 'tables.gruppe'],
      ['import', 'tables.gruppe'],
    ] as const) {
      const files = command === 'import' ? ['t.csv'] : [];
      const { code, stdout, stderr } = await place.run([command, 'rules.yaml', name, ...files]);
      expect([code, stdout], name).to.deep.equal([2, '']);
      expect(stderr).to.contain(`no table “${name}”`).and.to.contain('Did you mean tables.Gruppe?');
    }
    expect(place.read('rules.yaml')).to.equal(own);
    expect((await place.run(['import', 'rules.yaml', 'tables.Grupppe', 't.csv'])).code).to.equal(0);
  });

  it('take all rows away only where that is meant', async () => {
    place.write('t.csv', 'DH_SalesRep,value\n');
    const refused = await place.run(['import', 'rules.yaml', 'users', 't.csv']);
    expect(refused.code).to.equal(2);
    expect(refused.stderr).to.contain('the 2 rows of users would go').and.to.contain('--force');
    expect(place.read('rules.yaml')).to.equal(rules);
    const tried = await place.run(['import', 'rules.yaml', 'users', 't.csv', '--dry-run']);
    expect(tried.stdout).to.contain('2 taken away');
    expect((await place.run(['import', 'rules.yaml', 'users', 't.csv', '--force'])).code).to.equal(0);
    expect(place.read('rules.yaml')).not.to.contain('Miller');
  });

  it('say that it is the headings, and which one to rename', async () => {
    place.write('t.csv', 'DH_SalesRep,Name,comment\ned,Ed,\n');
    const { stderr } = await place.run(['import', 'rules.yaml', 'users', 't.csv']);
    expect(stderr)
      .to.contain('Rename the column that the rules give, such as “Name”, to “value”')
      .and.not.to.contain('Correct these rows');
  });

  it('say once that a column has no heading', async () => {
    place.write('t.csv', `DH_SalesRep,value,,comment\n${'ed,Ed,x,\n'.repeat(60)}`);
    const { code, stderr } = await place.run(['import', 'rules.yaml', 'users', 't.csv']);
    expect(code).to.equal(1);
    expect(stderr.match(/error/g), stderr).to.have.length(2);
    expect(stderr)
      .to.contain('t.csv:1:1: error Column 3 has no heading')
      .and.to.contain('Correct the headings');
  });
});
