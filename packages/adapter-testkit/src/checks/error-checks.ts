import { expect } from 'chai';
import { check, type Check, type CheckGroup } from '../suite/check.js';
import { faultKinds, type FaultKind } from '../suite/fault-kind.js';
import { expectCode } from '../expectation/raised-by.js';
import { given } from '../expectation/given.js';
import { opportunityFields } from '../expectation/new-opportunity.js';

export const errorChecks: CheckGroup = {
  name: 'errors',
  checks: [
    fails('unauthorized', 'the PSA does not accept the credentials (any more)'),
    fails('forbidden', 'the PSA does not permit it'),
    fails('rateLimited', 'the PSA takes no more requests'),
    fails('serverError', 'the PSA fails'),
    fails('html', 'a web page comes in place of data'),
    fails('truncated', 'the answer breaks off'),
    check('errors.hang', 'says cancelled when the call is stopped while no answer comes', async (subject) => {
      await given(subject.fault, 'fault')('hang');
      const stop = new AbortController();
      const { signal } = stop;
      const call = expectCode('cancelled', () =>
        subject.contactManager.clients.search({ text: 'a' }, { signal }),
      );
      setTimeout(() => stop.abort(), 20);
      await call;
    }),
    check(
      'errors.aborted',
      'says cancelled, and requests nothing, when the signal has fired before',
      async (subject) => {
        const options = { signal: AbortSignal.abort() };
        const { clients, users, opportunities, lookups } = subject.contactManager;
        const key = 'quotebridge:KIT1';
        for (const call of [
          () => clients.search({ text: 'a' }, options),
          () => users.get(subject.samples.user.id, options),
          () => lookups.list('agents', options),
          () => opportunities.create(opportunityFields(subject), { key }, options),
        ]) {
          await expectCode('cancelled', call);
        }
        if (subject.counts !== undefined) expect(subject.counts()).to.deep.equal({ read: 0, write: 0 });
      },
    ),
    check(
      'errors.write.unknown',
      'says of a write that met a failing PSA that it may have arrived',
      async (subject) => {
        await given(subject.fault, 'fault')('serverError');
        const { opportunities } = subject.contactManager;
        const { details } = await expectCode('remote.unavailable', () =>
          opportunities.create(opportunityFields(subject), { key: 'quotebridge:KIT1' }),
        );
        expect(details.arrived, 'details.arrived').to.equal('unknown');
      },
    ),
  ],
};

/** A read that meets this fault raises the one right code. */
function fails(kind: FaultKind, when: string): Check {
  return check(`errors.${kind}`, `says ${faultKinds[kind]} when ${when}`, async (subject) => {
    await given(subject.fault, 'fault')(kind);
    const error = await expectCode(faultKinds[kind], () =>
      subject.contactManager.clients.search({ text: 'a' }),
    );
    expect(error.message, 'message').not.to.equal('');
  });
}
