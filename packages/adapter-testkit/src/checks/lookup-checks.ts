import { expect } from 'chai';
import { parseDecimal } from '@quotebridge/core/plugin';
import { check, type CheckGroup } from '../suite/check.js';
import { expectTextId } from '../expectation/expect-text-id.js';

export const lookupChecks: CheckGroup = {
  name: 'lookups',
  checks: [
    check('lookups.names', 'offers agents and ticket types, each name once', ({ contactManager }) => {
      const { names } = contactManager.lookups;
      expect(names).to.include.members(['agents', 'ticketTypes']);
      expect([...names]).to.deep.equal([...new Set(names)]);
    }),
    check(
      'lookups.entries',
      'lists every name: entries with an id of their own, as text, and a name',
      async ({ contactManager }) => {
        for (const name of contactManager.lookups.names) {
          const entries = await contactManager.lookups.list(name);
          for (const entry of entries) {
            expectTextId(entry.id, `an entry of ${name}`);
            expect(entry.name, `name of an entry of ${name}`).to.be.a('string').that.is.not.equal('');
          }
          expect(new Set(entries.map(({ id }) => id)).size, `ids of ${name}`).to.equal(entries.length);
        }
      },
    ),
    check(
      'lookups.samples',
      'lists the sample agent and ticket type',
      async ({ contactManager, samples }) => {
        const agents = await contactManager.lookups.list('agents');
        expect(agents.map(({ id }) => id)).to.include(samples.agentId);
        const ticketTypes = await contactManager.lookups.list('ticketTypes');
        expect(ticketTypes.map(({ id }) => id)).to.include(samples.ticketTypeId);
      },
    ),
    check('lookups.taxes', 'states the rate of each tax as decimal text', async ({ contactManager }) => {
      if (!contactManager.lookups.names.includes('taxes')) return;
      for (const { name, detail } of await contactManager.lookups.list('taxes')) {
        const percent = detail?.['percent'];
        expect(percent, `percent of ${name}`).to.be.a('string').that.equals(parseDecimal(percent));
      }
    }),
  ],
};
