import { expect } from 'chai';
import { formerOwners } from '../../src/plan/former-owners.js';
import type { Operation } from '../../src/plan/operation.js';

describe('owners that records are taken from', () => {
  let reads = 0;
  const read = async (): Promise<{ entries: { id: string; name: string }[]; fresh: boolean }> => {
    reads += 1;
    return {
      entries: [
        { id: '4', name: 'Bob Ray' },
        { id: '9', name: 'Grace Liu' },
      ],
      fresh: false,
    };
  };
  const update = (before: object, wanted: object): Operation =>
    ({ kind: 'opportunity', action: 'update', before, wanted, reasons: {} }) as unknown as Operation;
  beforeEach(() => {
    reads = 0;
  });

  it('are known by name, as the new ones are', async () => {
    const owners = await formerOwners([update({ ownerId: '4' }, { ownerId: '9' })], read);
    expect(owners.map(({ kind, id, name }) => ({ kind, id, name }))).to.deep.equal([
      { kind: 'owner', id: '4', name: 'Bob Ray' },
    ]);
  });

  it('cost nothing where no owner changes, and are left out where no list knows them', async () => {
    expect(await formerOwners([update({ title: 'A' }, { title: 'B' })], read)).to.deep.equal([]);
    expect(reads).to.equal(0);
    expect(await formerOwners([update({ ownerId: '77' }, { ownerId: '9' })], read)).to.deep.equal([]);
    expect(await formerOwners([update({ ownerId: null }, { ownerId: '9' })], read)).to.deep.equal([]);
  });
});
