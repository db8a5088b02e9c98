import { expect } from 'chai';
import { rows, SandboxClient } from './support/sandbox-client.js';
import { acme, cedarValley } from './support/seeded.js';

const harborClinic = 106;
const mueller = { client: 103, site: 203 } as const;

describe('places and money of customers', () => {
  let client: SandboxClient;

  before(async () => {
    client = await SandboxClient.start();
  });
  beforeEach(() => client.post('/__sandbox/reset', {}));
  after(() => client.close());

  it('show a site with its addresses, flat lines, country and region', async () => {
    const { body } = await client.get(`/api/Site/${acme.site}?includedetails=true`);
    expect(body).to.include({
      name: 'Main',
      client_id: acme.client,
      country_code: 'US',
      country_code_name: 'United States',
      region_code_name: 'Illinois',
      delivery_address_line1: '210 Market Street',
      delivery_address_line5: '62701',
    });
    expect(body['region_code']).to.be.a('number');
    const address = { line1: '210 Market Street', line2: '', line3: 'Springfield', postcode: '62701' };
    expect(body['delivery_address']).to.include({ ...address, line4: 'IL' });
    expect(body['invoice_address']).to.include(address);
  });

  it('keep accents and all four lines', async () => {
    const sites = rows(await client.get(`/api/Site?client_id=${harborClinic}&includeaddress=true`), 'sites');
    const montreal = sites.find(({ name }) => String(name) === 'Clinique Montréal');
    expect(montreal).to.include({ country_code_name: 'Canada', region_code_name: 'Québec' });
    expect(montreal?.['delivery_address']).to.include({
      line1: '1250, boulevard René-Lévesque Ouest',
      line2: 'Bureau 2200, 22e étage',
      line3: 'Montréal',
      line4: 'QC',
      postcode: 'H3B 4W8',
    });
    const munich = (await client.get(`/api/Site/${mueller.site}?includedetails=true`)).body;
    expect(munich['delivery_address']).to.include({
      line1: 'Industriestraße 14',
      line2: '',
      line3: 'München',
    });
  });

  it('leave addresses out of lists and of reads without details, or show flat lines only', async () => {
    const listed = rows(await client.get(`/api/Site?client_id=${acme.client}`), 'sites');
    expect(listed[0]).to.not.have.any.keys('delivery_address', 'invoice_address');
    expect(listed[0]).to.include({ delivery_address_line1: '210 Market Street' });
    await client.switch({ siteAddressForm: 'flat' });
    const { body } = await client.get(`/api/Site/${acme.site}?includedetails=true`);
    expect(body).to.not.have.any.keys('delivery_address', 'invoice_address');
    expect(body).to.include({ delivery_address_line3: 'Springfield', delivery_address_line5: '62701' });
    await client.switch({ siteAddressForm: 'both' });
  });

  it('give a client its currency and the addresses of its main site', async () => {
    const { body } = await client.get(`/api/Client/${mueller.client}?includedetails=true`);
    expect(body).to.include({ default_currency_code: 2, clientcurrency: 'EUR' });
    expect(body['main_delivery_address']).to.include({ line3: 'München' });
    const listed = rows(await client.get('/api/Client?search_name_only=acme'), 'clients');
    expect(listed[0]).to.include({ default_currency_code: 1, clientcurrency: 'USD' });
    expect(listed[0]).to.not.have.any.keys('main_delivery_address', 'main_invoice_address');
  });

  it('refuse currencies that do not exist', async () => {
    const refused = [
      ['Client', { id: acme.client, default_currency_code: 99 }],
      ['Client', { id: acme.client, clientcurrency: 'XXX' }],
      ['Users', { id: acme.laura, default_currency_code: 99 }],
      ['Quotation', { client_id: acme.client, currency_code: 99 }],
      ['Quotation', { client_id: acme.client, currency: 'XXX' }],
    ] as const;
    for (const [path, fields] of refused) {
      expect((await client.post(`/api/${path}`, [fields])).status, JSON.stringify(fields)).to.equal(400);
    }
    expect((await client.post('/api/Client', [{ id: acme.client, clientcurrency: 'cad' }])).body).to.include({
      default_currency_code: 3,
      clientcurrency: 'CAD',
    });
  });

  it('write a quote in a currency by number or code, with its name and rate', async () => {
    const quote = async (fields: Record<string, unknown>) =>
      (await client.post('/api/Quotation', [{ client_id: mueller.client, ...fields }])).body;
    const euro = {
      currency_code: 2,
      currency: 'EUR',
      currency_code_name: 'Euro',
      currency_conversion_rate: 0.92,
    };
    expect(await quote({ currency_code: 2 })).to.include(euro);
    expect(await quote({ currency: 'EUR' })).to.include(euro);
    expect(await quote({ currency_code: 2, currency_conversion_rate: 0.95 })).to.include({
      currency_conversion_rate: 0.95,
    });
    expect(await quote({})).to.include({ currency_code: 1, currency: 'USD', currency_conversion_rate: 1 });
    await client.switch({ quoteCurrency: 'client' });
    expect(await quote({})).to.include(euro);
    await client.switch({ quoteCurrency: 'tenant' });
    const listed = rows(await client.get(`/api/Quotation?client_id=${mueller.client}`), 'quotes');
    expect(listed.map(({ currency_code: code, currency_code_name: name }) => [code, name])).to.deep.include([
      2,
      'Euro',
    ]);
  });

  it('keep the title of a user', async () => {
    const { body } = await client.get(`/api/Users/${cedarValley.robert}`);
    expect(body).to.include({ title: 'Technology Coordinator' });
    await client.post('/api/Users', [{ id: cedarValley.robert, title: 'Head of IT' }]);
    const stored = (await client.get(`/api/Users/${cedarValley.robert}`)).body;
    expect(stored).to.include({ title: 'Head of IT', site_id: cedarValley.site });
  });
});
