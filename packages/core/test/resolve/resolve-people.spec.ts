import { expect } from 'chai';
import type { User } from '../../src/contract/records.js';
import type { Party } from '../../src/domain/document.js';
import { resolvePeople, type People } from '../../src/resolve/resolve-people.js';
import { FakePsa } from '../fakes/fake-psa.js';
import { emptyParty } from '../samples/sample-document.js';

describe('resolvePeople', () => {
  let psa: FakePsa;
  beforeEach(() => {
    psa = new FakePsa();
  });

  function find(party: Partial<Party>): Promise<People> {
    return resolvePeople(psa.contactManager, { ...emptyParty, ...party }, {});
  }

  function addUser(over: Partial<User>): void {
    psa.users.push({
      id: `u${psa.users.length + 1}`,
      name: 'Bob',
      email: 'bob@acme.example',
      phone: '',
      inactive: false,
      clientId: 'c1',
      clientName: 'Acme',
      ...over,
    });
  }

  it('finds user, client and site by the e-mail address, whatever its case', async () => {
    const people = await find({ company: ' ACME ', email: 'Ann@Acme.Example' });
    expect(people).to.deep.include({ clientId: 'c1', userId: 'u1', siteId: 's1', conflicts: [] });
    expect(people.matches.map(({ kind, reason }) => `${kind} ${reason.text}`)).to.deep.equal([
      'client found by e-mail address Ann@Acme.Example',
      'user found by e-mail address Ann@Acme.Example',
    ]);
  });

  it('finds them by the names when there is no address', async () => {
    expect(await find({ company: 'acme', contact: 'ann  lee' })).to.deep.include({ conflicts: [] });
    psa.users[0] = { ...(psa.users[0] as User), name: 'Ann Le\u0301e' };
    expect(await find({ company: 'Acme', contact: 'Ann L\u00e9e' })).to.deep.include({ userId: 'u1' });
  });

  it('takes the main site of the client for a user without one', async () => {
    addUser({ name: 'Cy', email: '' });
    expect(await find({ company: 'Acme', contact: 'Cy' })).to.deep.include({ userId: 'u2', siteId: 's1' });
  });

  it('is content with the client when the document names no person', async () => {
    expect(await find({ company: 'Acme' })).to.deep.include({ clientId: 'c1', siteId: 's1', conflicts: [] });
  });

  it('does not take a user of another company for having the address', async () => {
    psa.clients.push({ id: 'c2', name: 'Bolt', inactive: false });
    const people = await find({ company: 'Bolt', email: 'ann@acme.example', contact: 'Ann Lee' });
    expect(people.clientId).to.equal('c2');
    expect(people.userId).to.equal(undefined);
    expect(people.conflicts.map(({ about }) => about)).to.deep.equal(['user']);
  });

  it('takes no address for a longer one that contains it', async () => {
    const people = await find({ company: 'Acme', email: 'n@acme.example', contact: 'Nobody' });
    expect(people.userId).to.equal(undefined);
  });

  it('asks which of two users is meant', async () => {
    addUser({ name: 'Ann Lee', email: 'other@acme.example' });
    const { conflicts, clientId } = await find({ company: 'Acme', contact: 'Ann Lee' });
    expect(clientId).to.equal('c1');
    expect(conflicts[0]?.candidates).to.deep.equal([
      { id: 'u1', name: 'Ann Lee <ann@acme.example>, Acme' },
      { id: 'u2', name: 'Ann Lee <other@acme.example>, Acme' },
    ]);
  });

  it('settles two clients of one name by the e-mail address', async () => {
    psa.clients.push({ id: 'c2', name: 'Acme', inactive: false, siteName: 'North' });
    addUser({ clientId: 'c2', siteId: 's2' });
    expect(await find({ company: 'Acme', email: 'bob@acme.example' })).to.deep.include({
      clientId: 'c2',
      userId: 'u2',
      siteId: 's2',
    });
    const { conflicts } = await find({ company: 'Acme', email: 'new@acme.example' });
    expect(conflicts[0]?.candidates).to.deep.equal([
      { id: 'c1', name: 'Acme' },
      { id: 'c2', name: 'Acme (North)' },
    ]);
  });

  it('shows near candidates when there is no such client, and chooses none', async () => {
    psa.clients.push({ id: 'c2', name: 'Acme Inc', inactive: false });
    const people = await find({ company: 'cme', contact: 'Ann Lee' });
    expect(people.clientId).to.equal(undefined);
    expect(people.conflicts[0]).to.deep.include({
      about: 'client',
      candidates: [
        { id: 'c1', name: 'Acme' },
        { id: 'c2', name: 'Acme Inc' },
      ],
    });
  });

  it('asks for a company when the document names none', async () => {
    expect((await find({})).conflicts[0]?.next).to.contain('SoldToCompany');
    expect(await find({ email: 'ann@acme.example' })).to.deep.include({ clientId: 'c1', userId: 'u1' });
  });

  it('does not take a user without a name for a person that the document does not name', async () => {
    addUser({ name: '', email: 'somebob@acme.example' });
    const people = await find({ company: 'Acme', email: 'bob@acme.example' });
    expect(people.userId).to.equal(undefined);
  });

  describe('with the id of the contact', () => {
    it('takes the user, without a search', async () => {
      psa.contactManager.users.search = async () => {
        throw new Error('not needed');
      };
      const people = await find({ company: 'Acme', contact: 'A. Lee', contactManagerId: '{u1}' });
      expect(people).to.deep.include({ clientId: 'c1', userId: 'u1', siteId: 's1', conflicts: [] });
      expect(people.matches.map(({ reason }) => reason.text)).to.deep.equal([
        'found by id u1 (SoldToCMAccountNo)',
        'found by id u1 (SoldToCMAccountNo)',
      ]);
    });

    it('takes the client, and looks for the person there', async () => {
      addUser({ clientId: 'c2', clientName: 'Acme', name: 'Ann Lee', email: 'ann@other.example' });
      psa.clients.push({ id: 'c2', name: 'Acme', inactive: false });
      expect(await find({ company: 'Acme', contact: 'Ann Lee', contactManagerId: 'c2' })).to.deep.include({
        clientId: 'c2',
        userId: 'u2',
        conflicts: [],
      });
      expect(await find({ contactManagerId: 'c2' })).to.deep.include({ clientId: 'c2', conflicts: [] });
    });

    it('asks a person when the company or the e-mail address says otherwise', async () => {
      for (const party of [
        { company: 'Bolt', contact: 'Ann Lee' },
        { company: 'Acme', email: 'bob@acme.example' },
      ]) {
        const { conflicts, userId } = await find({ ...party, contactManagerId: 'u1' });
        expect(conflicts.map(({ about, candidates }) => [about, candidates[0]?.id])).to.deep.equal([
          ['user', 'u1'],
        ]);
        expect(userId).to.equal(undefined);
      }
      const { conflicts } = await find({ company: 'Bolt', contactManagerId: 'c1' });
      expect(conflicts[0]?.message).to.contain('“Acme”').and.to.contain('Bolt');
    });

    it('goes by the names when nobody has it, or nobody who is active', async () => {
      const named = { company: 'Acme', contact: 'Ann Lee' };
      expect(await find({ ...named, contactManagerId: 'x' })).to.deep.include({
        userId: 'u1',
        conflicts: [],
      });
      addUser({ name: 'Gone', inactive: true });
      expect(await find({ ...named, contactManagerId: 'u2' })).to.deep.include({
        userId: 'u1',
        conflicts: [],
      });
    });
  });
});
