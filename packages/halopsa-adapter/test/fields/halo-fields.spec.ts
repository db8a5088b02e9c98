import { expect } from 'chai';
import type { FieldDescription } from '@quotebridge/core/plugin';
import { openSandbox, type OpenSandbox } from '../support/open-sandbox.js';
import { rejection } from '../support/rejection.js';

const clientFields = {
  CFAccountTier: 'Gold',
  CFIndustry: 'Dentistry',
  CFAnnualRevenue: '1250000.5',
  CFContractEnd: '2031-02-28',
  CFOnCreditHold: 'true',
  website: 'https://acme.example/ä',
  is_vip: 'true',
};

describe('fields for DataLink, against the sandbox', () => {
  let sandbox: OpenSandbox;
  beforeEach(async () => {
    sandbox = await openSandbox();
  });
  afterEach(() => sandbox.close());

  const described = async (
    object: 'users' | 'clients' | 'opportunities' | 'quotes' | 'lineItems',
  ): Promise<ReadonlyMap<string, FieldDescription>> =>
    new Map((await sandbox.manager.fields.list(object)).map((field) => [field.name, field]));

  it('are described with type, choices, length and whether they can be written', async () => {
    const fields = await described('clients');
    expect(fields.get('CFAccountTier')).to.deep.include({
      label: 'Account tier',
      type: 'choice',
      custom: true,
      choices: ['Bronze', 'Silver', 'Gold'],
    });
    const types = ['CFAnnualRevenue', 'CFContractEnd', 'CFOnCreditHold', 'CFSalesNotes'].map(
      (name) => fields.get(name)?.type,
    );
    expect(types).to.deep.equal(['number', 'date', 'boolean', 'text']);
    expect(fields.get('CFHealthScore')?.writable).to.equal(false);
    expect(fields.get('CFServices')?.writable).to.equal(false);
    expect(fields.get('name')).to.include({ readable: true, writable: false });
    expect((await described('opportunities')).get('CFTenderNumber')?.maximumLength).to.equal(20);
  });

  it('belong to one kind of record each', async () => {
    const own = {
      users: 'CFPreferredContactMethod',
      clients: 'CFAccountTier',
      opportunities: 'CFLeadSource',
      quotes: 'CFPaymentTerms',
      lineItems: 'CFServiceLevel',
    } as const;
    for (const object of Object.keys(own) as (keyof typeof own)[]) {
      const custom = [...(await described(object)).values()].filter((field) => field.custom);
      const names = custom.map(({ name }) => name);
      for (const [other, name] of Object.entries(own)) {
        expect(names.includes(name), `${name} of ${object}`).to.equal(other === object);
      }
      expect(custom.find(({ name }) => name === own[object])?.choices).to.have.length.above(1);
    }
  });

  it('that a ticket type demands say so, unless something else fills them', async () => {
    expect((await described('opportunities')).get('CFTenderNumber')?.required).to.deep.equal(['37']);
    expect((await described('opportunities')).get('CFLeadSource')?.required).to.equal(false);
    for (const halopsa of [
      { skipMandatoryFieldChecks: true },
      { newOpportunityCustomFields: [{ name: 'cftendernumber', value: 'x' }] },
    ]) {
      const fields = await sandbox.managerWith(halopsa).fields.list('opportunities');
      expect(fields.find(({ name }) => name === 'CFTenderNumber')?.required).to.equal(false);
    }
  });

  for (const customFieldValueShape of ['asSent', 'text', 'typed'] as const) {
    it(`of a client come back as written where HaloPSA keeps values ${customFieldValueShape}`, async () => {
      const own = await openSandbox({ switches: { customFieldValueShape } });
      const { fields } = own.manager;
      await fields.write('clients', '101', clientFields);
      expect(await fields.read('clients', '101', Object.keys(clientFields))).to.deep.equal(clientFields);
      await own.close();
    });
  }

  it('are written in one request once they are known, and leave the others alone', async () => {
    await sandbox.manager.fields.write('users', '301', { CFSeatCount: '12', title: 'Owner' });
    const { calls } = await sandbox.counting(() =>
      sandbox.manager.fields.write('users', '301', { CFPreferredContactMethod: 'Phone' }),
    );
    expect(calls.map(({ method }) => method)).to.deep.equal(['POST']);
    const names = ['CFSeatCount', 'title', 'CFPreferredContactMethod', 'emailaddress'];
    expect(await sandbox.manager.fields.read('users', '301', names)).to.deep.equal({
      CFSeatCount: '12',
      title: 'Owner',
      CFPreferredContactMethod: 'Phone',
      emailaddress: 'laura.chen@acmedental.example',
    });
  });

  it('that do not exist, cannot be written or cannot hold the value are refused before a write', async () => {
    const before = sandbox.http.requests.filter(({ effect }) => effect === 'write').length;
    for (const [values, expected] of [
      [{ CFNothing: 'x' }, 'a field of clients'],
      [{ name: 'x' }, 'only be read'],
      [{ CFHealthScore: '5' }, 'may be written'],
      [{ CFAccountTier: 'Platinum' }, 'one of Bronze, Silver, Gold'],
      [{ CFContractEnd: '28.02.2031' }, 'a date'],
      [{ CFOnCreditHold: 'yes' }, 'true or false'],
      [{ CFAnnualRevenue: 'much' }, 'a number'],
    ] as const) {
      const error = await rejection(
        sandbox.manager.fields.write('clients', '101', values),
        'remote.rejected',
      );
      expect(error.details.faults?.[0]?.expected).to.contain(expected);
    }
    expect(sandbox.http.requests.filter(({ effect }) => effect === 'write')).to.have.length(before);
  });

  it('and choices that people added since are found', async () => {
    await sandbox.manager.fields.write('clients', '101', { CFAccountTier: 'Gold' });
    const field = await sandbox.person('GET', 'FieldInfo/181?includedetails=true');
    await sandbox.person('POST', 'FieldInfo', [
      { ...field, values: [...(field['values'] as object[]), { id: 9, name: 'Platinum' }] },
    ]);
    await sandbox.manager.fields.write('clients', '101', { CFAccountTier: 'platinum' });
    expect(await sandbox.manager.fields.read('clients', '101', ['CFAccountTier'])).to.deep.equal({
      CFAccountTier: 'Platinum',
    });
  });

  it('of another server that the connection is pointed at are listed anew', async () => {
    const option = { id: 7, name: 'Gold' };
    const definition = { id: 181, name: 'CFAccountTier', label: 'Tier', type: 2, entity: 'client' };
    const customFields = [{ ...definition, options: [option] }];
    const other = await openSandbox({
      seed: {
        customFields,
        clients: [{ id: 101, name: 'Acme' }],
        sites: [{ id: 5, name: 'Main', client_id: 101 }],
      },
    });
    await sandbox.manager.fields.write('clients', '101', { CFAccountTier: 'Gold' });
    const moved = other.managerWith({}, {}, {}, sandbox.cache);
    await moved.fields.write('clients', '101', { CFAccountTier: 'Gold' });
    const { customfields } = await other.person('GET', 'Client/101?includedetails=true');
    await other.close();
    expect((customfields as readonly { value: unknown }[]).map(({ value }) => value)).to.deep.equal([7]);
  });
});
