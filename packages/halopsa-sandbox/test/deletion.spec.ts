import { expect } from 'chai';
import { rows, SandboxClient } from './support/sandbox-client.js';
import { item, newOpportunity } from './support/seeded.js';

describe('deletion', () => {
  let client: SandboxClient;

  beforeEach(async () => {
    client = await SandboxClient.start();
  });
  afterEach(() => client.close());

  const newQuote = async (): Promise<{ ticket: number; quote: number }> => {
    const ticket = Number((await client.post('/api/Opportunities', [newOpportunity])).body['id']);
    const lines = [{ item_id: item.laptop, name: 'Laptop', quantity: 1, price: 10 }];
    const quote = Number((await client.post('/api/Quotation', [{ ticket_id: ticket, lines }])).body['id']);
    return { ticket, quote };
  };

  it('answers the record one last time and never gives its number again', async () => {
    const { ticket, quote } = await newQuote();
    const deleted = await client.delete(`/api/Quotation/${quote}?reason=duplicate`);
    expect(deleted.status).to.equal(200);
    expect(deleted.body['id']).to.equal(quote);
    expect((await client.get(`/api/Quotation/${quote}`)).status).to.equal(404);
    expect((await client.delete(`/api/Quotation/${quote}`)).status).to.equal(404);
    const next = await client.post('/api/Quotation', [{ ticket_id: ticket }]);
    expect(next.body['id']).to.equal(quote + 1);
  });

  it('needs a role that may delete', async () => {
    const { ticket, quote } = await newQuote();
    await client.switch({ agentMayDelete: false });
    for (const path of [`Opportunities/${ticket}`, `Quotation/${quote}`, `Item/${item.cable}`]) {
      const answer = await client.delete(`/api/${path}`);
      expect([answer.status, answer.body], path).to.deep.equal([403, undefined]);
      expect((await client.get(`/api/${path}`)).status, path).to.equal(200);
    }
  });

  it('of a ticket leaves its quotes behind, or takes them along', async () => {
    const kept = await newQuote();
    await client.delete(`/api/Opportunities/${kept.ticket}`);
    expect((await client.get(`/api/Quotation/${kept.quote}`)).body['ticket_id']).to.equal(kept.ticket);
    await client.switch({ quotesOfDeletedTicket: 'delete' });
    const gone = await newQuote();
    await client.delete(`/api/Opportunities/${gone.ticket}`);
    expect((await client.get(`/api/Quotation/${gone.quote}`)).status).to.equal(404);
    expect((await client.get(`/api/Quotation/${kept.quote}`)).status).to.equal(200);
  });

  it('of a ticket may leave it readable by its id, marked as deleted', async () => {
    const { ticket } = await newQuote();
    await client.switch({ deletedTicketById: 'shown' });
    await client.delete(`/api/Opportunities/${ticket}`);
    expect((await client.get(`/api/Opportunities/${ticket}`)).body['deleted']).to.equal(true);
    const listed = rows(await client.get('/api/Opportunities'), 'tickets').map(({ id }) => id);
    expect(listed).to.not.include(ticket);
    expect((await client.post('/api/Opportunities', [{ id: ticket, summary: 'Again' }])).status).to.equal(
      404,
    );
  });

  it('of a product that a quote names may be refused', async () => {
    await newQuote();
    await client.switch({ usedItemDeletion: 'reject' });
    expect((await client.delete(`/api/Item/${item.laptop}`)).status).to.equal(400);
    expect((await client.delete('/api/Item/1600')).status).to.equal(200);
    await client.switch({ usedItemDeletion: 'allow' });
    expect((await client.delete(`/api/Item/${item.laptop}`)).status).to.equal(200);
  });
});
