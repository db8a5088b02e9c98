import { expect } from 'chai';
import type { Address } from '@quotebridge/core/plugin';
import { check, type CheckGroup } from '../suite/check.js';
import type { ConformanceSubject } from '../suite/conformance-subject.js';
import { expectDistinct } from '../expectation/expect-distinct.js';
import { expectTextId } from '../expectation/expect-text-id.js';
import { given } from '../expectation/given.js';

export const clientChecks: CheckGroup = {
  name: 'clients',
  checks: [
    check('clients.search.exact', 'finds a client by its whole name', async ({ contactManager, samples }) => {
      const found = await contactManager.clients.search({ text: samples.client.name });
      expect(found.map(({ id }) => id)).to.include(samples.client.id);
    }),
    check(
      'clients.search.partial',
      'finds a client by part of its name, in any case',
      async ({ contactManager, samples }) => {
        const { id, part } = samples.client;
        const found = await contactManager.clients.search({ text: part });
        expect(found.map((client) => client.id)).to.include(id);
        for (const { name } of found) expect(name.toLowerCase()).to.contain(part.toLowerCase());
      },
    ),
    check(
      'clients.search.none',
      'finds nothing for a text that no client has',
      async ({ contactManager }) => {
        expect(
          await contactManager.clients.search({ text: 'no client is called like this 8361' }),
        ).to.deep.equal([]);
      },
    ),
    check(
      'clients.search.pages',
      'reads all pages, each client once',
      async ({ contactManager, samples }) => {
        const { text, count } = samples.manyClients;
        const found = await contactManager.clients.search({ text, limit: count + 10 });
        expectDistinct(found, 'clients');
        expect(found, `clients with “${text}”`).to.have.length(count);
      },
    ),
    check('clients.search.limit', 'gives no more than asked for', async ({ contactManager, samples }) => {
      const { text, count } = samples.manyClients;
      expect(await contactManager.clients.search({ text, limit: count - 1 })).to.have.length(count - 1);
      expect(await contactManager.clients.search({ text, limit: 1 })).to.have.length(1);
    }),
    check(
      'clients.search.inactive',
      'hides inactive clients unless asked',
      async ({ contactManager, samples }) => {
        const { id, name } = given(samples.inactiveClient, 'samples.inactiveClient');
        expect(await contactManager.clients.search({ text: name })).to.deep.equal([]);
        const [found] = await contactManager.clients.search({ text: name, includeInactive: true });
        expect(found).to.include({ id, inactive: true });
      },
    ),
    check('clients.get', 'gets a client by id', async ({ contactManager, samples }) => {
      const { id, name } = samples.client;
      expect(await contactManager.clients.get(id)).to.include({ id, name, inactive: false });
    }),
    check('clients.get.unknown', 'gets undefined for an unknown id', async ({ contactManager, samples }) => {
      expect(await contactManager.clients.get(samples.unknownId)).to.equal(undefined);
    }),
    check('clients.currency', 'tells the currency of a client that has one of its own', async (subject) => {
      const { contactManager, samples } = subject;
      const { id, currencyId } = given(samples.clientWithCurrency, 'samples.clientWithCurrency');
      expect((await contactManager.clients.get(id))?.currencyId).to.equal(currencyId);
      const currencies = await contactManager.lookups.list('currencies');
      expect(currencies.map((currency) => currency.id)).to.include(currencyId);
    }),
    check('clients.ids', 'ids are text', async ({ contactManager, samples }) => {
      const found = await contactManager.clients.search({ text: samples.manyClients.text });
      for (const client of [...found, await contactManager.clients.get(samples.client.id)]) {
        expectTextId(client?.id, 'a client');
        if (client?.siteId !== undefined) expectTextId(client.siteId, 'a site');
      }
    }),
  ],
};

export const siteAddressChecks: CheckGroup = {
  name: 'clients.siteAddress',
  ports: ['clients.siteAddress'],
  checks: [
    check('clients.siteAddress.get', 'gets the address of a site, line by line', async (subject) => {
      const { siteId, address } = given(subject.samples.siteAddress, 'samples.siteAddress');
      expect(await siteAddress(subject, siteId)).to.deep.equal(address);
    }),
    check('clients.siteAddress.unknown', 'gets undefined for an unknown site', async (subject) => {
      expect(await siteAddress(subject, subject.samples.unknownId)).to.equal(undefined);
    }),
  ],
};

function siteAddress({ contactManager }: ConformanceSubject, id: string): Promise<Address | undefined> {
  const missing = 'method “clients.siteAddress” (an adapter without it says so in `without`)';
  return given(contactManager.clients.siteAddress?.(id), missing);
}
