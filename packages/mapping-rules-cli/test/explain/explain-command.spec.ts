import { Workplace } from '../harness/workplace.js';
import { expect } from 'chai';

describe('mapping-rules explain', () => {
  let place: Workplace;
  before(async () => {
    place = new Workplace();
    await place.run(['init']);
  });
  after(() => place[Symbol.dispose]());

  it('says for a row of a table which rule decided, where it stands, and why not the others', async () => {
    const { code, stdout } = await place.run(['explain', 'rules.yaml', '--in', 'lines.csv', '--row', '4']);
    expect(code).to.equal(0);
    const line =
      place
        .read('rules.yaml')
        .split('\n')
        .findIndex((text) => text.includes('when: Labor')) + 1;
    expect(stdout).to.contain('Row 4 of lines.csv (line 5): product');
    expect(stdout).to.contain('InternalPartNumber is empty');
    expect(stdout).to.contain(`it is the first whose conditions all hold (rules.yaml:${line})`);
    expect(stdout).to.contain('slug makes “on-site-installation”');
    expect(stdout).to.contain('3 other rows do not match').and.to.contain('the default: no row matches');
  });

  it('says why a row that holds did not decide', async () => {
    const args = ['explain', 'rules.yaml', '--in', 'lines.csv', '--row', '1', '--column', 'productgroup'];
    const { stdout } = await place.run(args);
    expect(stdout).to.contain('HP hardware').and.to.contain('no, row 1 comes first');
    expect(stdout).not.to.contain('Warranty');
  });

  it('takes a case of the rules, or a line that is made up', async () => {
    const { stdout } = await place.run(['explain', 'rules.yaml', '--row', '2']);
    expect(stdout)
      .to.contain('Case 2 “a number that is there stays”')
      .and.to.contain('the field that holds item numbers');
    const made = await place.run([
      'explain',
      'rules.yaml',
      '--set',
      'ItemType=X=Y',
      '--set',
      'LineType=groupHeader',
      '--json',
    ]);
    expect(made.json()).to.deep.include({
      lineType: 'groupHeader',
      given: { ItemType: 'X=Y', LineType: 'groupHeader' },
    });
  });

  it('refuses two columns for one field, of which it would have to choose one', async () => {
    place.write('twice.csv', 'ItemType,ItemType,ItemType\n ,Labor,Hardware\n');
    const { code, stderr } = await place.run(['explain', 'rules.yaml', '--in', 'twice.csv']);
    expect(code).to.equal(2);
    expect(stderr).to.contain('“ItemType” (column 1) and “ItemType” (column 3)');
    for (const other of ['ItemType', 'DI_ItemType', 'itemtype']) {
      const args = ['explain', 'rules.yaml', '--set', 'ItemType=Labor', '--set', `${other}=Product`];
      const made = await place.run(args);
      expect(made, other).to.include({ code: 2, stdout: '' });
      expect(made.stderr).to.contain('Two of --set are about ItemType').and.to.contain('Next: Leave one');
    }
  });

  it('says which line types there are, and which was probably meant', async () => {
    const types = ['LineType=prodct', 'LineType=zzzzzz'];
    const [near, far] = await Promise.all(
      types.map((type) => place.run(['explain', 'rules.yaml', '--set', 'ItemType=Labor', '--set', type])),
    );
    expect(near?.stdout).to.contain('There is no line type “prodct”. Did you mean product?');
    expect(far?.stdout).to.contain('Expected product, comment, subtotal, groupHeader');
    place.write('types.csv', 'ItemType,LineType\nLabor,prodct\n');
    const ran = await place.run(['run', 'rules.yaml', '--in', 'types.csv']);
    expect(ran.code).to.equal(1);
    expect(ran.stderr.replaceAll(/\s+/g, ' ')).to.contain('“prodct”. Did you mean product?');
  });

  it('gives the whole trace to programs, each step with its rule', async () => {
    const ended = await place.run(['explain', 'rules.yaml', '--in', 'lines.csv', '--row', '4', '--json']);
    const { steps, values } = ended.json() as {
      steps: { column: string; rule: string; at: string }[];
      values: Record<string, string>;
    };
    expect(values['User']).to.equal('Sue Young');
    expect(steps.find(({ column }) => column === 'ProductGroup')).to.include({
      rule: '/productGroups/rows/3',
    });
    for (const { at } of steps) expect(at).to.match(/^rules\.yaml:\d+$/);
  });

  it('exits with 1 for a line that has an error, and with 2 where there is no such line', async () => {
    const ended = await place.run(['explain', 'rules.yaml', '--set', 'LineType=nonsense']);
    expect(ended.code).to.equal(1);
    expect(ended.stdout).to.contain('(data.wrongValue)');
    for (const args of [
      ['--in', 'lines.csv', '--row', '40'],
      ['--row', '9'],
      ['--set', 'x'],
      ['--column', 'Usr'],
      ['--set', 'a=b', '--row', '1'],
    ]) {
      const { code, stderr } = await place.run(['explain', 'rules.yaml', ...args]);
      expect(code, args.join(' ')).to.equal(2);
      expect(stderr).to.contain('(usage)').and.to.contain('Next:');
    }
  });

  it('takes no made-up line with a field that there is not', async () => {
    for (const [field, meant] of [
      ['ItemTyp', 'Did you mean ItemType?'],
      ['DH_SalesRp', 'Did you mean DH_SalesRep?'],
      ['Qwertz', '`fields`'],
    ] as const) {
      const { code, stderr } = await place.run(['explain', 'rules.yaml', '--set', `${field}=Labor`]);
      expect(code, field).to.equal(2);
      expect(stderr).to.contain(`Documents have no field “${field}”.`).and.to.contain(meant);
    }
    const known = ['ItemType=Labor', 'di_manufacturer=HP', 'SalesRep=ed', 'LineType=product'];
    const ended = await place.run(['explain', 'rules.yaml', ...known.flatMap((text) => ['--set', text])]);
    expect(ended.code, ended.stderr).to.equal(0);
  });

  it('goes on into the table that a table falls back to', async () => {
    place.write(
      'fallback.yaml',
      'version: 1\nproductGroups: { rows: { Labor: Services }, fallback: Base }\ntables:\n  Base:\n    rows:\n      - { when: { Manufacturer: { prefix: HP } }, value: HP things }\n    default: Things\n',
    );
    const args = ['explain', 'fallback.yaml', '--column', 'ProductGroup', '--set'];
    const { stdout } = await place.run([...args, 'Manufacturer=HPE']);
    expect(stdout).to.match(/the fallback table:\n.*\n +→ row 1: .*“HP things”.*\(fallback\.yaml:6\)/);
    const other = await place.run([...args, 'ItemType=Cable']);
    expect(other.stdout)
      .to.match(/ProductGroup +Things\n/)
      .and.to.contain('the default: no row matches (fallback.yaml:7)');
  });

  it('goes on from table to table, whatever they are called', async () => {
    place.write(
      'odd.yaml',
      'version: 1\nusers: { rows: {}, fallback: a/b~c }\ntables:\n  a/b~c: { rows: {}, fallback: Last }\n  Last: { key: DH_SalesRep, rows: { ed: Ed } }\n',
    );
    const args = ['explain', 'odd.yaml', '--column', 'User', '--set', 'DH_SalesRep=ed'];
    const { stdout } = await place.run(args);
    expect(stdout).to.match(
      /User +Ed\n +→ the fallback table:\n +→ the fallback table:\n +DH_SalesRep is “ed”\n +→ row 1: .*“Ed”.*\(odd\.yaml:5\)/,
    );
  });

  it('says that a filter has refused a value, and what was never asked', async () => {
    place.write(
      'date.yaml',
      "version: 1\ndescriptions: { lineName: \"&{DI_Notes ?? DI_CustomDate01|upper|date:'yyMM' ?? 'none'}\" }\n",
    );
    const { code, stdout } = await place.run(['explain', 'date.yaml', '--set', 'CustomDate01=soon']);
    expect(code).to.equal(1);
    expect(stdout).to.contain('· DI_Notes: nothing\n');
    expect(stdout).to.contain("date:'yyMM': upper makes “SOON”, then refused\n");
    expect(stdout).to.contain("· 'none': not asked\n");
  });

  it('says that a number that is too long is replaced by no other', async () => {
    place.write(
      'long.yaml',
      'version: 1\npartNumber:\n  field: InternalPartNumber\n  generation: { mode: macro, macro: "&DI_ItemType" }\n  fallbackByLineType: { product: MISC }\n  length: { maximum: 3 }\n',
    );
    const { code, stdout } = await place.run(['explain', 'long.yaml', '--set', 'ItemType=Labor']);
    expect(code).to.equal(1);
    expect(stdout).to.contain('· no macro: its number is too long (long.yaml:6)\n');
    expect(stdout).not.to.contain('no number of its own');
    const free = await place.run(['explain', 'long.yaml', '--set', 'LineType=freight']);
    expect(free.stdout).to.contain('the line type has no number of its own');
  });

  it('gives no value to a line that the rules are not run over', async () => {
    place.write('ragged.csv', 'ItemType,Manufacturer\nLabor\n');
    const args = ['rules.yaml', '--in', 'ragged.csv'];
    const { code, stdout } = await place.run(['explain', ...args, '--column', 'ProductGroup', '--json']);
    expect(code).to.equal(1);
    expect(JSON.parse(stdout)).to.deep.include({ values: { ProductGroup: '' }, steps: [] });
    expect((await place.run(['explain', ...args])).stdout).to.contain('The row has 1 cell');
    expect((await place.run(['run', ...args])).stdout).to.contain('\nLabor,,,,,,,,data.raggedRow\n');
  });

  it('prints what is wrong with the rules instead', async () => {
    place.write('bad.yaml', 'version: 1\nusers: { rows: 3 }\n');
    const { code, stderr } = await place.run(['explain', 'bad.yaml', '--row', '1']);
    expect(code).to.equal(1);
    expect(stderr)
      .to.match(/^bad\.yaml:2:16: error /m)
      .and.to.contain('(rules.invalid)');
  });
});
