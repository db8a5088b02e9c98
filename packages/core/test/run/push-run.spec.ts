import { expect } from 'chai';
import fc from 'fast-check';
import type { ReadDocument } from '../../src/engine/engine-types.js';
import { resolveFamily } from '../../src/resolve/resolve-family.js';
import { PushRun } from '../../src/run/push-run.js';
import { openSqliteState } from '../../src/state/sqlite/open-sqlite-state.js';
import type { StateStore } from '../../src/state/state-store.js';
import type { QuoteDocument } from '../../src/domain/document.js';
import { errorOf } from '../fakes/error-of.js';

type Facts = Partial<Pick<QuoteDocument, 'type' | 'superseded' | 'revisionOf' | 'convertedFrom'>>;

function documentOf(number: string, facts: Facts = {}): ReadDocument {
  const document = { number, type: 'QUOTE', superseded: false, ...facts } as unknown as QuoteDocument;
  return { number, document, faults: [] };
}

const faulty: ReadDocument = { number: 'bad', faults: [{ at: 'row 2', expected: 'something else' }] };

describe('PushRun', () => {
  let state: StateStore;
  beforeEach(async () => {
    state = await openSqliteState({ path: ':memory:' });
  });
  afterEach(() => state[Symbol.asyncDispose]());

  function runOf(documents: readonly ReadDocument[]): PushRun {
    return new PushRun({
      runs: state.runs,
      connection: 'main',
      key: 'hash',
      fileName: 'export.csv',
      documents: {
        async *[Symbol.asyncIterator]() {
          yield* documents;
        },
      },
    });
  }

  /** Settles so many of what is left, and gives their numbers. */
  async function settle(run: PushRun, most = Infinity): Promise<readonly string[]> {
    const numbers: string[] = [];
    for await (const step of run.steps()) {
      if (numbers.length >= most) break;
      await run.settle(step, { status: 'written', exit: 0 });
      numbers.push(step.read.number);
    }
    return numbers;
  }

  const file = [
    documentOf('I1', { type: 'INVOICE' }),
    documentOf('Q1'),
    documentOf('O2', { type: 'ORDER', convertedFrom: 'Q2' }),
    documentOf('Q2'),
    faulty,
    documentOf('Q3', { superseded: true }),
    documentOf('Q3-1', { revisionOf: 'Q3' }),
  ];

  it('begins with faults, then quotes, orders, invoices; what was replaced stays away', async () => {
    const run = runOf(file);
    expect(await run.begin(1, false, () => {})).to.include({ total: 5 });
    expect(await settle(run)).to.deep.equal(['bad', 'Q1', 'Q3-1', 'O2', 'I1']);
  });

  it('goes on where an interrupted one was, and begins again when it is told so', async () => {
    const first = runOf(file);
    await first.begin(1, false, () => {});
    expect(await settle(first, 3)).to.deep.equal(['bad', 'Q1', 'Q3-1']);
    await first.end();
    const second = runOf(file);
    expect((await second.begin(2, false, () => {})).settled.written).to.equal(3);
    expect(await settle(second, 1)).to.deep.equal(['O2']);
    const third = runOf(file);
    expect((await third.begin(3, true, () => {})).settled.written).to.equal(0);
    expect(await settle(third)).to.have.length(5);
  });

  it('is forgotten once all is through', async () => {
    const run = runOf(file);
    await run.begin(1, false, () => {});
    await settle(run);
    await run.end();
    expect((await runOf(file).begin(2, false, () => {})).settled.written).to.equal(0);
  });

  it('stops when the file is not the one any more that it was', async () => {
    const run = runOf(file);
    await run.begin(1, false, () => {});
    const other = runOf(file.map((read) => (read.number === 'Q1' ? documentOf('Q9') : read)));
    const error = await errorOf(settle(other));
    expect(error.code).to.equal('document.invalid');
    expect(error.message).to.contain('export.csv has changed');
    expect((await errorOf(settle(runOf(file.slice(0, 3))))).code).to.equal('document.invalid');
  });

  it('tells as much of other documents as their family needs', async () => {
    const numbers = fc.constantFrom('A', 'B', 'C', 'D', 'E');
    const reads = fc.array(
      fc
        .record(
          {
            number: numbers,
            type: fc.constantFrom('QUOTE' as const, 'ORDER' as const),
            revisionOf: numbers,
            convertedFrom: numbers,
          },
          { requiredKeys: ['number', 'type'] },
        )
        .map(({ number, ...facts }) => documentOf(number, facts)),
      { maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(reads, async (documents) => {
        const run = runOf(documents);
        await run.begin(1, true, () => {});
        const all = documents.flatMap(({ document }) => (document === undefined ? [] : [document]));
        for await (const { read, siblings } of run.steps()) {
          const { document } = read;
          if (document === undefined) continue;
          expect(await resolveFamily(document, siblings, state, 'main')).to.equal(
            await resolveFamily(document, all, state, 'main'),
          );
        }
      }),
    );
  });
});
