import { expect } from 'chai';
import { list, rows, SandboxClient, type Answer, type Json } from './support/sandbox-client.js';
import { acme, newOpportunity } from './support/seeded.js';

describe('custom fields', () => {
  let client: SandboxClient;

  before(async () => {
    client = await SandboxClient.start({ rateLimit: false });
  });
  beforeEach(() => client.post('/__sandbox/reset', {}));
  after(() => client.close());

  const named = (fields: Json[], name: string): Json | undefined =>
    fields.find((field) => String(field['name']) === name);
  const fieldsOf = (record: Json | undefined): Json[] => record?.['customfields'] as unknown as Json[];
  const paths = {
    client: `/api/Client/${acme.client}`,
    user: `/api/Users/${acme.laura}`,
    site: `/api/Site/${acme.site}`,
    opportunity: '/api/Opportunities/5001',
    quote: '/api/Quotation/7001',
  } as const;
  type Kind = keyof typeof paths;
  const write = (kind: Kind, values: Readonly<Record<string, unknown>>): Promise<Answer> => {
    const [, path = '', id = ''] = /^(.*)\/(\d+)$/.exec(paths[kind]) ?? [];
    const customfields = Object.entries(values).map(([name, value]) => ({ name, value }));
    return client.post(path, [{ id: Number(id), customfields }]);
  };
  const read = async (kind: Kind, name: string): Promise<Json | undefined> =>
    named(fieldsOf((await client.get(`${paths[kind]}?includedetails=true`)).body), name);

  describe('are described by GET /FieldInfo', () => {
    const listFields = async (query = ''): Promise<Json[]> =>
      list(await client.get(`/api/FieldInfo${query}`));

    it('as a bare array with system fields, which iscustomfieldsetup leaves out', async () => {
      const everything = await listFields();
      expect(named(everything, 'Summary')).to.include({ custom: 0, usage: 1 });
      const custom = await listFields('?iscustomfieldsetup=true');
      expect(custom).to.have.length(everything.length - 3);
      for (const { name, custom: isCustom } of custom) {
        expect(String(name)).to.match(/^CF/);
        expect(isCustom).to.equal(1);
      }
    });

    it('or as an object, when switched so', async () => {
      await client.switch({ fieldInfoList: 'envelope' });
      const listed = await client.get('/api/FieldInfo?typeid=2&includevalues=true');
      expect(listed.body['record_count']).to.equal(rows(listed, 'fields').length);
      expect(named(rows(listed, 'fields'), 'CFAccountTier')).to.include({ id: 181 });
      await client.switch({ fieldInfoList: 'array' });
    });

    it('with their kind of record in usage, which typeid asks for', async () => {
      const ofClients = await listFields('?typeid=2');
      expect(ofClients.map(({ name }) => String(name))).to.include.members([
        'CFAccountTier',
        'CFContractEnd',
      ]);
      expect(new Set(ofClients.map(({ usage }) => Number(usage)))).to.deep.equal(new Set([2]));
      expect(named(await listFields('?typeid=1'), 'CFLeadSource')).to.include({ usage: 1, extratype: 1 });
      expect(await listFields('?typeid=999')).to.deep.equal([]);
    });

    it('with type, input type, limit and flags, without what the schema does not have', async () => {
      const fields = await listFields('?iscustomfieldsetup=true');
      expect(named(fields, 'CFBudget')).to.include({
        type: 0,
        inputtype: 2,
        label: 'Budget',
        readonly: false,
      });
      expect(named(fields, 'CFRequirements')).to.include({ type: 1, characterlimit: 2000 });
      expect(named(fields, 'CFLastContacted')).to.include({ type: 4, inputtype: 1 });
      expect(named(fields, 'CFHealthScore')).to.include({ readonly: true, mandatory: false });
      for (const field of fields) expect(field).to.not.have.any.keys('entity', 'options');
    });

    it('with the options of selections only on request', async () => {
      const options = [
        [1, 'Bronze'],
        [2, 'Silver'],
        [3, 'Gold'],
      ];
      const shown = (field: Json | undefined): unknown =>
        (field?.['values'] as unknown as Json[]).map(({ id, name }) => [id, name]);
      expect(named(await listFields(), 'CFAccountTier')).to.not.have.property('values');
      expect(shown(named(await listFields('?includevalues=true'), 'CFAccountTier'))).to.deep.equal(options);
      expect((await client.get('/api/FieldInfo/181')).body).to.not.have.property('values');
      for (const query of ['getlookupvalues', 'includedetails']) {
        const { body } = await client.get(`/api/FieldInfo/181?${query}=true`);
        expect(body).to.include({ id: 181, name: 'CFAccountTier' });
        expect(shown(body), query).to.deep.equal(options);
      }
    });

    it('and are made by administrators, with the prefix CF', async () => {
      const created = await client.post('/api/FieldInfo', [
        { name: 'Colour', label: 'Colour', type: 2, usage: 2, values: [{ name: 'Teal' }, { name: 'Amber' }] },
      ]);
      expect(created.body).to.include({ name: 'CFColour', usage: 2, custom: 1 });
      await write('client', { CFColour: 2 });
      expect(await read('client', 'CFColour')).to.include({ value: 2, display: 'Amber' });
    });
  });

  describe('of records', () => {
    it('show all fields of the kind by id with details, empty ones too, and never in lists', async () => {
      for (const [kind, usage, name] of [
        ['client', 2, 'CFContractEnd'],
        ['user', 4, 'CFSeatCount'],
        ['opportunity', 1, 'CFBudget'],
        ['quote', 12, 'CFPaymentTerms'],
      ] as const) {
        expect(await read(kind, name), kind).to.include({ usage, value: null, display: '' });
        expect((await client.get(paths[kind])).body, kind).to.not.have.property('customfields');
      }
    });

    it('are shown on quote lines', async () => {
      const lines = [
        {
          name: 'Switch',
          customfields: [
            { name: 'CFWarrantyMonths', value: 36 },
            { id: 783, value: 3 },
          ],
        },
      ];
      const { body } = await client.post('/api/Quotation', [{ client_id: acme.client, lines }]);
      const stored = (await client.get(`/api/Quotation/${String(body['id'])}?includedetails=true`)).body;
      const fields = fieldsOf(stored['lines']?.[0]);
      expect(named(fields, 'CFWarrantyMonths')).to.include({ value: 36, display: '36', usage: 13 });
      expect(named(fields, 'CFServiceLevel')).to.include({ value: 3, display: 'Four hours' });
      expect(named(fields, 'CFDeliveryDate')).to.include({ value: null });
    });

    const values: readonly (readonly [Kind, string, unknown, unknown, string])[] = [
      ['client', 'CFIndustry', 'Zahnärzte', 'Zahnärzte', 'Zahnärzte'],
      ['client', 'CFSalesNotes', 'a\nb', 'a\nb', 'a\nb'],
      ['client', 'CFAnnualRevenue', 1250000.5, 1250000.5, '1250000.5'],
      ['client', 'CFAnnualRevenue', '99.90', '99.90', '99.90'],
      ['client', 'CFContractEnd', '2027-03-31', '2027-03-31T00:00:00', '03/31/2027'],
      ['client', 'CFContractEnd', '2027-03-31T15:30:00Z', '2027-03-31T00:00:00', '03/31/2027'],
      ['user', 'CFLastContacted', '2026-11-20T15:30:00Z', '2026-11-20T15:30:00', '11/20/2026'],
      ['client', 'CFOnCreditHold', true, true, 'Yes'],
      ['client', 'CFOnCreditHold', 'false', 'false', 'No'],
      ['client', 'CFServices', '1,3', '1,3', 'Backup, Voice'],
      ['client', 'CFServices', [2, 4], [2, 4], 'Security, Cloud'],
      ['opportunity', 'CFLeadSource', 3, 3, 'Existing customer'],
      ['opportunity', 'CFInterests', [{ id: 1 }], [{ id: 1 }], 'Hardware'],
      ['site', 'CFGateOpens', '07:30', '07:30', '07:30'],
      ['quote', 'CFClosingText', '<p>Danke</p>', '<p>Danke</p>', '<p>Danke</p>'],
      ['quote', 'CFMarginTarget', '-2.5', '-2.5', '-2.5'],
    ];
    for (const [kind, name, sent, value, display] of values) {
      it(`take ${JSON.stringify(sent)} in ${name} of a ${kind}`, async () => {
        expect((await write(kind, { [name]: sent })).status).to.equal(201);
        const shown = await read(kind, name);
        expect(shown?.['value']).to.deep.equal(value);
        expect(shown?.['display']).to.equal(display);
        await write(kind, { [name]: '' });
        expect(await read(kind, name)).to.include({ value: null, display: '' });
      });
    }

    const wrong: readonly (readonly [Kind, string, unknown])[] = [
      ['client', 'CFAnnualRevenue', 'a lot'],
      ['client', 'CFAnnualRevenue', '1,200.00'],
      ['user', 'CFSeatCount', '12.5'],
      ['client', 'CFContractEnd', '31/03/2027'],
      ['client', 'CFContractEnd', 20270331],
      ['client', 'CFOnCreditHold', 'perhaps'],
      ['client', 'CFAccountTier', 'Gold'],
      ['client', 'CFAccountTier', 9],
      ['client', 'CFAccountTier', '1,2'],
      ['client', 'CFServices', '1,9'],
      ['client', 'CFIndustry', { nested: true }],
      ['site', 'CFGateOpens', '25:00'],
      ['opportunity', 'CFTenderNumber', 'x'.repeat(21)],
    ];
    for (const [kind, name, value] of wrong) {
      it(`refuse ${JSON.stringify(value).slice(0, 30)} in ${name} and store nothing`, async () => {
        const before = (await read(kind, name))?.['value'];
        const { status, body } = await write(kind, { [name]: value });
        expect(status).to.equal(400);
        expect(body['ClassName']).to.be.a('string');
        expect(body['Message']).to.include(name);
        expect((await read(kind, name))?.['value']).to.equal(before);
      });
    }

    it('cut what is too long, or refuse read-only fields, when switched so', async () => {
      await client.switch({ customTextTooLong: 'truncate' });
      await write('opportunity', { CFTenderNumber: 'x'.repeat(25) });
      expect(await read('opportunity', 'CFTenderNumber')).to.include({ value: 'x'.repeat(20) });
      await client.switch({ customTextTooLong: 'reject' });

      const score = Number((await read('client', 'CFHealthScore'))?.['value']);
      expect((await write('client', { CFHealthScore: 1 })).status).to.equal(201);
      expect(await read('client', 'CFHealthScore')).to.include({ value: score });
      await client.switch({ readonlyCustomField: 'reject' });
      expect((await write('client', { CFHealthScore: 1 })).status).to.equal(400);
      await client.switch({ readonlyCustomField: 'ignore' });
    });

    it('come back as text or typed when switched so', async () => {
      await write('client', {
        CFAnnualRevenue: '5.50',
        CFAccountTier: '2',
        CFOnCreditHold: 'true',
        CFServices: '1,3',
      });
      const shown = async (shape: string): Promise<unknown[]> => {
        await client.switch({ customFieldValueShape: shape });
        const { body } = await client.get(`${paths.client}?includedetails=true`);
        return ['CFAnnualRevenue', 'CFAccountTier', 'CFOnCreditHold', 'CFServices'].map(
          (name) => named(fieldsOf(body), name)?.['value'],
        );
      };
      const options = [
        { id: 1, name: 'Backup' },
        { id: 3, name: 'Voice' },
      ];
      expect(await shown('typed')).to.deep.equal([5.5, 2, true, options]);
      expect(await shown('text')).to.deep.equal(['5.50', '2', 'true', '1,3']);
      expect(await shown('asSent')).to.deep.equal(['5.50', '2', 'true', '1,3']);
    });

    it('change alone: an update of one field leaves the rest of the record as it was', async () => {
      for (const kind of ['client', 'user'] as const) {
        const before = (await client.get(`${paths[kind]}?includedetails=true`)).body;
        const name = kind === 'client' ? 'CFIndustry' : 'CFDecisionRole';
        expect((await write(kind, { [name]: 'Buyer' })).status).to.equal(201);
        const { body } = await client.get(`${paths[kind]}?includedetails=true`);
        const others = (record: Json): Json[] =>
          fieldsOf(record).filter((field) => String(field['name']) !== name);
        expect({ ...body, customfields: others(body) }).to.deep.equal({
          ...before,
          customfields: others(before),
        });
      }
    });
  });

  describe('of a ticket type', () => {
    const tender = { ...newOpportunity, tickettype_id: 37 };
    const filled = { ...tender, customfields: [{ name: 'CFTenderNumber', value: 'T-1' }] };

    it('are listed by id with details, the mandatory ones marked', async () => {
      const { body } = await client.get('/api/TicketType/37?includedetails=true');
      expect(body).to.include({ id: 37, name: 'Tender', hasmandatorytechfields: true });
      const fields = body['fields'] as unknown as Json[];
      const mandatory = fields.filter(({ technew }) => Number(technew) === 2);
      expect(mandatory.map(({ fieldname }) => fieldname)).to.deep.equal(['CFTenderNumber']);
      expect(mandatory[0]).to.include({ id: 765, fieldid: 765, rtid: 37 });
      expect(mandatory[0]?.['fieldinfo']).to.include({
        id: 765,
        mandatory: true,
        type: 0,
        characterlimit: 20,
      });
      const source = fields.find(({ fieldname }) => String(fieldname) === 'CFLeadSource');
      expect(source?.['fieldinfo']?.['values']?.[0]).to.include({ id: 1, name: 'Referral' });
      expect((await client.get('/api/TicketType/37')).body).to.not.have.any.keys('fields');
      const types = list(await client.get('/api/TicketType?domain=opps&include_mandatory_field_check=true'));
      expect(types.map(({ id, hasmandatorytechfields: has }) => [id, has])).to.deep.equal([
        [33, false],
        [34, false],
        [35, false],
        [37, true],
      ]);
    });

    it('refuse a new ticket without them, unless it is not to be validated', async () => {
      const refused = await client.post('/api/Opportunities', [tender]);
      expect(refused.status).to.equal(400);
      expect(refused.body['Message']).to.include('Tender number');
      expect((await client.post('/api/Tickets', [tender])).status).to.equal(400);
      const { status, body } = await client.post('/api/Opportunities', [filled]);
      expect(status).to.equal(201);
      expect(named(fieldsOf(body), 'CFTenderNumber')).to.include({ value: 'T-1' });
      expect((await client.post('/api/Opportunities', [{ ...tender, _novalidate: true }])).status).to.equal(
        201,
      );
      expect((await client.post('/api/Opportunities', [newOpportunity])).status).to.equal(201);
    });

    it('do not stand in the way of an update', async () => {
      const { body } = await client.post('/api/Opportunities', [filled]);
      const update = { id: Number(body['id']), oppvalue: 5 };
      expect((await client.post('/api/Opportunities', [update])).status).to.equal(201);
    });
  });

  it('may have other numbers of their kinds in a seed', async () => {
    const customFields = [
      { id: 9, entity: 'client', usage: 77, name: 'CFSize', type: 0 },
      { id: 10, usage: 2, name: 'CFShape', type: 0 },
    ];
    const other = await SandboxClient.start({ seed: { customFields, clients: [{ id: 5, name: 'Only' }] } });
    try {
      expect(list(await other.get('/api/FieldInfo?typeid=77')).map(({ id }) => id)).to.deep.equal([9]);
      const { body } = await other.get('/api/Client/5?includedetails=true');
      expect(fieldsOf(body).map(({ name, usage }) => [name, usage])).to.deep.equal([
        ['CFSize', 77],
        ['CFShape', 2],
      ]);
    } finally {
      await other.close();
    }
  });

  it('are in the state with the kind of record they belong to', async () => {
    const state = await client.get('/__sandbox/state');
    const described = rows(state, 'customFields');
    expect(named(described, 'CFUplift')).to.include({ entity: 'quoteline', usage: 13, inputtype: 4 });
    expect(named(described, 'Summary')).to.equal(undefined);
    for (const [collection, name] of [
      ['clients', 'CFServices'],
      ['users', 'CFTopics'],
      ['sites', 'CFLoadingDock'],
      ['items', 'CFEndOfLife'],
      ['opportunities', 'CFBudget'],
      ['quotes', 'CFIntroduction'],
    ] as const) {
      expect(named(fieldsOf(rows(state, collection)[0]), name), collection).to.include({ value: null });
    }
    expect(named(fieldsOf(rows(state, 'quotes')[0]?.['lines']?.[0]), 'CFLineTags')).to.include({ usage: 13 });
  });
});
