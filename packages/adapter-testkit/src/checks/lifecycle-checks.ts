import { expect } from 'chai';
import { check, type CheckGroup } from '../suite/check.js';
import { newOpportunity } from '../expectation/new-opportunity.js';

export const lifecycleChecks: CheckGroup = {
  name: 'lifecycle',
  checks: [
    check('lifecycle.dispose', 'may be disposed twice, used or unused', async (subject, run) => {
      const unused = await run.open();
      await subject.contactManager.check();
      for (const one of [subject, subject, unused, unused]) await one.dispose();
    }),
    check('lifecycle.apart', 'two connections to different tenants share nothing', async (subject, run) => {
      const other = await run.open();
      const id = await newOpportunity(subject);
      const clientId = other.samples.client.id;
      const listed = await other.contactManager.opportunities.list({ clientId });
      expect(listed.filter((one) => one.id === id && one.marker === 'quotebridge:KIT1')).to.deep.equal([]);
      if (other.counts !== undefined)
        expect(other.counts().write, 'writes of the other connection').to.equal(0);
    }),
    check('lifecycle.together', 'takes calls at the same time', async ({ contactManager, samples }) => {
      const [client, user, agents] = await Promise.all([
        contactManager.clients.get(samples.client.id),
        contactManager.users.get(samples.user.id),
        contactManager.lookups.list('agents'),
      ]);
      expect([client?.id, user?.id]).to.deep.equal([samples.client.id, samples.user.id]);
      expect(agents.map(({ id }) => id)).to.include(samples.agentId);
    }),
  ],
};
