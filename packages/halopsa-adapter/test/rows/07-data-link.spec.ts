import { expect } from 'chai';
import {
  fillDocument,
  isQuotebridgeError,
  type ContactFields,
  type JsonObject,
  type QuoteDocument,
  type QuotebridgeError,
} from '@quotebridge/core';
import type { Row } from '../engine/tenant.js';
import { refusalOf } from './refusal-of.js';
import { rowLine } from './row-document.js';
import { RowTenant } from './row-tenant.js';

const save = (object: string, from: string, to: string): JsonObject => ({ on: 'save', object, from, to });
const choose = (on: string, object: string, from: string, to: string): JsonObject => ({
  on,
  object,
  from,
  to,
});

describe("DataLink for Users, Clients, Opportunities, Quotes and LineItems, custom fields included: on choosing sold-to, ship-to or bill-to it fills document fields (`***Field` means the address being filled); on sending it writes document fields to the PSA. Typed; several sources for one target apply in order, last with a value wins; an empty source does not overwrite; each row checked against the tenant's fields before a push", () => {
  let row: RowTenant;
  let laura: Row;
  let acme: Row;

  before(async () => {
    row = await RowTenant.start();
    const chosen = await choosing('soldTo', [], { contactOf: 'laura.chen@acmedental.example' });
    laura = await row.tenant.record('Users', Number(chosen.user?.id));
    acme = await row.tenant.record('Client', Number(chosen.client?.id));
  });
  after(() => row[Symbol.asyncDispose]());
  beforeEach(() => row.reset());

  function settings(rows: readonly JsonObject[]): JsonObject {
    return row.settings({ dataLink: { rows: [...rows] } });
  }

  function choosing(
    as: ContactFields['as'],
    rows: readonly JsonObject[],
    whom: { readonly contactOf?: string; readonly clientId?: string } = {},
  ): Promise<ContactFields> {
    return row.tenant.connect(
      row.state,
      async (connection) => {
        const email = whom.contactOf ?? 'laura.chen@acmedental.example';
        const [user] = await connection.contactManager.users.search({ text: email });
        return connection.contactFields({
          as,
          ...(whom.clientId === undefined ? { userId: user?.id ?? '' } : { clientId: whom.clientId }),
        });
      },
      settings(rows),
    );
  }

  function filled({ fields }: ContactFields): Record<string, string> {
    return Object.fromEntries(fields.map(({ field, value }) => [field, value]));
  }

  const line = rowLine({ key: 'a', manufacturerPartNumber: 'U2724D', vendor: 'Ingram Micro' });
  function document(fields: Record<string, string> = {}, over: Partial<QuoteDocument> = {}): QuoteDocument {
    return row.document([line], { fields, ...over });
  }

  describe('on choosing an address', () => {
    it('fills company, contact, address and the ids of the record', async () => {
      const fields = filled(await choosing('shipTo', []));
      expect(fields).to.include({
        ShipToCompany: 'Acme Dental Group',
        ShipToContact: 'Laura Chen',
        ShipToEmail: 'laura.chen@acmedental.example',
        ShipToCMAccountNo: String(laura['id']),
      });
      expect(Object.keys(fields)).to.include.members(['ShipToAddress1', 'ShipToPostalCode']);
      expect(Object.keys(fields).filter((name) => !name.startsWith('ShipTo'))).to.deep.equal([]);
    });

    it('fills further fields of the document from users and clients, custom fields included', async () => {
      await row.tenant.edit('Users', {
        id: laura['id'] as number,
        customfields: [{ name: 'CFDecisionRole', value: 'Decides' }],
      });
      await row.tenant.edit('Client', {
        id: acme['id'] as number,
        customfields: [
          { name: 'CFIndustry', value: 'Dentistry' },
          { name: 'CFAnnualRevenue', value: 1200000.5 },
        ],
      });
      const result = await choosing('soldTo', [
        choose('soldTo', 'users', 'CFDecisionRole', 'CustomText01'),
        choose('soldTo', 'clients', 'CFIndustry', 'CustomText02'),
        choose('soldTo', 'clients', 'CFAnnualRevenue', 'CustomNumber01'),
        choose('billTo', 'clients', 'CFIndustry', 'CustomText03'),
      ]);
      expect(filled(result)).to.include({
        CustomText01: 'Decides',
        CustomText02: 'Dentistry',
        CustomNumber01: '1200000.5',
      });
      expect(filled(result)).to.not.have.property('CustomText03');
      const reason = result.fields.find(({ field }) => field === 'CustomText02')?.reason;
      expect(reason).to.deep.equal({ from: 'mapping', at: 'dataLink.rows.1', text: 'CFIndustry of clients' });
    });

    it('means the address that is chosen by ***', async () => {
      await row.tenant.edit('Users', { id: laura['id'] as number, mobilenumber: '(970) 555-0777' });
      const rows = [choose('address', 'users', 'mobilenumber', '***Phone')];
      for (const [as, field] of [
        ['soldTo', 'SoldToPhone'],
        ['shipTo', 'ShipToPhone'],
        ['billTo', 'BillToPhone'],
      ] as const) {
        expect(filled(await choosing(as, rows))[field], as).to.equal('(970) 555-0777');
      }
    });

    it('takes the last source with a value', async () => {
      await row.tenant.edit('Users', {
        id: laura['id'] as number,
        mobilenumber: '1',
        fax: '2',
        homenumber: '',
      });
      const rows = ['mobilenumber', 'fax', 'homenumber'].map((from) =>
        choose('soldTo', 'users', from, '***Phone'),
      );
      expect(filled(await choosing('soldTo', rows))['SoldToPhone']).to.equal('2');
    });

    it('gives a document that is pushed to exactly that user, even where the names mean two', async () => {
      const chosen = await choosing('soldTo', [], { contactOf: 'ctaylor2@summitarch.example' });
      const nobody = { ...document().soldTo, company: '', contact: '', email: '' };
      const fields = chosen.fields.filter(({ field }) => field !== 'SoldToEmail');
      const filledIn = fillDocument(document({}, { soldTo: nobody }), fields);
      const result = await row.push(filledIn);
      expect(await row.opportunity(result)).to.include({ user_id: Number(chosen.user?.id) });

      const withoutId = { ...filledIn, number: 'ROW2', soldTo: { ...filledIn.soldTo, contactManagerId: '' } };
      const [conflict] = await refusalOf(() => row.push(withoutId));
      expect(conflict).to.include({ about: 'user' });
    });

    it('asks a person when the id belongs to somebody else than the document is addressed to', async () => {
      const other = {
        ...document().soldTo,
        contactManagerId: String(laura['id']),
        company: 'Riverside Law LLP',
        email: '',
      };
      const [conflict] = await refusalOf(() => row.push(document({}, { soldTo: other })));
      expect(conflict?.message).to.contain('Laura Chen').and.to.contain('Riverside Law LLP');
    });
  });

  describe('on sending', () => {
    const rows = [
      save('opportunities', 'DocNo', 'CFQuoteReference'),
      save('opportunities', 'CustomText01', 'CFLeadSource'),
      save('opportunities', 'CustomNumber01', 'CFBudget'),
      save('opportunities', 'CustomDate01', 'CFDecisionDate'),
      save('quotes', 'CustomText02', 'CFPaymentTerms'),
      save('lineItems', 'Vendor', 'CFLineReference'),
      save('clients', 'CustomText03', 'CFIndustry'),
      save('users', 'SoldToTitle', 'CFDecisionRole'),
    ];
    const values = {
      CustomText01: 'website',
      CustomText02: 'Net 30',
      CustomText03: 'Dentistry',
      CustomNumber01: '12,500.50',
      CustomDate01: '12/24/2026',
    };
    const dataLink = { dataLink: { rows } };

    function custom(record: Row, name: string): unknown {
      const fields = record['customfields'] as
        readonly { name: string; value: unknown; display?: string }[] | undefined;
      return fields?.find((field) => field.name === name)?.display;
    }
    async function shown(result: Awaited<ReturnType<RowTenant['push']>>): Promise<Record<string, unknown>> {
      const opportunity = await row.tenant.record('Opportunities', Number(result.opportunity?.id));
      const quote = await row.tenant.record('Quotation', Number(result.quote?.id));
      const [stored] = quote['lines'] as readonly Row[];
      const client = await row.tenant.record('Client', Number(acme['id']));
      const user = await row.tenant.record('Users', Number(laura['id']));
      return {
        reference: custom(opportunity, 'CFQuoteReference'),
        source: custom(opportunity, 'CFLeadSource'),
        budget: Number(String(custom(opportunity, 'CFBudget')).replace(/[^\d.]/g, '')),
        decision: custom(opportunity, 'CFDecisionDate'),
        terms: custom(quote, 'CFPaymentTerms'),
        vendor: custom(stored ?? {}, 'CFLineReference'),
        industry: custom(client, 'CFIndustry'),
        role: custom(user, 'CFDecisionRole'),
      };
    }

    it('writes document fields into users, clients, opportunities, quotes and lines', async () => {
      const result = await row.push(document(values), dataLink);
      expect(await shown(result)).to.deep.equal({
        reference: 'ROW1',
        source: 'Website',
        budget: 12500.5,
        decision: '12/24/2026',
        terms: 'Net 30',
        vendor: 'Ingram Micro',
        industry: 'Dentistry',
        role: 'Practice Manager',
      });
    });

    it('writes fields of HaloPSA itself as it does custom ones', async () => {
      const fields = {
        CustomText01: 'https://acme.example',
        CustomText02: 'Rollout',
        CustomDate01: '12/24/2026',
      };
      const result = await row.push(document(fields), {
        dataLink: {
          rows: [
            save('clients', 'CustomText01', 'website'),
            save('users', 'CustomText02', 'department'),
            save('opportunities', 'CustomText02', 'oppcompetitors'),
            save('opportunities', 'CustomDate01', 'followupdate'),
            save('quotes', 'CustomText02', 'scope'),
            save('lineItems', 'Vendor', 'nominal_code'),
          ],
        },
      });
      expect(await row.tenant.record('Client', Number(acme['id']))).to.include({
        website: fields.CustomText01,
      });
      expect(await row.tenant.record('Users', Number(laura['id']))).to.include({ department: 'Rollout' });
      const opportunity = await row.opportunity(result);
      expect(opportunity).to.include({ oppcompetitors: 'Rollout' });
      expect(String(opportunity['followupdate'])).to.match(/^2026-12-24/);
      const quote = await row.quote(result);
      expect(quote).to.include({ scope: 'Rollout' });
      expect(quote.lines[0]).to.include({ nominal_code: 'Ingram Micro' });
    });

    it('costs one request when nothing has changed, and writes nothing', async () => {
      await row.push(document(values), dataLink);
      await row.tenant.forgetRequests();
      expect((await row.push(document(values), dataLink)).status).to.equal('unchanged');
      expect(await row.tenant.requests()).to.have.length(1);
    });

    it('costs no more requests on opportunity, quote and lines than without it', async () => {
      const own = { dataLink: { rows: rows.slice(0, 6) } };
      const [first, changed] = [document(values), document({ ...values, CustomText01: 'Referral' })];
      await row.push(first, own);
      await row.tenant.forgetRequests();
      await row.push(changed, own);
      expect((await row.tenant.requests()).length).to.be.at.most(4);
    });

    it('adds at most a read and a write for the client, and the same for the user', async () => {
      const { title: _, ...rest } = document().soldTo;
      const titled = (title: string): Partial<QuoteDocument> => ({ soldTo: { ...rest, title } });
      await row.push(document(values, titled('Owner')), dataLink);
      await row.tenant.forgetRequests();
      await row.push(document({ ...values, CustomText03: 'Teeth' }), dataLink);
      const people = (await row.tenant.requests()).filter(({ path }) => /\/(Client|Users)(\/|$)/.test(path));
      expect(people.filter(({ path, write }) => write && path.endsWith('/Client'))).to.have.length(1);
      expect(people.filter(({ path, write }) => write && path.endsWith('/Users'))).to.have.length(1);
      // Another sold-to address is looked up once more.
      expect(people.filter(({ write }) => !write).length).to.be.at.most(3);
    });

    it('takes the last source with a value, and lets an empty one overwrite nothing', async () => {
      const used = {
        dataLink: {
          rows: ['CustomText01', 'CustomText02'].map((from) =>
            save('opportunities', from, 'CFQuoteReference'),
          ),
        },
      };
      const texts = async (fields: Record<string, string>): Promise<unknown> => {
        const { opportunity } = await row.push(document(fields), used);
        return custom(await row.tenant.record('Opportunities', Number(opportunity?.id)), 'CFQuoteReference');
      };
      expect(await texts({ CustomText01: 'one', CustomText02: 'two' })).to.equal('two');
      expect(await texts({ CustomText01: 'one more', CustomText02: '' })).to.equal('one more');
      expect(await texts({ CustomText01: '', CustomText02: '' })).to.equal('one more');
    });

    it('leaves what a person changed in HaloPSA, and says so', async () => {
      const result = await row.push(document(values), dataLink);
      await row.tenant.edit('Opportunities', {
        id: Number(result.opportunity?.id),
        customfields: [{ name: 'CFQuoteReference', value: 'by hand' }],
      });
      await row.tenant.edit('Client', {
        id: Number(acme['id']),
        customfields: [{ name: 'CFIndustry', value: 'Health' }],
      });
      const again = await row.push(
        document({ ...values, CustomText03: 'Teeth' }, { name: 'Renamed' }),
        dataLink,
      );
      expect(await shown(again)).to.include({ reference: 'by hand', industry: 'Health', source: 'Website' });
      expect(again.issues.map(({ message }) => message).join('\n'))
        .to.contain('CFQuoteReference')
        .and.to.contain('CFIndustry');
    });

    it('checks each row against the tenant’s fields and types, all at once, before anything is written', async () => {
      const wrong = [
        save('opportunities', 'DocNo', 'CFQuoteReferenc'),
        save('opportunities', 'CustomText01', 'CFBudget'),
        save('opportunities', 'CustomNumber01', 'CFQuoteReference'),
        save('quotes', 'NoSuchColumn', 'CFPaymentTerms'),
        save('lineItems', 'CustomText01', 'CFWarrantyMonths'),
        save('clients', 'CustomNumber01', 'CFHealthScore'),
        choose('soldTo', 'clients', 'CFIndustry', 'CustomNumber01'),
        choose('soldTo', 'users', 'nosuch', '***Phone'),
      ];
      const error = await refused(() => row.push(document(values), { dataLink: { rows: wrong } }));
      const abouts = (error.details.data as readonly { about: string }[]).map(({ about }) => about);
      expect(abouts).to.deep.equal([
        'dataLink.rows.0.to',
        'dataLink.rows.1.to',
        'dataLink.rows.2.to',
        'dataLink.rows.3.from',
        'dataLink.rows.4.to',
        'dataLink.rows.5.to',
        'dataLink.rows.6.to',
        'dataLink.rows.7.from',
      ]);
      expect((await row.tenant.requests()).filter(({ write }) => write)).to.deep.equal([]);
    });

    it('refuses a value that its field does not take', async () => {
      const error = await refused(() => row.push(document({ ...values, CustomText01: 'Radio' }), dataLink));
      expect(error.message).to.contain('Radio').and.to.contain('Referral, Website, Existing customer');
    });
  });

  it('lists the fields that rows may name, by label and type', async () => {
    const lists = await row.tenant.connect(row.state, async (connection) => ({
      opportunities: await connection.dataLinkFields('opportunities'),
      lineItems: await connection.dataLinkFields('lineItems'),
    }));
    expect(lists.opportunities.find(({ name }) => name === 'CFLeadSource')).to.deep.include({
      label: 'Lead source',
      type: 'choice',
      choices: ['Referral', 'Website', 'Existing customer'],
    });
    expect(lists.lineItems.map(({ name }) => name)).to.include('CFLineReference');
  });
});

async function refused(work: () => Promise<unknown>): Promise<QuotebridgeError> {
  try {
    await work();
  } catch (error) {
    if (isQuotebridgeError(error)) return error;
    throw error;
  }
  throw new Error('It went through.');
}
