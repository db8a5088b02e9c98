import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { InvalidSeedError, startSandbox, type SeedFile } from '../src/index.js';
import { list, rows, SandboxClient, type Json } from './support/sandbox-client.js';

async function withSandbox(
  options: Parameters<typeof SandboxClient.start>[0],
  use: (client: SandboxClient) => Promise<void>,
): Promise<void> {
  const client = await SandboxClient.start(options);
  try {
    await use(client);
  } finally {
    await client.close();
  }
}

describe('seed', () => {
  describe('of the built-in tenant', () => {
    let client: SandboxClient;
    let state: Json;
    const all = (collection: string): Json[] => state[collection] as unknown as Json[];
    const find = (collection: string, name: string): Json[] =>
      all(collection).filter((row) => String(row['name']) === name);

    before(async () => {
      client = await SandboxClient.start();
      state = (await client.get('/__sandbox/state')).body;
    });
    after(() => client.close());

    it('has the size of a real MSP', () => {
      expect(all('clients')).to.have.length(40);
      expect(all('users').filter(({ name }) => String(name) !== 'General User')).to.have.length(150);
      expect(all('agents')).to.have.length(12);
      expect(all('items')).to.have.length(600);
      expect(all('sites').length).to.be.greaterThan(40);
    });

    it('is the same every time', async () => {
      await withSandbox({}, async (other) => {
        expect((await other.get('/__sandbox/state')).body).to.deep.equal(state);
      });
    });

    it('has the cast', () => {
      for (const name of [
        'Acme Dental Group',
        'Riverside Law LLP',
        'Müller & Söhne GmbH',
        'Blue Heron Logistics',
        'Cedar Valley School District',
        'Harbor Family Clinic',
        'Summit Architects',
      ]) {
        expect(find('clients', name), name).to.have.length(1);
      }
      expect(find('clients', 'Evergreen Property')).to.have.length(2);
      const emails = all('users').map(({ emailaddress }) => String(emailaddress));
      expect(emails).to.include.members([
        'laura.chen@acmedental.example',
        'omar.haddad@acmedental.example',
        'patrick.oneill@riversidelaw.example',
        'juergen.mueller@mueller-soehne.example',
        'sandra.kim@blueheron.example',
        'robert.nguyen@cedarvalley.example',
        'aisha.bello@harborclinic.example',
        'chris.taylor@summitarch.example',
        'ctaylor2@summitarch.example',
        'ana@evergreen-north.example',
        'ben@evergreen-south.example',
      ]);
      expect(find('users', 'Chris Taylor')).to.have.length(2);
      expect(find('agents', 'Dana Whitfield')[0]).to.include({
        email: 'dana.whitfield@northwind-it.example',
      });
      expect(find('agents', 'API Quotebridge')[0]).to.include({ isapiagent: true });
      expect(find('agents', 'Unassigned')[0]).to.include({ id: 1 });
    });

    it('has the set-up that examples speak of', () => {
      const groups = all('productGroups').filter(({ showasitem }) => String(showasitem) === 'true');
      expect(groups.map(({ name }) => name)).to.deep.equal([
        'Hardware',
        'Software',
        'Services',
        'Labour',
        'Cloud Subscriptions',
        'Networking',
        'Cables and Accessories',
        'Freight',
        'Cost Items',
      ]);
      expect(all('taxes').map(({ name, value }) => [name, value])).to.deep.equal([
        ['No tax', 0],
        ['Sales tax 6.5', 6.5],
        ['GST', 5],
        ['PST', 7],
        ['VAT 19', 19],
      ]);
      expect(find('statuses', 'Won')).to.have.length(1);
      expect(find('statuses', 'Lost')).to.have.length(1);
    });

    it('has the products that examples speak of, with part numbers of their own', () => {
      const figures = (part: string) => {
        const item = all('items').find((row) => String(row['supplier_part_code']) === part);
        return [
          item?.['name'],
          item?.['assetgroup_name'],
          item?.['costprice'],
          item?.['baseprice'],
          item?.['item_default_billing_period'],
        ];
      };
      expect(figures('LAT-5550-I7')).to.deep.equal([
        'Dell Latitude 5550 i7 16GB 512GB',
        'Hardware',
        1120,
        1399,
        0,
      ]);
      expect(figures('CAT6-3M-BL')).to.deep.equal(['CAT6-3M-BL', 'Cables and Accessories', 2.15, 6.5, 0]);
      expect(figures('M365-BP')).to.deep.equal([
        'Microsoft 365 Business Premium',
        'Cloud Subscriptions',
        17.6,
        22,
        2,
      ]);
      expect(figures('EDR-1Y')).to.deep.equal([
        'Endpoint Detection and Response, yearly',
        'Software',
        42,
        66,
        3,
      ]);
      expect(new Set(all('items').map((row) => String(row['supplier_part_code']))).size).to.equal(600);
      const byNumber = all('items').filter(
        (row) => String(row['name']) === String(row['supplier_part_code']),
      ).length;
      expect(byNumber).to.be.within(40, 80);
    });

    it('refers only to records that exist', () => {
      const ids = (collection: string) => new Set(all(collection).map(({ id }) => Number(id)));
      const check = (collection: string, column: string, target: string) => {
        const known = ids(target);
        for (const row of all(collection))
          expect(known.has(Number(row[column])), `${collection} ${String(row['id'])}`).to.equal(true);
      };
      check('sites', 'client_id', 'clients');
      check('users', 'site_id', 'sites');
      check('opportunities', 'user_id', 'users');
      check('quotes', 'ticket_id', 'opportunities');
      check('items', 'assetgroup_id', 'productGroups');
      check('itemSuppliers', 'supplier_id', 'suppliers');
    });
  });

  it('can have a large catalogue that starts quickly and is searched quickly', async () => {
    const start = performance.now();
    await withSandbox({ items: 12_000 }, async (client) => {
      expect(performance.now() - start).to.be.lessThan(2000);
      const last = await client.get('/api/Item?pageinate=true&page_size=100&page_no=120');
      expect(last.body).to.include({ record_count: 12_000 });
      expect(rows(last, 'items')).to.have.length(100);
      expect(rows(await client.get('/api/Item?search=LAT-5550-I7'), 'items')).to.have.length(1);
    });
  });

  it('can be an object or a file, with the built-in set-up where it has none', async () => {
    const seed: SeedFile = {
      tenant: 'tiny',
      application: { clientId: 'me', clientSecret: 'hush', scopes: ['read:customers', 'read:items'] },
      clients: [{ id: 5, name: 'Only Client' }],
      sites: [{ id: 6, name: 'Main', client_id: 5 }],
      taxes: [{ id: 9, name: 'Own tax', value: 3 }],
    };
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-seed-'));
    const file = join(folder, 'seed.json');
    writeFileSync(file, JSON.stringify(seed));
    for (const source of [seed, file]) {
      await withSandbox({ seed: source }, async (client) => {
        expect(client.sandbox).to.include({ tenant: 'tiny', clientId: 'me', clientSecret: 'hush' });
        expect((await client.token()).body['error']).to.equal('invalid_scope');
        await client.login('read:customers read:items');
        expect(rows(await client.get('/api/Client'), 'clients').map(({ name }) => name)).to.deep.equal([
          'Only Client',
        ]);
        expect(rows(await client.get('/api/Item'), 'items')).to.deep.equal([]);
        expect(list(await client.get('/api/Tax'))).to.have.length(1);
        expect(list(await client.get('/api/Status')).length).to.be.greaterThan(5);
      });
    }
    rmSync(folder, { recursive: true });
  });

  it('is refused with every problem and its place', async () => {
    const wrong = {
      clints: [],
      clients: [{ id: 1, name: 'A' }, { id: 1, name: 'B' }, { name: 'C' }, 'D'],
      items: {},
      control: [],
    } as unknown as SeedFile;
    const error = await startSandbox({ seed: wrong }).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).to.be.instanceOf(InvalidSeedError);
    const places = (error as InvalidSeedError).problems.map((problem) => problem.split(':')[0]);
    expect(places).to.have.members([
      'clints',
      'clients[1].id',
      'clients[2].id',
      'clients[3]',
      'items',
      'control',
    ]);
  });

  it('is refused when it refers to nothing or cannot be read', async () => {
    const message = async (seed: SeedFile | string) =>
      startSandbox({ seed }).then(
        () => '',
        (reason: unknown) => String(reason),
      );
    expect(await message({ sites: [{ id: 1, name: 'S', client_id: 7 }] })).to.include(
      'sites[0].client_id: there is no 7 in clients',
    );
    expect(await message('/nowhere/seed.json')).to.include('cannot be read');
    expect(await message(new URL('../README.md', import.meta.url).pathname)).to.include('not valid JSON');
  });
});
