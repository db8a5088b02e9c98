import { expect } from 'chai';
import { startSandbox, type Sandbox } from '@quotebridge/halopsa-sandbox';
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { Machine } from '../../src/command/machine.js';
import { boundedRun, refusal, type Bounds } from '../../src/hostile/bounded-run.js';
import { smallDocument, wideCsv } from '../../src/hostile/small-document.js';

const megabyte = 1_000_000;
const large: Bounds = { seconds: 90, megabytes: 2_500 };

describe('documents of a hostile size', function () {
  this.timeout(300_000);
  let sandbox: Sandbox;
  let machine: Machine;
  before(async () => {
    sandbox = await startSandbox({ rateLimit: false });
    machine = new Machine(sandbox, {});
  });
  after(async () => {
    machine[Symbol.dispose]();
    await sandbox.close();
  });

  function write(name: string, content: string | Uint8Array): string {
    writeFileSync(join(machine.folder, name), content);
    return name;
  }
  const writeJson = (name: string, content: unknown): string => write(name, JSON.stringify(content));
  const plan = (file: string): string[] => ['plan', file, '--doc', 'HOSTQ1'];

  it('100,000 lines in one document are planned', async () => {
    const file = write('lines.csv', wideCsv(Array<string>(100_000).fill('HOSTQ1')));
    // The plan says why each value of each line is what it is: almost 3 kB a line as JSON.
    const bounds = { ...large, megabytes: 4_500 };
    const { code, stdout } = await boundedRun(machine, [...plan(file), '--json'], bounds);
    expect(code, stdout.slice(0, 2_000)).to.equal(0);
    const { operations } = JSON.parse(stdout) as {
      operations: { kind: string; lines?: readonly unknown[] }[];
    };
    expect(operations.find(({ kind }) => kind === 'quote')?.lines).to.have.length(100_000);
  });

  it('100,000 documents in one file are listed, and one of them is planned', async () => {
    const numbers = Array.from({ length: 100_000 }, (_, index) => `HOSTQ${index}`);
    const file = write('documents.csv', wideCsv(numbers));
    const listed = await boundedRun(machine, ['documents', 'list', file, '--json'], large);
    expect(listed.code).to.equal(0);
    expect((await boundedRun(machine, plan(file), large)).code).to.equal(0);
  });

  it('a field of 50 MB goes through, or is refused in a few words', async () => {
    const introduction = 'x'.repeat(50 * megabyte);
    const file = writeJson('field.json', smallDocument({ notes: { introduction } }));
    const { code, stdout } = await boundedRun(machine, [...plan(file), '--json'], large);
    expect(code).to.be.oneOf([0, 2, 5]);
    if (code !== 0) expect(stdout.length).to.be.below(20_000);
    const name = 'y'.repeat(50 * megabyte);
    const csv = write('field.csv', wideCsv(['HOSTQ1'], name));
    const shown = await boundedRun(machine, ['documents', 'list', csv], large);
    expect(shown.code).to.equal(0);
    expect(shown.stdout.length, 'a table does not grow with its cells').to.be.below(2_000);
  });

  for (const [what, content] of [
    ['number', smallDocument({ number: 'x'.repeat(50 * megabyte) })],
    ['type', smallDocument({ type: 'x'.repeat(50 * megabyte) })],
    ['price', smallDocument({}, { unitPrice: '9'.repeat(50 * megabyte) })],
    ['quantity', smallDocument({}, { quantity: `0.${'1'.repeat(50 * megabyte)}` })],
    ['name of a field', smallDocument({ ['x'.repeat(50 * megabyte)]: 1 })],
  ] as const) {
    it(`a ${what} of 50 MB is refused in a few words`, async () => {
      const file = writeJson(`long.json`, content);
      const args = what === 'number' ? ['push', file, '--doc', 'HOSTQ1', '--yes'] : plan(file);
      const error = await refusal(machine, args, large);
      expect(error.code).to.be.oneOf(['document.invalid', 'usage']);
    });
  }

  it('a price of 1,000 digits or beyond every number is refused', async () => {
    for (const unitPrice of ['9'.repeat(1_000), 1e300, '1'.repeat(16), `0.${'3'.repeat(30)}`]) {
      const error = await refusal(machine, plan(writeJson('price.json', smallDocument({}, { unitPrice }))));
      expect(error.code, String(unitPrice)).to.equal('document.invalid');
    }
  });

  it('50 MB behind a quotation mark that is never closed are refused', async () => {
    const file = write('open.csv', `${wideCsv(['HOSTQ1'])}"${'z'.repeat(50 * megabyte)}`);
    expect((await refusal(machine, ['plan', file, '--doc', 'OTHER'], large)).message.length).to.be.below(500);
  });

  it('what repeats itself without end: a million columns, a million empty rows, delimiters alone', async () => {
    const columns = write('columns.csv', `${'DocumentHeaders_DocNo,'.repeat(200_000)}\r\nHOSTQ1\r\n`);
    await refusal(machine, plan(columns), large);
    const rows = write('rows.csv', `${wideCsv(['HOSTQ1'])}${'\r\n'.repeat(1_000_000)}`);
    expect((await boundedRun(machine, plan(rows), large)).code).to.equal(0);
    const delimiters = write('delimiters.csv', `${wideCsv(['HOSTQ1'])}${','.repeat(20_000_000)}\r\n`);
    // A row of empty cells is no line, however many they are.
    const pushed = await boundedRun(machine, ['push', delimiters, '--doc', 'HOSTQ1', '--yes'], large);
    expect(pushed.code, pushed.stderr.slice(0, 500)).to.equal(0);
  });

  it('a file that is packed is called what it is, not unpacked', async () => {
    const packed = gzipSync(Buffer.alloc(100 * megabyte, 'A'));
    for (const name of ['packed.csv', 'packed.json']) {
      const error = await refusal(machine, plan(write(name, packed)));
      expect(error.code).to.equal('document.invalid');
    }
  });

  it('a macro of 100,000 tokens gives a part number that no catalogue holds: refused, in the words of its setting', async () => {
    const macro = '&DI_ItemType,'.repeat(100_000);
    const products = {
      itemNumberField: 'InternalPartNumber',
      partNumberGeneration: { mode: 'macro', macro },
    };
    using other = new Machine(sandbox, { products });
    const file = join(other.folder, 'many.csv');
    writeFileSync(file, wideCsv(Array<string>(2_000).fill('HOSTQ1')));
    const { code, stdout } = await boundedRun(
      other,
      ['push', file, '--doc', 'HOSTQ1', '--yes', '--json'],
      large,
    );
    expect(code, stdout.slice(0, 500)).to.equal(5);
    expect(stdout.length).to.be.below(20_000);
    expect(stdout).to.contain('products.partNumberGeneration');
  });
});
