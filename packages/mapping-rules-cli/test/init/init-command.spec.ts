import { Workplace } from '../harness/workplace.js';
import { expect } from 'chai';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';

describe('mapping-rules init', () => {
  let place: Workplace;
  beforeEach(() => (place = new Workplace()));
  afterEach(() => place[Symbol.dispose]());

  it('writes rules that have nothing wrong with them, lines, and the schema that editors look for', async () => {
    const { code, stdout } = await place.run(['init']);
    expect(code).to.equal(0);
    expect(stdout).to.contain('✓ Written: rules.yaml').and.to.contain('lines.csv');
    const rules = place.read('rules.yaml');
    expect(rules.split('\n')[0]).to.equal('# yaml-language-server: $schema=./mapping-rules.schema.json');
    expect(JSON.parse(place.read('mapping-rules.schema.json'))).to.have.property('$schema');
    const checked = await place.run(['check', 'rules.yaml', '--strict']);
    expect(checked.code, checked.stdout).to.equal(0);
    expect(checked.stdout).to.match(/3 cases$/m);
  });

  it('writes rules that its schema accepts', async () => {
    await place.run(['init']);
    const schema = JSON.parse(place.read('mapping-rules.schema.json')) as object;
    const validate = new Ajv({ strict: false }).compile(schema);
    expect(validate(parse(place.read('rules.yaml'))), JSON.stringify(validate.errors)).to.equal(true);
  });

  it('writes lines of which every one goes through', async () => {
    await place.run(['init']);
    const ended = await place.run(['run', 'rules.yaml', '--in', 'lines.csv', '--out', 'out.csv']);
    expect(ended.code, ended.stderr).to.equal(0);
    expect(place.read('out.csv')).to.contain('LAB-ON-SITE-INSTALLATION').and.to.contain('BUNDLE');
  });

  it('writes JSON where the name says so', async () => {
    await place.run(['init', 'rules.json']);
    expect(JSON.parse(place.read('rules.json'))).to.include({
      $schema: './mapping-rules.schema.json',
      version: 1,
    });
    expect((await place.run(['check', 'rules.json', '--strict'])).code).to.equal(0);
  });

  it('does not write over what somebody else has written', async () => {
    place.write('rules.yaml', 'version: 1\n');
    const { code, stderr } = await place.run(['init']);
    expect(code).to.equal(2);
    expect(stderr).to.contain('is there already').and.to.contain('--force');
    expect(place.read('rules.yaml')).to.equal('version: 1\n');
    expect((await place.run(['init', '--force'])).code).to.equal(0);
    expect((await place.run(['init'])).code, 'the same again').to.equal(0);
  });

  it('never writes over the table that it reads', async () => {
    const table = 'ItemType,Group\nLabor,A\n';
    place.write('lines.csv', table);
    symlinkSync('lines.csv', join(place.folder, 'link.csv'));
    for (const args of [[], ['--force'], ['./lines.csv', '--force'], ['link.csv', '--force']]) {
      const { code, stderr } = await place.run(['init', ...args, '--from', 'lines.csv']);
      const isRead = args.length === 2;
      expect(code, args.join(' ')).to.equal(isRead ? 2 : 0);
      expect(stderr).to.contain(isRead ? 'take the place of “lines.csv”' : 'are in lines-2.csv');
      expect(stderr).not.to.contain('with --force');
      expect(place.read('lines.csv')).to.equal(table);
    }
    const ended = await place.run(['run', 'rules.yaml', '--in', 'lines-2.csv']);
    expect(ended.stdout).to.match(/^.?ItemType,Group,Problems\r?\nLabor,A,\r?\n$/);
  });

  it('gives each of its files a name of its own', async () => {
    place.write('t.csv', 'ItemType,Group\nLabor,A\n');
    for (const name of ['lines.csv', './Lines.csv']) {
      const { code, stdout } = await place.run(['init', name, '--from', 't.csv', '--force']);
      expect(code).to.equal(0);
      expect(stdout).to.contain('Written: lines-2.csv');
      expect((await place.run(['check', name])).code).to.equal(0);
    }
    expect((await place.run(['init', 'mapping-rules.schema.json', '--force'])).code).to.equal(2);
  });

  it('leaves lines that are there, and says where its own are', async () => {
    place.write('lines.csv', 'ItemType\nLabor\n');
    const { code, stdout, stderr } = await place.run(['init']);
    expect(code, stderr).to.equal(0);
    expect(stdout).to.contain('Written: lines-2.csv');
    expect(place.read('rules.yaml')).to.contain('run rules.yaml --in lines-2.csv');
    expect(place.read('lines.csv')).to.equal('ItemType\nLabor\n');
    expect((await place.run(['init'])).stdout, 'the same again').to.contain('Written: lines-2.csv');
    expect((await place.run(['init', '--force'])).stdout).to.contain('Written: lines.csv');
  });

  it('writes a line for every row', async () => {
    const rows = Array.from({ length: 60 }, (_, row) => `P${row},${row === 59 ? '' : row}`);
    place.write('t.csv', `ManufacturerPartNumber,Item Number\n${rows.join('\n')}\npattern:Q.*,7\n`);
    const { code, stderr } = await place.run(['init', '--from', 't.csv']);
    expect(code, stderr).to.equal(0);
    expect(place.read('lines.csv').trim().split('\n')).to.have.length(60);
    expect(stderr).to.contain('59 of the 60 rows have a line to try');
    expect(stderr).to.contain('nothing stands under “Item Number”: 1 row.');
  });

  it('takes a table without rows for a mistake', async () => {
    for (const [text, said] of [
      ['ItemType,Group\n', '“t.csv” has no rows'],
      ['ItemType,Group\nLabor,\nCable, \n', 'No row of “t.csv” has a value under “Group”'],
    ] as const) {
      place.write('t.csv', text);
      const { code, stderr } = await place.run(['init', '--from', 't.csv']);
      expect(code).to.equal(2);
      expect(stderr).to.contain(said);
    }
    expect((await place.run(['check', 'rules.yaml'])).code).to.equal(2);
  });

  it('takes no descriptions and prices for conditions that are not needed', async () => {
    const rows = Array.from({ length: 12 }, (_, row) => {
      const type = row % 2 === 0 ? 'Labor' : 'Cable';
      return `Thing ${row},${type},${row}.50,${type === 'Labor' ? 'Services' : 'Goods'}`;
    });
    place.write('t.csv', `Description,ItemType,Price,Group\n${rows.join('\n')}\ndefault:,,,Other\n`);
    const { code, stderr } = await place.run(['init', '--from', 't.csv', '--section', 'productGroups']);
    expect(code, stderr).to.equal(0);
    expect(stderr)
      .to.contain('The conditions are “ItemType”; --key names others.')
      .and.to.contain('not needed beside them: “Description”, “Price”.')
      .and.to.contain('one above says the same: 10 rows.');
    const groups = {
      key: 'ItemType',
      rows: [
        { when: 'Labor', value: 'Services' },
        { when: 'Cable', value: 'Goods' },
      ],
    };
    expect(parse(place.read('rules.yaml'))).to.deep.include({
      productGroups: { ...groups, default: 'Other' },
    });
    expect((await place.run(['check', 'rules.yaml', '--strict'])).code).to.equal(0);

    const keys = ['--key', 'description', '--key', 'ItemType'];
    const chosen = await place.run(['init', 'r.yaml', '--from', 't.csv', ...keys, '--force']);
    expect(chosen.stderr).to.contain('The conditions are “Description”, “ItemType”');
    const wrong = await place.run(['init', 'r.yaml', '--from', 't.csv', '--key', 'Prise']);
    expect(wrong.stderr).to.contain('Did you mean Price?');
  });

  it('takes part numbers for conditions rather than descriptions', async () => {
    const rows = Array.from({ length: 12 }, (_, row) => `P-${row},Thing ${row},${1000 + row}`);
    for (const [headings, text] of [
      ['ManufacturerPartNumber,Description', rows],
      ['Description,ManufacturerPartNumber', rows.map((row) => row.replace(/^(.*),(.*),/, '$2,$1,'))],
    ] as const) {
      place.write('t.csv', `${headings},Item Number\n${text.join('\n')}\n`);
      const { stderr } = await place.run(['init', '--from', 't.csv', '--force']);
      expect(stderr).to.contain('The conditions are “ManufacturerPartNumber”;');
    }
  });

  it('makes rules of a spreadsheet of part numbers', async () => {
    place.write(
      'parts.csv',
      'Manufacturer Part Number,Item Number,Comment\r\nP05172-B21,1001,server\r\nC-5,0815,\r\n',
    );
    const { code, stderr } = await place.run(['init', '--from', 'parts.csv']);
    expect(code, stderr).to.equal(0);
    const rules = parse(place.read('rules.yaml')) as { tables: unknown; tests: unknown[] };
    expect(rules.tables).to.deep.equal({
      ItemNumber: {
        key: 'ManufacturerPartNumber',
        rows: [
          { when: 'P05172-B21', value: '1001', comment: 'server' },
          { when: 'C-5', value: '0815' },
        ],
      },
    });
    expect(rules.tests).to.have.length(2);
    const checked = await place.run(['check', 'rules.yaml', '--strict']);
    expect(checked.code, checked.stdout).to.equal(0);
    await place.run(['run', 'rules.yaml', '--in', 'lines.csv', '--out', 'out.csv']);
    expect(place.read('out.csv')).to.match(/C-5,0815/);
  });

  it('takes columns of one’s own, modes, a default, and what Windows writes', async () => {
    const text =
      'Hersteller;Item Type;Product Group\r\nprefix:M\u00fcller;Ger\u00e4t;Ger\u00e4te\r\n;Labor;Dienste\r\ndefault:;;Rest\r\n';
    place.write('groups.csv', Buffer.from(text, 'latin1'));
    const { code, stderr } = await place.run(['init', 'own/r.yaml', '--from', 'groups.csv']);
    expect(code, stderr).to.equal(2);
    expect(stderr).to.contain('there is no folder');
    expect((await place.run(['init', 'r.yaml', '--from', 'groups.csv'])).code).to.equal(0);
    expect(parse(place.read('r.yaml'))).to.deep.include({
      fields: { line: ['Hersteller'] },
      productGroups: {
        key: 'Hersteller',
        rows: [
          { when: { Hersteller: { prefix: 'Müller' }, ItemType: 'Gerät' }, value: 'Geräte' },
          { when: { ItemType: 'Labor' }, value: 'Dienste' },
        ],
        default: 'Rest',
      },
    });
    expect((await place.run(['check', 'r.yaml', '--strict'])).code).to.equal(0);
  });

  it('says which row of the spreadsheet is wrong, and writes nothing', async () => {
    place.write('bad.csv', 'ItemType,Group\nLabor,A\npattern:(a+)+$,B\nempty:x,C\n');
    const { code, stderr } = await place.run(['init', '--from', 'bad.csv', '--section', 'productGroups']);
    expect(code).to.equal(1);
    expect(stderr)
      .to.match(/^bad\.csv:4:1: error /m)
      .and.to.contain('nothing was written');
    expect((await place.run(['check', 'rules.yaml'])).code).to.equal(2);
  });

  it('takes line breaks within a cell, and says what became of the table', async () => {
    place.write('t.csv', 'ItemType,Description,Price\nLabor,"two\nlines",1\nLabor,"a\r\nb: c",2\n');
    const { code, stderr } = await place.run(['init', '--from', 't.csv']);
    expect(code, stderr).to.equal(0);
    expect(stderr).to.contain('2 rows of t.csv give “Price”, in the section tables.Price');
    expect(stderr).to.contain('--value and --section');
    const { tables } = parse(place.read('rules.yaml')) as { tables: Record<string, { rows: unknown }> };
    expect(tables['Price']?.rows).to.deep.equal([
      { when: { ItemType: 'Labor', Description: 'two\nlines' }, value: '1' },
      { when: { ItemType: 'Labor', Description: 'a\r\nb: c' }, value: '2' },
    ]);
    const checked = await place.run(['check', 'rules.yaml', '--strict']);
    expect(checked.code, checked.stdout).to.equal(0);
  });

  it('says which columns and sections there are', async () => {
    place.write('t.csv', 'ItemType,Group\nLabor,A\n');
    for (const [args, said] of [
      [['--value', 'Grup'], 'Did you mean Group?'],
      [['--section', 'productGrups'], 'Did you mean productGroups?'],
    ] as const) {
      const { code, stderr } = await place.run(['init', '--from', 't.csv', ...args]);
      expect(code).to.equal(2);
      expect(stderr).to.contain(said);
    }
    place.write('one.csv', 'Group\nA\n');
    expect((await place.run(['init', '--from', 'one.csv'])).stderr).to.contain('no column for a condition');
    expect((await place.run(['init', '--value', 'x'])).stderr).to.contain('--from');
  });

  it('keeps names that mean something to objects', async () => {
    place.write('t.csv', '__proto__,constructor,value\na,b,toString\n');
    const { code, stderr } = await place.run(['init', '--from', 't.csv', '--section', 'tables.x']);
    expect(code, stderr).to.equal(0);
    const checked = await place.run(['explain', 'rules.yaml', '--row', '1', '--json']);
    expect(checked.json()).to.have.nested.property('values.x', 'toString');
  });
});
