import { expect } from 'chai';
import { check, type CheckGroup } from '../suite/check.js';
import { expectTextId } from '../expectation/expect-text-id.js';
import { given } from '../expectation/given.js';

export const userChecks: CheckGroup = {
  name: 'users',
  checks: [
    check('users.search.name', 'finds a user by name', async ({ contactManager, samples }) => {
      const found = await contactManager.users.search({ text: samples.user.name });
      expect(found.map(({ id }) => id)).to.include(samples.user.id);
    }),
    check(
      'users.search.email',
      'finds a user by e-mail address, in any case',
      async ({ contactManager, samples }) => {
        const found = await contactManager.users.search({ text: samples.user.email.toUpperCase() });
        expect(found.map(({ id }) => id)).to.deep.equal([samples.user.id]);
      },
    ),
    check('users.search.client', 'finds users of one client only', async ({ contactManager, samples }) => {
      const { email, id } = samples.user;
      const own = await contactManager.users.search({ text: email, clientId: samples.client.id });
      expect(own.map((user) => user.id)).to.deep.equal([id]);
      expect(await contactManager.users.search({ text: email, clientId: samples.unknownId })).to.deep.equal(
        [],
      );
    }),
    check('users.search.none', 'finds nothing for a text that no user has', async ({ contactManager }) => {
      expect(await contactManager.users.search({ text: 'nobody.8361@nowhere.example' })).to.deep.equal([]);
    }),
    check(
      'users.search.inactive',
      'hides inactive users unless asked',
      async ({ contactManager, samples }) => {
        const { id, name } = given(samples.inactiveUser, 'samples.inactiveUser');
        expect(await contactManager.users.search({ text: name })).to.deep.equal([]);
        const [found] = await contactManager.users.search({ text: name, includeInactive: true });
        expect(found).to.include({ id, inactive: true });
      },
    ),
    check('users.get', 'gets a user by id, with its client', async ({ contactManager, samples }) => {
      const { id, name, email } = samples.user;
      const user = await contactManager.users.get(id);
      expect(user).to.include({
        id,
        name,
        email,
        clientId: samples.client.id,
        clientName: samples.client.name,
      });
    }),
    check('users.get.unknown', 'gets undefined for an unknown id', async ({ contactManager, samples }) => {
      expect(await contactManager.users.get(samples.unknownId)).to.equal(undefined);
    }),
    check('users.title', 'tells the job title of a user', async ({ contactManager, samples }) => {
      const title = given(samples.user.title, 'samples.user.title');
      expect((await contactManager.users.get(samples.user.id))?.title).to.equal(title);
    }),
    check('users.ids', 'ids are text', async ({ contactManager, samples }) => {
      for (const user of await contactManager.users.search({ text: samples.user.email })) {
        expectTextId(user.id, 'a user');
        expectTextId(user.clientId, 'the client of a user');
      }
    }),
  ],
};
