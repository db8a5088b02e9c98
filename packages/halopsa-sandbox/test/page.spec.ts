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
});
