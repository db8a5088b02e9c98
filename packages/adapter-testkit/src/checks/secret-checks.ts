import { expect } from 'chai';
import { check, type CheckGroup } from '../suite/check.js';
import type { CheckRun } from '../suite/check-run.js';
import type { ConformanceSubject } from '../suite/conformance-subject.js';
import type { FaultKind } from '../suite/fault-kind.js';
import { given } from '../expectation/given.js';
import { raisedBy } from '../expectation/raised-by.js';
import { opportunityFields } from '../expectation/new-opportunity.js';

const faults: readonly FaultKind[] = [
  'unauthorized',
  'forbidden',
  'rateLimited',
  'serverError',
  'html',
  'truncated',
];

export const secretChecks: CheckGroup = {
  name: 'secrets',
  checks: [
    check(
      'secrets.errors',
      'no error of the PSA holds a secret: not as text, JSON or inspected',
      async (_, run) => {
        for (const kind of faults) {
          const subject = await run.open();
          await given(subject.fault, 'fault')(kind);
          const { clients, opportunities } = subject.contactManager;
          expectNoSecret(
            subject,
            await raisedBy(() => clients.search({ text: 'a' })),
            `the error of ${kind}`,
          );
          const write = (): Promise<unknown> =>
            opportunities.create(opportunityFields(subject), { key: 'quotebridge:KIT1' });
          expectNoSecret(subject, await raisedBy(write), `the error of a write after ${kind}`);
        }
      },
    ),
    {
      id: 'secrets.rejected',
      says: 'no error about wrong credentials holds them',
      run: async (run: CheckRun): Promise<void> => {
        const subject = await run.open({ credentials: 'wrong' });
        expectNoSecret(subject, await raisedBy(() => subject.contactManager.check()), 'the error');
      },
    },
    check(
      'secrets.adapter',
      'the contact manager, inspected or as JSON, shows no secret',
      async (subject) => {
        await subject.contactManager.check();
        expectNoSecret(subject, subject.contactManager, 'the contact manager');
      },
    ),
    check('secrets.report', 'the report of the check shows no secret', async (subject) => {
      expectNoSecret(subject, await subject.contactManager.check(), 'the report');
    }),
  ],
};

function expectNoSecret({ secrets, inspect }: ConformanceSubject, value: unknown, what: string): void {
  expect(secrets, 'secrets of the subject').not.to.deep.equal([]);
  const views = [asJson(value), String(value), inspect(value)];
  if (value instanceof Error) views.push(value.stack ?? '', inspect(value.cause), asJson(value.cause));
  for (const secret of secrets) {
    // The secret itself stays out of the message.
    expect(
      views.some((view) => view.includes(secret)),
      `a secret shows in ${what}`,
    ).to.equal(false);
  }
}

/** Functions and undefined have no JSON. */
function asJson(value: unknown): string {
  const text: unknown = JSON.stringify(value);
  return typeof text === 'string' ? text : '';
}
