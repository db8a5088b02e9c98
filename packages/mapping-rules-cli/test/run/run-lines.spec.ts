import { expect } from 'chai';
import { readFileSync, writeFileSync } from 'node:fs';
import { namedInput } from '../../src/data/named-input.js';
import type { ProblemTally } from '../../src/data/problem-tally.js';
import { runLines } from '../../src/run/run-lines.js';
import type { RunRequest } from '../../src/run/run-request.js';
import { compiledRules, shopRules } from '../compiled-rules.js';
import { inputOf } from '../data/pieces-of.js';
import { ScratchFolder } from '../scratch-folder.js';

const refuse: RunRequest['refuse'] = (message) => new Error(message);

describe('running rules over lines', () => {
  let folder: ScratchFolder;
  beforeEach(() => (folder = new ScratchFolder()));
  afterEach(() => folder.remove());

  async function run(
    from: string,
    content: string,
    to: string,
    more: Partial<RunRequest> = {},
  ): Promise<{ readonly text: string; readonly tally: ProblemTally }> {
    const output = folder.file(to);
    const input = inputOf(content, { name: from });
    const rules = more.rules ?? compiledRules();
    const defaults = { rules, input, output, problems: true, overwrite: false, plainCells: false, refuse };
    const { tally } = await runLines({ ...defaults, ...more });
    return { text: readFileSync(output, 'utf8'), tally };
  }

  const lines =
    'DocNo,SalesRep,ItemType,Manufacturer,ManufacturerPartNumber,InternalPartNumber,Description\n' +
    'Q1,LChen,Hardware,HP Inc.,ab-1,,Laptop\n' +
    'Q1,lchen,Labor,,SETUP,,"Setup, ""quick"""\n' +
    'Q1,nobody,Widget,,,INT-7,\n';

  it('writes the columns of the lines, then those of the rules, in the way the file was written', async () => {
    const { text, tally } = await run('lines.csv', lines, 'out.csv');
    expect(text).to.equal(
      'DocNo,SalesRep,ItemType,Manufacturer,ManufacturerPartNumber,InternalPartNumber,Description,' +
        'PartNumber,ProductGroup,User,ItemName,Problems\n' +
        'Q1,LChen,Hardware,HP Inc.,ab-1,,Laptop,HP-AB-1,Computers,laura.chen,HP Inc. Laptop,\n' +
        'Q1,lchen,Labor,,SETUP,,"Setup, ""quick""",LAB-SETUP,Services,laura.chen,"Setup, ""quick""",\n' +
        'Q1,nobody,Widget,,,INT-7,,INT-7,Other,,,\n',
    );
    expect(tally).to.include({ lines: 3, failed: 0 });
    const tabs = await run(
      'lines.csv',
      `\uFEFF${lines.replaceAll(',', ';').replaceAll('\n', '\r\n')}`,
      'out.csv',
    );
    expect(tabs.text.split('\r\n')[1]).to.match(/^Q1;LChen;.*;laura\.chen;/);
    expect(tabs.text).to.match(/^\uFEFFDocNo;/);
  });

  it('writes the same values whatever the format', async () => {
    const csv = await run('lines.csv', lines, 'out.csv');
    const json = await run('lines.csv', lines, 'out.json');
    const again = await run('lines.json', json.text.replaceAll(/,"PartNumber.*?\}/g, '}'), 'again.csv', {
      to: 'csv',
    });
    expect(again.text.replace('\uFEFF', '').replaceAll('\r\n', '\n')).to.equal(csv.text);
    const ndjson = await run('lines.csv', lines, 'out.ndjson');
    expect(
      ndjson.text
        .trim()
        .split('\n')
        .map((text) => JSON.parse(text) as unknown),
    ).to.deep.equal(JSON.parse(json.text));
  });

  it('gives no line to the rules that is ragged, names it, and goes on', async () => {
    const { text, tally } = await run(
      'lines.csv',
      'ItemType,ManufacturerPartNumber\nLabor\nLabor,A\nLabor,B,C\n',
      'out.csv',
    );
    expect(text.split('\n').slice(1, 4)).to.deep.equal([
      'Labor,,,,,,data.raggedRow',
      'Labor,A,LAB-A,Services,,,',
      'Labor,B,,,,,data.raggedRow',
    ]);
    expect(tally).to.include({ lines: 3, failed: 2 });
    expect(tally.problems).to.have.length(1);
    expect(tally.problems[0]).to.deep.include({ code: 'data.raggedRow', count: 2, lines: [2, 4] });
  });

  it('says why a line has no value, and where in the rules', async () => {
    const rules = compiledRules({
      version: 1,
      partNumber: {
        field: 'InternalPartNumber',
        length: { maximum: 3 },
        generation: { mode: 'macro', macro: '&DI_ItemType' },
      },
    });
    const { text, tally } = await run('lines.csv', 'ItemType\nLabor\n', 'out.csv', { rules });
    expect(text).to.equal('ItemType,PartNumber,Problems\nLabor,,partNumber.tooLong\n');
    expect(tally.problems[0]).to.include({ code: 'partNumber.tooLong', path: '/partNumber/length' });
    expect(tally.failed).to.equal(1);
  });

  it('leaves the column Problems out when nobody wants it', async () => {
    const { text } = await run('lines.csv', lines, 'out.csv', { problems: false });
    expect(text.split('\n')[0]).to.match(/,ItemName$/);
  });

  it('refuses rules with a table of that name, unless the column is left out', async () => {
    const rules = compiledRules({ version: 1, tables: { Problems: { rows: { Labor: 'mine' } } } });
    let failure: unknown;
    await run('lines.csv', lines, 'out.csv', { rules }).catch((error: unknown) => (failure = error));
    expect(failure).to.have.property('message').that.contains('“Problems”');
    const { text } = await run('lines.csv', 'ItemType\nLabor\n', 'out.csv', { rules, problems: false });
    expect(text).to.equal('ItemType,Problems\nLabor,mine\n');
  });

  it('writes nothing under the final name when the input breaks off, and leaves nothing behind', async () => {
    writeFileSync(folder.file('out.csv'), 'old');
    const broken = `${lines.repeat(2_000).replaceAll(/\nDocNo.*\n/g, '\n')}"never closed`;
    let failure: unknown;
    await run('lines.csv', broken, 'out.csv').catch((error: unknown) => (failure = error));
    expect(failure).to.include({ name: 'UnreadableData' });
    expect(folder.names()).to.deep.equal(['out.csv']);
    expect(readFileSync(folder.file('out.csv'), 'utf8')).to.equal('old');
  });

  it('may write over the file that it reads', async () => {
    const path = folder.file('lines.csv');
    writeFileSync(path, lines);
    const input = await namedInput(path, refuse);
    const request = {
      rules: compiledRules(),
      input,
      output: path,
      problems: true,
      overwrite: false,
      plainCells: false,
    };
    await runLines({ ...request, refuse });
    expect(readFileSync(path, 'utf8')).to.contain('HP-AB-1');
    let failure: unknown;
    await runLines({ ...request, refuse }).catch((error: unknown) => (failure = error));
    expect(failure).to.have.property(
      'message',
      'The lines have a column “PartNumber” already, and so has the result.',
    );
    const once = readFileSync(path, 'utf8');
    await runLines({ ...request, refuse, overwrite: true });
    expect(readFileSync(path, 'utf8')).to.equal(once);
  });

  it('refuses objects that have a member of the result, unless they are to be written over', async () => {
    const content = '{"ItemType":"Labor"}\n{"ItemType":"Labor","ProductGroup":"mine","Qty":1.0}\n';
    let failure: unknown;
    await run('lines.ndjson', content, 'out.ndjson').catch((error: unknown) => (failure = error));
    expect(failure).to.have.property('message').that.contains('“ProductGroup”');
    const { text } = await run('lines.ndjson', content, 'out.ndjson', { overwrite: true });
    expect(text.match(/ProductGroup/g)).to.have.length(2);
    expect(text).not.to.contain('mine');
  });

  it('takes lists and objects for values that rules cannot read, and only then', async () => {
    const content = '{"ItemType":"Labor","Tags":["a"]}\n{"ItemType":["Labor"],"Tags":1}\n{"LineType":{}}\n';
    const { text, tally } = await run('lines.ndjson', content, 'out.csv', {
      rules: compiledRules({ version: 1, productGroups: shopRules.productGroups }),
    });
    expect(text.replace('\uFEFF', '').split('\r\n')).to.deep.equal([
      'ItemType,Tags,LineType,ProductGroup,Problems',
      'Labor,"[""a""]",,Services,',
      '"[""Labor""]",1,,,data.wrongValue',
      ',,{},,data.wrongValue',
      '',
    ]);
    expect(tally.problems[0]).to.deep.include({ count: 2, lines: [2, 3], message: '"ItemType" is a list.' });
  });

  it('does not make columns up for JSON from a pipe', async () => {
    const input = inputOf('{"ItemType":"Labor"}\n', { name: 'standard input', piped: true });
    let failure: unknown;
    await run('', '', 'out.csv', { input, from: 'ndjson' }).catch((error: unknown) => (failure = error));
    expect(failure).to.include({ name: 'UnreadableData' });
    expect(folder.names()).to.deep.equal([]);
  });

  it('takes __proto__ and constructor for columns, tables and values like any other', async () => {
    const rules = compiledRules(
      JSON.parse(
        '{"version":1,"fields":{"line":["__proto__","constructor"]},"tables":{' +
          '"toString":{"key":"__proto__","rows":[{"when":"constructor","value":"__proto__"}]},' +
          '"valueOf":{"key":"constructor","rows":{"__proto__":"found"},"default":"none"}}}',
      ),
    );
    const { text } = await run(
      'lines.csv',
      '__proto__,constructor\nconstructor,x\n__proto__,__proto__\n',
      'out.csv',
      { rules },
    );
    expect(text.split('\n').slice(0, 3)).to.deep.equal([
      '__proto__,constructor,toString,valueOf,Problems',
      'constructor,x,__proto__,none,',
      '__proto__,__proto__,,found,',
    ]);
  });
});
