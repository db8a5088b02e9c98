import { expect } from 'chai';
import fc from 'fast-check';
import { applyPlan } from '../../src/apply/apply-plan.js';
import type { DocumentLine } from '../../src/domain/document-line.js';
import type { QuoteDocument } from '../../src/domain/document.js';
import { makePlan } from '../../src/plan/make-plan.js';
import type { PlanContext } from '../../src/plan/plan-context.js';
import { openSqliteState } from '../../src/state/sqlite/open-sqlite-state.js';
import { planUndo } from '../../src/undo/plan-undo.js';
import { FakePsa, type Fault } from '../fakes/fake-psa.js';
import { piecesOf } from '../fakes/pieces-of.js';
import { sampleContext } from '../fakes/sample-context.js';
import { sampleDocument, sampleLine } from '../samples/sample-document.js';

const keys = ['a', 'b', 'c', 'd', 'e'];

const line = (key: string): fc.Arbitrary<DocumentLine> =>
  fc
    .record({
      unitPrice: fc.integer({ min: 1, max: 9_999 }).map((cents) => String(cents / 100)),
      quantity: fc.integer({ min: 1, max: 9 }).map(String),
      description: fc.constantFrom('Router', 'Switch', 'Cable'),
    })
    .map((fields) => sampleLine({ ...fields, key, manufacturerPartNumber: `PART-${key}` }));

const documents: fc.Arbitrary<QuoteDocument> = fc
  .record({
    name: fc.constantFrom('Refresh', 'Renewal'),
    lines: fc
      .shuffledSubarray(keys, { minLength: 1 })
      .chain((chosen) => fc.tuple(...chosen.map((key) => line(key)))),
  })
  .map((fields) => sampleDocument(fields));

const faults = fc.array(
  fc.constantFrom<Fault | undefined>(undefined, undefined, 'lostAfter', 'lostBefore', 'cancelled'),
  {
    maxLength: 6,
  },
);

/** Runs until it goes through, as a person would. */
async function untilDone(work: () => Promise<unknown>): Promise<void> {
  for (let runs = 1; runs <= 10; runs += 1) {
    const through = await work().then(
      () => true,
      () => false,
    );
    if (through) return;
  }
  throw new Error('it did not go through in ten runs');
}

describe('any pushes that are undone', () => {
  const apply = async (context: PlanContext, plan: Parameters<typeof applyPlan>[1]): Promise<unknown> =>
    applyPlan(context, plan, { openAttachment: () => piecesOf(new Uint8Array()) });

  function standing(psa: FakePsa): unknown {
    const lines = [...psa.quotes.values()].map((quote) => ({
      ...quote,
      id: '',
      opportunityId: '',
      lines: quote.lines?.map((stored) => ({ ...stored, id: '' })),
    }));
    return [lines, [...psa.opportunities.values()].map((opportunity) => ({ ...opportunity, id: '' }))];
  }

  it('leave what stood there before each of them, whatever gets lost on the way', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(documents, faults), { minLength: 1, maxLength: 4 }),
        fc.array(faults, { minLength: 4, maxLength: 4 }),
        async (pushes, undoFaults) => {
          const psa = new FakePsa();
          await using state = await openSqliteState({ path: ':memory:' });
          const context = sampleContext(psa, state);
          const before: unknown[] = [];
          for (const [document, lost] of pushes) {
            const images = (await state.beforeImages.list('main', document.number)).length;
            const stood = standing(psa);
            psa.faults.push(...lost);
            await untilDone(async () => apply(context, await makePlan(context, document, {})));
            psa.faults.length = 0;
            // A document that says nothing new leaves nothing to undo.
            if ((await state.beforeImages.list('main', document.number)).length > images) before.push(stood);
          }
          for (const [index, stood] of before.reverse().entries()) {
            psa.faults.push(...(undoFaults[index] ?? []));
            await untilDone(async () => apply(context, await planUndo(context, 'AAAQ1001')));
            psa.faults.length = 0;
            expect(standing(psa)).to.deep.equal(stood);
          }
          expect(await state.beforeImages.list('main', 'AAAQ1001')).to.deep.equal([]);
          expect(await state.bindings('main', 'AAAQ1001')).to.deep.equal([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
