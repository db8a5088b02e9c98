import { expect } from 'chai';
import { SandboxClient } from './support/sandbox-client.js';
import { newOpportunity } from './support/seeded.js';

describe('page', () => {
  let client: SandboxClient;

  before(async () => {
    client = await SandboxClient.start();
  });
  after(() => client.close());

  it('shows what arrived, newest first, escaped, without anything from elsewhere', async () => {
    const nasty = '<script>alert("x")</script>';
    const { body } = await client.post('/api/Opportunities', [{ ...newOpportunity, summary: nasty }]);
    await client.post('/api/Attachment', [
      { ticket_id: body['id'], filename: `${nasty}.pdf`, data: 'aGVsbG8=' },
    ]);
    await client.post('/api/Quotation', [
      {
        ticket_id: body['id'],
        title: nasty,
        third_party_number: 'Q-1',
        lines: [{ name: nasty, quantity: 3, price: 1234.5, ignoretaxcalc: true }],
      },
    ]);
    const { status, headers, text } = await client.get('/', { authorization: '' });
    expect(status).to.equal(200);
    expect(headers.get('content-type')).to.include('text/html');
    expect(text).to.not.include('<script');
    expect(text).to.include('&lt;script&gt;alert(&quot;x&quot;)');
    expect(text).to.include('3,703.50');
    expect(text).to.not.match(/(src|href)=/);
    expect(text.indexOf('Quote 7008')).to.be.greaterThan(0).and.be.lessThan(text.indexOf('Quote 7007'));
    expect(text).to.include('.pdf (5 bytes)');
  });

  it('shows addresses, dates, list prices, discounts, custom fields and how an opportunity ended', async () => {
    const { body } = await client.post('/api/Opportunities', [
      {
        ...newOpportunity,
        status_id: 25,
        oppclosurecategory: 2,
        oppconverteddate: '2026-11-02T00:00:00Z',
        customfields: [{ name: 'CFInterests', value: '1,3' }],
      },
    ]);
    await client.post('/api/Quotation', [
      {
        ticket_id: body['id'],
        title: 'Full quote',
        date: '2026-10-01',
        expiry_date: '2026-10-31',
        po_ref: 'PO-77',
        currency_code: 2,
        address: { line1: '1 Sold Street', line2: 'Soldtown', postcode: '11111' },
        deladdress1: '2 Ship Street',
        deladdress3: 'Shipville',
        customfields: [{ name: 'CFPaymentTerms', value: 2 }],
        lines: [
          {
            name: 'Desk',
            quantity: 1,
            price: 90,
            baseprice: 120,
            discount_perc: 25,
            customfields: [{ name: 'CFWarrantyMonths', value: 36 }],
          },
        ],
      },
    ]);
    const { text } = await client.get('/', { authorization: '' });
    const card = (start: string): string => {
      const from = text.slice(text.indexOf(start));
      return from
        .slice(0, from.indexOf('</article>'))
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ');
    };
    const quote = card('Quote 7009');
    for (const shown of [
      'Dated 2026-10-01',
      'Expires 2026-10-31',
      'Reference PO-77',
      'Currency EUR',
      'Sold to 1 Sold Street, Soldtown, 11111',
      'Ship to 2 Ship Street, Shipville',
      'Payment terms Net 30',
      'Warranty in months 36',
      '120.00 25 % 90.00',
    ]) {
      expect(quote).to.include(shown);
    }
    const opportunity = card(`Opportunity ${String(body['id'])}`);
    for (const shown of [
      'Won',
      'Converted 2026-11-02',
      'Closure category Won - relationship',
      'Interested in Hardware, Services',
    ]) {
      expect(opportunity).to.include(shown);
    }
    expect(opportunity).to.not.include('Budget');
  });
});
