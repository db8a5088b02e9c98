import { expect } from 'chai';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SourceDocument } from '@quotebridge/core/plugin';
import { WideCsvSource } from '../../src/index.js';
import { piecesOf, streamed } from '../read-stream.js';
import { plainRow, writeCsv } from '../write-csv.js';

const examples = fileURLToPath(new URL('../../../../examples/', import.meta.url));
const source = new WideCsvSource();

type Outcome = readonly SourceDocument[] | { readonly refused: string };

async function outcomeOf(read: () => Promise<readonly SourceDocument[]>): Promise<Outcome> {
  try {
    return await read();
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) };
  }
}

/** Streaming finds what reading as a whole finds; documents may come in another order when their rows are scattered. */
async function expectSame(bytes: Uint8Array, size: number, sorted = false): Promise<void> {
  const order = (outcome: Outcome): Outcome =>
    sorted && 'length' in outcome ? [...outcome].sort((a, b) => (a.number < b.number ? -1 : 1)) : outcome;
  const whole = await outcomeOf(() => source.read({ name: 'export.csv', bytes }));
  const stream = await outcomeOf(() => streamed(source, bytes, 'export.csv', size));
  expect(order(stream)).to.deep.equal(order(whole));
}

describe('WideCsvSource streams', () => {
  const files = readdirSync(examples).filter((name) => name.endsWith('.csv'));

  for (const name of files) {
    for (const size of [1_000, 65_536, 10_000_000]) {
      it(`${name} in pieces of ${size} bytes as it reads it at once`, async () => {
        await expectSame(readFileSync(`${examples}${name}`), size);
      });
    }
  }

  it('every encoding and line end, cut anywhere', async () => {
    const text = writeCsv([
      { ...plainRow, H_SoldToCompany: 'Müller – Söhne 🙂', I_Description: 'a "quoted"\nand\r\nbroken text' },
      { ...plainRow, H_DocNo: 'AAAQ2' },
    ]);
    const encodings = [
      Buffer.from(text),
      Buffer.from(`\ufeff${text}`),
      Buffer.from(`\ufeff${text}`, 'utf16le'),
      Buffer.from(text.replaceAll('–', '\u0096').replaceAll('🙂', ''), 'latin1'),
      Buffer.from(text.replaceAll('\r\n', '\n')),
    ];
    for (const bytes of encodings) for (const size of [1, 2, 3, 7, 100]) await expectSame(bytes, size);
  });

  it('documents whose rows do not stand together', async () => {
    const rows = ['A', 'B', 'A', 'C', 'B', 'D', 'A'].map((number, index) => ({
      ...plainRow,
      H_DocNo: number,
      I_Description: `line ${index}`,
    }));
    await expectSame(Buffer.from(writeCsv(rows)), 50, true);
  });

  it('the same faults of a file that is broken somewhere', async () => {
    const text = writeCsv(['A', 'A', 'B', '', 'C', 'C'].map((number) => ({ ...plainRow, H_DocNo: number })));
    await fc.assert(
      fc.asyncProperty(
        fc.nat(text.length),
        fc.constantFrom('', '"', ',', '\n', 'x', '\0', '"\n'),
        fc.nat(3),
        fc.constantFrom(1, 13, 4096),
        async (at, put, cut, size) => {
          const broken = text.slice(0, at) + put + text.slice(at + cut);
          await expectSame(Buffer.from(broken), size, true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('the same of a long file, which is parsed in several pieces, whatever is broken in it', async () => {
    const long = 'a "long"\r\ntext, '.repeat(40);
    const numbers = Array.from({ length: 400 }, (_, index) => `Q${Math.floor(index / 3)}`);
    const text = writeCsv(numbers.map((number) => ({ ...plainRow, H_DocNo: number, I_Notes: long })));
    await expectSame(Buffer.from(text), 10_000);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(text.length),
        fc.constantFrom('', '"', ',', '\n', '"\n'),
        fc.nat(3),
        async (at, put, cut) => {
          await expectSame(Buffer.from(text.slice(0, at) + put + text.slice(at + cut)), 10_000, true);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('the same faults of a file that ends anywhere', async () => {
    const text = writeCsv(['A', 'A', 'B', 'AAB'].map((number) => ({ ...plainRow, H_DocNo: number })));
    for (let end = 0; end < text.length; end += 1)
      await expectSame(Buffer.from(text.slice(0, end)), 64, true);
  });

  it('as often as it is asked to', async () => {
    const documents = source.stream({
      name: 'export.csv',
      open: () => piecesOf(Buffer.from(writeCsv([plainRow])), 10),
    });
    for (let time = 0; time < 2; time += 1) {
      const numbers: string[] = [];
      for await (const { number } of documents) numbers.push(number);
      expect(numbers).to.deep.equal(['AAAQ1']);
    }
  });
});
