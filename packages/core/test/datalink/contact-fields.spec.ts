import { expect } from 'chai';
import { contactFields, type ContactChoice, type ContactFields } from '../../src/datalink/contact-fields.js';
import { fillDocument } from '../../src/datalink/fill-document.js';
import type { FieldDescription } from '../../src/contract/field-port.js';
import type { Conflict } from '../../src/plan/plan.js';
import type { DataLinkRow } from '../../src/settings/push-policy.js';
import { errorOf } from '../fakes/error-of.js';
import { FakePsa } from '../fakes/fake-psa.js';
import { sampleDocument } from '../samples/sample-document.js';
import { samplePolicy } from '../samples/sample-policy.js';
import { connectionRules } from '../samples/sample-rules.js';

const text = (name: string): FieldDescription => ({
  name,
  label: name,
  type: 'text',
  custom: true,
  readable: true,
  writable: true,
  required: false,
});

describe('choosing a client or user for an address', () => {
  let psa: FakePsa;
  beforeEach(() => {
    psa = new FakePsa();
    psa.users[0] = { ...(psa.users[0] as FakePsa['users'][number]), title: 'Owner', phone: '555 0100' };
    Object.assign(psa.fieldLists, {
      users: [text('mobilenumber')],
      clients: [text('CFTerms'), { ...text('CFDiscount'), type: 'number' }],
    });
    psa.fieldValues.set('users u1', { mobilenumber: '555 0199' });
    psa.fieldValues.set('clients c1', { CFTerms: 'Net 30', CFDiscount: '12.50' });
  });

  function choose(choice: ContactChoice, rows: readonly DataLinkRow[] = []): Promise<ContactFields> {
    const clients = {
      ...psa.contactManager.clients,
      siteAddress: async (id: string) => ({
        lines: [`Street of ${id}`, '', 'Town'],
        postalCode: '12345',
        country: 'Germany',
      }),
    };
    const policy = samplePolicy({ dataLink: { rows } });
    return contactFields(
      { ...psa.contactManager, clients, fields: psa.fields },
      { policy, rules: connectionRules(policy) },
      choice,
      async (object) => ({ entries: psa.fieldLists[object] ?? [], fresh: true }),
      {},
    );
  }
  const valuesOf = ({ fields }: ContactFields): Record<string, string> =>
    Object.fromEntries(fields.map(({ field, value }) => [field, value]));

  it('fills the address with the user, its client and its site', async () => {
    expect(valuesOf(await choose({ as: 'shipTo', userId: 'u1' }))).to.deep.equal({
      ShipToCompany: 'Acme',
      ShipToContact: 'Ann Lee',
      ShipToTitle: 'Owner',
      ShipToPhone: '555 0100',
      ShipToEmail: 'ann@acme.example',
      ShipToCMAccountNo: 'u1',
      ShipToAddress1: 'Street of s1',
      ShipToCity: 'Town',
      ShipToPostalCode: '12345',
      ShipToAddress2: '',
      ShipToAddress3: '',
      ShipToState: '',
      ShipToCountry: 'Germany',
    });
  });

  it('fills it with a client alone, and with another site', async () => {
    expect(valuesOf(await choose({ as: 'billTo', clientId: 'c1', siteId: 's9' }))).to.deep.equal({
      BillToCompany: 'Acme',
      BillToCMAccountNo: 'c1',
      BillToAddress1: 'Street of s9',
      BillToCity: 'Town',
      BillToPostalCode: '12345',
      BillToContact: '',
      BillToTitle: '',
      BillToPhone: '',
      BillToEmail: '',
      BillToAddress2: '',
      BillToAddress3: '',
      BillToState: '',
      BillToCountry: 'Germany',
    });
  });

  it('puts the rows of DataLink over it, each with its row', async () => {
    const rows: DataLinkRow[] = [
      { on: 'address', object: 'users', from: 'mobilenumber', to: '***Phone' },
      { on: 'soldTo', object: 'clients', from: 'CFTerms', to: 'Terms' },
      { on: 'soldTo', object: 'clients', from: 'CFDiscount', to: 'CustomNumber02' },
      { on: 'billTo', object: 'clients', from: 'CFTerms', to: 'CustomText01' },
    ];
    const { fields } = await choose({ as: 'soldTo', userId: 'u1' }, rows);
    const byName = new Map(fields.map((entry) => [entry.field, entry]));
    expect(byName.get('SoldToPhone')).to.deep.equal({
      field: 'SoldToPhone',
      value: '555 0199',
      reason: { from: 'mapping', at: 'dataLink.rows.0', text: 'mobilenumber of users' },
    });
    expect(byName.get('Terms')?.value).to.equal('Net 30');
    expect(byName.get('CustomNumber02')?.value).to.equal('12.5');
    expect(byName.has('CustomText01')).to.equal(false);
    for (const { field, reason } of fields) expect(reason.text, field).to.not.equal('');
  });

  it('refuses rows that cannot work, all at once, before it reads anything', async () => {
    const error = await errorOf(() =>
      choose({ as: 'soldTo', userId: 'u1' }, [
        { on: 'soldTo', object: 'users', from: 'mobilenumbr', to: '***Phone' },
        { on: 'soldTo', object: 'clients', from: 'CFTerms', to: 'CustomNumber01' },
      ]),
    );
    expect(error.code).to.equal('settings.invalid');
    const faults = error.details.data as unknown as readonly Conflict[];
    expect(faults.map(({ about, next }) => `${about}: ${next}`)).to.deep.equal([
      'dataLink.rows.0.from: List the fields of users with: quotebridge datalink fields users',
      'dataLink.rows.1.to: Correct it: expected a field of type number.',
    ]);
    expect(faults[0]?.message).to.equal(
      'Row 1: users have no field “mobilenumbr”. Did you mean mobilenumber?',
    );
    expect(psa.fieldReads).to.deep.equal([]);
  });

  it('does not mind rows for saving, and reads no list for them', async () => {
    const asked: string[] = [];
    const rows: DataLinkRow[] = [
      { on: 'save', object: 'quotes', from: 'nosuch', to: 'nosuch' },
      { on: 'soldTo', object: 'users', from: 'mobilenumber', to: '***Phone' },
    ];
    const policy = samplePolicy({ dataLink: { rows } });
    const { fields } = await contactFields(
      { ...psa.contactManager, fields: psa.fields },
      { policy, rules: connectionRules(policy) },
      { as: 'soldTo', userId: 'u1' },
      async (object) => {
        asked.push(object);
        return { entries: psa.fieldLists[object] ?? [], fresh: true };
      },
      {},
    );
    expect(asked).to.deep.equal(['users']);
    expect(fields.find(({ field }) => field === 'SoldToPhone')?.reason.at).to.equal('dataLink.rows.1');
  });

  it('refuses a choice that means nobody', async () => {
    for (const choice of [{}, { userId: 'u9' }, { clientId: 'c9' }, { userId: 'u1', clientId: 'c9' }]) {
      expect((await errorOf(() => choose({ as: 'soldTo', ...choice }))).code).to.equal('usage');
    }
  });

  it('leaves nothing of the address that stood there before', async () => {
    const before = sampleDocument({
      fields: { ShipToState: 'CO', ShipToFax: '555 0111' },
      shipTo: { ...sampleDocument().shipTo, state: 'CO', address2: 'Floor 2', contact: 'Someone Else' },
    });
    const after = fillDocument(before, (await choose({ as: 'shipTo', clientId: 'c1' })).fields);
    expect(after.shipTo).to.deep.equal({
      ...{ company: 'Acme', contact: '', title: '', phone: '', email: '', contactManagerId: 'c1' },
      ...{ address1: 'Street of s1', address2: '', address3: '', city: 'Town', state: '' },
      ...{ postalCode: '12345', country: 'Germany' },
    });
    expect(after.fields['ShipToState']).to.equal('');
    expect(after.soldTo).to.deep.equal(before.soldTo);
  });

  it('a source of DataLink without a value takes nothing away', async () => {
    psa.fieldValues.set('users u1', { mobilenumber: '' });
    const rows: DataLinkRow[] = [
      { on: 'address', object: 'users', from: 'mobilenumber', to: '***Phone' },
      { on: 'soldTo', object: 'users', from: 'mobilenumber', to: 'CustomText01' },
    ];
    const values = valuesOf(await choose({ as: 'soldTo', userId: 'u1' }, rows));
    expect(values['SoldToPhone']).to.equal('555 0100');
    expect(values).not.to.have.property('CustomText01');
  });

  it('fills a new document and leaves the old one alone', async () => {
    const rows: DataLinkRow[] = [{ on: 'soldTo', object: 'clients', from: 'CFTerms', to: 'CustomText01' }];
    const before = sampleDocument({ fields: { customtext01: 'old', Other: 'stays' } });
    const { fields } = await choose({ as: 'soldTo', userId: 'u1', document: before }, rows);
    const after = fillDocument(before, [
      ...fields,
      { field: 'SoldToPONumber', value: 'PO-1' },
      { field: 'LocalTaxRate', value: '0.065' },
      { field: 'ClosingNotes', value: 'Thanks' },
    ]);
    expect(after.soldTo).to.deep.include({
      company: 'Acme',
      title: 'Owner',
      city: 'Town',
      contactManagerId: 'u1',
    });
    expect(after.fields).to.deep.include({ customtext01: 'Net 30', Other: 'stays', SoldToCity: 'Town' });
    expect(after).to.deep.include({ purchaseOrder: 'PO-1', tax: { mode: 'perLine', rate: '0.065' } });
    expect(after.notes.closing).to.equal('Thanks');
    expect(before.fields).to.deep.equal({ customtext01: 'old', Other: 'stays' });
    expect(before.soldTo.title).to.equal('');
  });
});
