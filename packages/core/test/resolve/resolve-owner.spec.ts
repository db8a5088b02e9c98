import { expect } from 'chai';
import type { LookupEntry } from '../../src/contract/records.js';
import type { PushPolicy } from '../../src/settings/push-policy.js';
import { resolveOwner, type Owner } from '../../src/resolve/resolve-owner.js';
import { lookupReader } from '../fakes/lookup-reader.js';
import { sampleDocument } from '../samples/sample-document.js';
import { samplePolicy } from '../samples/sample-policy.js';
import { sampleRules } from '../samples/sample-rules.js';

const agents: readonly LookupEntry[] = [
  { id: '1', name: 'Dora Whit', detail: { email: 'dora@msp.example', userName: 'dwhit' } },
  { id: '2', name: 'Sam Poe' },
  { id: '3', name: 'Sam Poe' },
];
const document = sampleDocument({ salesRepresentative: 'dwhit', preparedBy: 'sam' });

function find(
  userMappings: Partial<PushPolicy['userMappings']> = {},
  over = document,
  application: Record<string, string> = {},
  recordOwner: PushPolicy['defaults']['recordOwner'] = 'salesRepresentative',
): Promise<Owner> {
  const policy = samplePolicy({ userMappings, defaults: { recordOwner } });
  return resolveOwner(over, policy, sampleRules(policy, over, application), lookupReader({ agents }));
}

describe('resolveOwner', () => {
  it('takes the mapped agent, by name, address or id, whatever the case of the user', async () => {
    for (const agent of ['dora whit', 'DORA@msp.example', '1'])
      expect((await find({ users: { DWhit: agent } })).id, agent).to.equal('1');
    expect((await find({ users: { dwhit: '1' } })).reason).to.deep.equal({
      from: 'mapping',
      at: 'userMappings.users.dwhit',
      text: 'dwhit is mapped to Dora Whit',
      considered: [
        {
          candidate: 'dwhit',
          at: 'defaults.recordOwner',
          taken: true,
          why: 'the sales representative of the document',
        },
        {
          candidate: '1',
          at: 'userMappings.users.dwhit',
          taken: true,
          why: 'the row of the user mappings for this name',
        },
      ],
    });
  });

  it('finds an agent of the same name without a mapping', async () => {
    expect((await find()).id).to.equal('1');
    expect((await find({}, { ...document, salesRepresentative: 'Dora Whit' })).reason?.from).to.equal(
      'match',
    );
  });

  it('stops at a mapping to nobody, or to two', async () => {
    expect((await find({ users: { dwhit: 'Nobody' } })).conflicts[0]?.message).to.contain('Nobody');
    const { conflicts } = await find({ users: { dwhit: 'Sam Poe' } });
    expect(conflicts[0]?.candidates.map(({ id }) => id)).to.deep.equal(['2', '3']);
  });

  it('takes who is logged in, else who prepared the document, when the policy says so', async () => {
    const users = { sam: '2', max: '3' };
    const loggedIn = await find({ users }, document, { LoggedInUserName: 'max' }, 'loggedInUser');
    expect(loggedIn.id).to.equal('3');
    expect((await find({ users }, document, {}, 'loggedInUser')).id).to.equal('2');
  });

  describe('for a user without an agent', () => {
    const unknown = { ...document, salesRepresentative: 'nobody' };

    it('leaves the owner to the PSA, with a warning', async () => {
      const owner = await find({}, unknown);
      expect(owner).to.deep.include({ matches: [], conflicts: [] }).and.not.to.have.property('id');
      expect(owner.warnings[0]?.message).to.contain('“nobody” is not mapped');
    });

    it('stops', async () => {
      expect((await find({ unmapped: 'stop' }, unknown)).conflicts).to.have.length(1);
    });

    it('stops when the fallback agent is to be used and none is set', async () => {
      const owner = await find({ unmapped: 'fallback' }, unknown);
      expect(owner.conflicts[0]?.about).to.equal('userMappings.fallbackAgent');
    });

    it('takes the fallback agent, with a warning', async () => {
      const owner = await find({ unmapped: 'fallback', fallbackAgent: 'Dora Whit' }, unknown);
      expect(owner.id).to.equal('1');
      expect(owner.warnings).to.have.length(1);
      const wrong = await find({ unmapped: 'fallback', fallbackAgent: 'Nobody' }, unknown);
      expect(wrong.conflicts[0]?.about).to.equal('userMappings.fallbackAgent');
    });

    it('does not choose between two agents of the same name', async () => {
      const owner = await find({}, { ...document, salesRepresentative: 'Sam Poe' });
      expect(owner.id).to.equal(undefined);
    });

    it('treats a document without an owner alike', async () => {
      const nobody = { ...document, salesRepresentative: '' };
      expect((await find({}, nobody)).warnings[0]?.message).to.contain('names nobody');
      expect((await find({ unmapped: 'stop' }, nobody)).conflicts).to.have.length(1);
    });
  });

  it('looks into a fresh list before it says that a mapped agent does not exist', async () => {
    const read = lookupReader({ 'old:agents': [], agents });
    const policy = samplePolicy({ userMappings: { users: { dwhit: 'Dora Whit' } } });
    expect((await resolveOwner(document, policy, sampleRules(policy, document), read)).id).to.equal('1');
  });
});
