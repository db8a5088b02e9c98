import { expect } from 'chai';
import type { Completion, MarkerScope } from '@quotebridge/core/plugin';
import { check, type CheckGroup } from '../suite/check.js';
import type { ConformanceSubject } from '../suite/conformance-subject.js';
import { expectFields } from '../expectation/expect-fields.js';
import { given } from '../expectation/given.js';
import { newOpportunity, opportunityFields } from '../expectation/new-opportunity.js';

/** What happens to an opportunity later: it is looked for, and it is closed. */
export const opportunityOutcomeChecks: CheckGroup = {
  name: 'opportunities.outcome',
  checks: [
    check(
      'opportunities.list.open',
      'leaves closed ones out when only open ones are wanted',
      async (subject) => {
        const { opportunities } = subject.contactManager;
        const [open, closed] = [await newOpportunity(subject), await newOpportunity(subject, marker(2).key)];
        await opportunities.complete(closed, completion(subject, 'won'));
        const clientId = subject.samples.client.id;
        expect((await opportunities.list({ clientId, openOnly: true })).map((one) => one.id)).to.deep.equal([
          open,
        ]);
        expect((await opportunities.list({ clientId })).map((one) => one.id)).to.include.members([
          open,
          closed,
        ]);
      },
    ),
    check('opportunities.marker', 'finds by marker exactly the one that carries it', async (subject) => {
      const [ours] = [
        await newOpportunity(subject, marker(1).key),
        await newOpportunity(subject, `${marker(1).key}0`),
      ];
      expect(await idsByMarker(subject, marker(1).key)).to.deep.equal([ours]);
      expect(await idsByMarker(subject, 'quotebridge:KIT')).to.deep.equal([]);
    }),
    check(
      'opportunities.marker.closed',
      'finds it by marker when it is closed or renamed, too',
      async (subject) => {
        const { opportunities } = subject.contactManager;
        for (const [number, outcome] of [
          [1, 'won'],
          [2, 'lost'],
        ] as const) {
          const id = await newOpportunity(subject, marker(number).key);
          await opportunities.complete(id, completion(subject, outcome));
          expect(await idsByMarker(subject, marker(number).key), outcome).to.deep.equal([id]);
        }
      },
    ),
    check('opportunities.complete.won', 'completes as won', async (subject) =>
      expectCompleted(subject, 'won'),
    ),
    check('opportunities.complete.lost', 'completes as lost', async (subject) =>
      expectCompleted(subject, 'lost'),
    ),
    check('opportunities.complete.day', 'keeps the day of the conversion', async (subject) => {
      const completedOn = given(subject.completedOn, 'completedOn');
      const id = await newOpportunity(subject);
      await subject.contactManager.opportunities.complete(id, completion(subject, 'won'));
      expect(await completedOn(id)).to.equal(completion(subject, 'won').on);
    }),
  ],
};

function marker(number: number): { readonly key: string } {
  return { key: `quotebridge:KIT${number}` };
}

async function idsByMarker(subject: ConformanceSubject, key: string): Promise<readonly string[]> {
  const { title = '' } = opportunityFields(subject);
  const scope: MarkerScope = { clientId: subject.samples.client.id, titles: [title] };
  return (await subject.contactManager.opportunities.findByMarker({ key }, scope)).map(({ id }) => id);
}

function completion({ samples }: ConformanceSubject, outcome: 'won' | 'lost'): Completion {
  const category = samples.closureCategoryId;
  const statusId = samples.statusIds?.[outcome];
  return {
    outcome,
    on: '2031-02-27',
    ...(statusId === undefined ? {} : { statusId }),
    ...(category === undefined ? {} : { closureCategoryId: category }),
  };
}

async function expectCompleted(subject: ConformanceSubject, outcome: 'won' | 'lost'): Promise<void> {
  const { opportunities } = subject.contactManager;
  const id = await newOpportunity(subject);
  const before = await opportunities.get(id);
  await opportunities.complete(id, completion(subject, outcome));
  const after = await opportunities.get(id);
  expect(after?.outcome).to.equal(outcome);
  expectFields(
    after ?? {},
    { title: before?.title, clientId: before?.clientId, marker: before?.marker },
    'opportunity',
  );
}
