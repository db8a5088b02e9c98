import { expect } from 'chai';
import { SandboxClient } from './support/sandbox-client.js';
import { acme, newOpportunity } from './support/seeded.js';

describe('errors', () => {
  let client: SandboxClient;

  before(async () => {
    client = await SandboxClient.start();
  });
  after(() => client.close());

  const raw = (text: string) =>
    client.request('POST', '/api/Client', text, { 'content-type': 'application/json' });

  it('names every field that does not bind', async () => {
    const { status, body } = await client.post('/api/Quotation', [
      { client_id: 'many', lines: [{ quantity: 1 }, { quantity: 'two', price: {} }], date: '31.12.2026' },
    ]);
    expect(status).to.equal(400);
    expect(body).to.have.all.keys('[0].client_id', '[0].lines[1].quantity', '[0].lines[1].price', '[0].date');
    expect(body['[0].client_id']?.[0]).to.include('Could not convert');
  });

  it('refuses numbers beyond the range of an id', async () => {
    expect((await client.post('/api/Client', [{ id: 3_000_000_000, name: 'x' }])).body).to.have.key('[0].id');
    expect((await raw('[{"id":1.5,"name":"x"}]')).body).to.have.key('[0].id');
  });

  it('answers a broken rule with a serialised exception', async () => {
    const { status, body } = await client.post('/api/Client', [{ website: 'https://nameless.example' }]);
    expect(status).to.equal(400);
    expect(body).to.include({ ClassName: 'System.Exception', Message: 'name must be specified.' });
  });

  it('has a third shape of a 400', async () => {
    await client.switch({ maxAttachmentBytes: 2 });
    const { status, body } = await client.post('/api/Attachment', [
      { ticket_id: 5001, filename: 'a', data: 'aGVsbG8=' },
    ]);
    expect(status).to.equal(400);
    expect(body['errorMessage']).to.be.a('string');
  });

  it('refuses texts that do not fit their column as the database does', async () => {
    const fits = await client.post('/api/Quotation', [
      { client_id: acme.client, third_party_number: 'x'.repeat(100) },
    ]);
    expect(fits.status).to.equal(201);
    const { status, body } = await client.post('/api/Quotation', [
      { client_id: acme.client, third_party_number: 'x'.repeat(101) },
    ]);
    expect(status).to.equal(400);
    expect(body['ClassName']).to.include('SqlException');
    expect(body['Message']).to.include('[0].third_party_number');
  });

  for (const [text, why] of [
    ['{"name":"no array"}', 'an object in place of an array'],
    ['[{"name":', 'JSON that breaks off'],
    ['["text"]', 'an element that is no object'],
    ['', 'an empty body'],
    ['['.repeat(5000) + ']'.repeat(5000), 'a body nested thousands deep'],
  ] as const) {
    it(`answers ${why} with 400`, async () => {
      expect((await raw(text)).status).to.equal(400);
    });
  }

  it('answers a body that is too large with 413 and lives on', async () => {
    const huge = await raw(`[{"name":"${'x'.repeat(65 * 1024 * 1024)}"}]`).catch(() => undefined);
    expect([413, undefined]).to.include(huge?.status);
    expect((await client.get('/api/Client')).status).to.equal(200);
  });

  it('answers unknown paths and ids with a 404 that is not JSON', async () => {
    for (const path of [
      '/api/Nothing',
      '/api/Client/999999',
      '/api/Client/abc',
      '/api/Client/__proto__',
      '/api/Client/1e2',
    ]) {
      const { status, body, text } = await client.get(path);
      expect(status, path).to.equal(404);
      expect(body, path).to.equal(undefined);
      expect(text).to.not.equal('');
    }
  });

  it('can answer an unknown id with an empty object or 400', async () => {
    await client.switch({ unknownIdAnswer: 'emptyObject' });
    expect((await client.get('/api/Client/999999')).body).to.deep.equal({ id: 0 });
    await client.switch({ unknownIdAnswer: 'badRequest' });
    expect((await client.get('/api/Client/999999')).status).to.equal(400);
    await client.switch({ unknownIdAnswer: 'notFound' });
  });

  it('serves opportunities only under /Opportunities', async () => {
    expect((await client.get('/api/Tickets/5101')).status).to.equal(200);
    expect((await client.get('/api/Opportunities/5101')).status).to.equal(404);
    expect(
      (await client.post('/api/Opportunities', [{ ...newOpportunity, tickettype_id: 31 }])).status,
    ).to.equal(400);
  });
});
