import { expect } from 'chai';
import { openSandbox, type OpenSandbox } from '../support/open-sandbox.js';

describe('clients and users, against the sandbox', () => {
  const clients = [
    ...Array.from({ length: 130 }, (_, index) => ({
      id: 1001 + index,
      name: `Client ${index}`,
      inactive: false,
    })),
    { id: 2001, name: 'Müller Söhne', inactive: false },
    { id: 2002, name: 'Old Client', inactive: true },
  ];
  const sites = clients.map(({ id }) => ({ id: id + 10_000, name: 'Main', client_id: id }));
  const user = (id: number, clientId: number, name: string, emailaddress: string): { id: number } => {
    const site = { site_id: clientId + 10_000, client_id: clientId };
    return { id, name, emailaddress, inactive: false, ...site } as { id: number };
  };
  const users = [
    user(1, 1001, 'General User', ''),
    user(2, 1001, 'Ann Lee', 'ann@client0.example'),
    user(3, 1001, 'Bob Stone', 'anna.b@client0.example'),
    user(4, 1002, 'Ann Other', 'ann@client1.example'),
  ];

  for (const clientSearchIgnored of [true, false]) {
    describe(`search of clients ${clientSearchIgnored ? 'ignored' : 'honoured'} by the server`, () => {
      let sandbox: OpenSandbox;
      before(async () => {
        sandbox = await openSandbox({ seed: { clients, sites, users }, switches: { clientSearchIgnored } });
      });
      after(() => sandbox.close());

      it('finds the clients whose name contains the text, and no others', async () => {
        const many = await sandbox.manager.clients.search({ text: ' client 12 ' });
        expect(many.map(({ name }) => name)).to.include.members(['Client 12', 'Client 120', 'Client 129']);
        expect(many).to.have.length(11);
      });
    });
  }

  describe('with a tenant of 132 clients', () => {
    let sandbox: OpenSandbox;
    before(async () => {
      sandbox = await openSandbox({ seed: { clients, sites, users } });
    });
    after(() => sandbox.close());

    it('reads as many pages as the limit takes', async () => {
      const few = await sandbox.counting(() => sandbox.manager.clients.search({ text: '' }));
      expect(few.value).to.have.length(50);
      expect(few.calls).to.have.length(1);
      const all = await sandbox.counting(() => sandbox.manager.clients.search({ text: '', limit: 1000 }));
      expect(all.value).to.have.length(131);
      expect(new Set(all.value.map(({ id }) => id))).to.have.property('size', 131);
      expect(all.calls).to.have.length(2);
    });

    it('shows inactive clients only when asked', async () => {
      expect(await sandbox.manager.clients.search({ text: 'old' })).to.deep.equal([]);
      const [old] = await sandbox.manager.clients.search({ text: 'old', includeInactive: true });
      expect(old).to.include({ id: '2002', inactive: true });
    });

    it('gets a client by id, with a link, and undefined for an unknown one', async () => {
      const client = await sandbox.manager.clients.get('2001');
      expect(client).to.include({ id: '2001', name: 'Müller Söhne' });
      expect(client?.url).to.match(/^http.*2001$/);
      expect(await sandbox.manager.clients.get('999999')).to.equal(undefined);
      expect(await sandbox.manager.clients.get('no-id')).to.equal(undefined);
    });

    it('searches users by name and e-mail within a client, without placeholders', async () => {
      const search = async (text: string, clientId?: string): Promise<string[]> =>
        (await sandbox.manager.users.search({ text, ...(clientId === undefined ? {} : { clientId }) })).map(
          ({ name }) => name,
        );
      expect(await search('ANN', '1001')).to.have.members(['Ann Lee', 'Bob Stone']);
      expect(await search('ann')).to.have.members(['Ann Lee', 'Bob Stone', 'Ann Other']);
      expect(await search('', '1001')).not.to.include('General User');
    });

    it('gets a user with client and site', async () => {
      expect(await sandbox.manager.users.get('2')).to.include({
        id: '2',
        email: 'ann@client0.example',
        clientId: '1001',
        siteId: '11001',
        siteName: 'Main',
      });
      expect(await sandbox.manager.users.get('999999')).to.equal(undefined);
    });
  });

  for (const siteAddressForm of ['both', 'flat'] as const) {
    it(`the address of a site is read line by line, shown ${siteAddressForm}`, async () => {
      const address = { line1: '1 Main St', line2: '', line3: 'Springfield', line4: '', postcode: '01101' };
      const sandbox = await openSandbox({
        seed: {
          clients,
          sites: [
            { id: 11_001, name: 'Main', client_id: 1001, delivery_address: address },
            { id: 11_002, name: 'Nord', client_id: 1001, delivery_address: address, country_code: 'DE' },
          ],
          users: [],
        },
        switches: { siteAddressForm },
      });
      expect(await sandbox.manager.clients.siteAddress('11001')).to.deep.equal({
        lines: ['1 Main St', '', 'Springfield'],
        postalCode: '01101',
      });
      expect(await sandbox.manager.clients.siteAddress('11002')).to.include({ country: 'Germany' });
      expect(await sandbox.manager.clients.siteAddress('999999')).to.equal(undefined);
      await sandbox.close();
    });
  }
});
