import { expect } from 'chai';
import { wellKnownLookups } from '@quotebridge/core/plugin';
import { fileOf } from '../support/file-of.js';
import { openSandbox, type OpenSandbox } from '../support/open-sandbox.js';
import { rejection } from '../support/rejection.js';

describe('attachments and lookups, against the sandbox', () => {
  let sandbox: OpenSandbox;
  before(async () => {
    sandbox = await openSandbox({ switches: { maxAttachmentBytes: 1_000_000 } });
  });
  after(() => sandbox.close());

  it('a file is stored whole, with its marker, in one request', async () => {
    const fields = { title: 'With files', clientId: '101', siteId: '201', ticketTypeId: '33' };
    const { id } = await sandbox.manager.opportunities.create(fields, { key: 'quotebridge:F' });
    const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 31) % 256);
    const file = fileOf('Angebot Müller.pdf', bytes);
    const marker = { key: 'quotebridge:F:1' };
    const { value, calls } = await sandbox.counting(() =>
      sandbox.manager.attachments.upload(id, file, marker),
    );
    expect(value).to.include({ name: file.name, size: 70_000, marker: marker.key });
    expect(calls).to.have.length(1);
    expect(await sandbox.manager.attachments.list(id)).to.deep.equal([value]);
    expect(await sandbox.manager.attachments.list('5001')).not.to.deep.include(value);
  });

  it('a file that is too large is refused', async () => {
    const file = fileOf('big.bin', new Uint8Array(1_000_001));
    await rejection(
      sandbox.manager.attachments.upload('5001', file, { key: 'quotebridge:big' }),
      'remote.rejected',
    );
  });

  it('every list that core knows has entries with ids and names, in one request each', async () => {
    expect(sandbox.manager.lookups.names).to.include.members([...wellKnownLookups]);
    for (const name of sandbox.manager.lookups.names) {
      const { value: entries, calls } = await sandbox.counting(() => sandbox.manager.lookups.list(name));
      expect(calls, name).to.have.length(1);
      expect(entries.length, name).to.be.above(0);
      for (const entry of entries)
        expect(
          [entry.id, entry.name].every((text) => text !== ''),
          name,
        ).to.equal(true);
    }
  });

  it('taxes state their rate, agents their address, product groups hold items', async () => {
    const taxes = await sandbox.manager.lookups.list('taxes');
    expect(taxes.find(({ id }) => id === '2')?.detail).to.deep.include({ percent: '6.5' });
    const agents = await sandbox.manager.lookups.list('agents');
    expect(agents.find(({ id }) => id === '3')?.detail?.['email']).to.contain('@');
    const groups = await sandbox.manager.lookups.list('productGroups');
    expect(groups.map(({ name }) => name))
      .to.include('Hardware')
      .and.not.to.include('Workstations');
  });

  it('an unknown list is refused', async () => {
    for (const name of ['colours', 'constructor'])
      await rejection(sandbox.manager.lookups.list(name), 'remote.rejected');
  });
});
