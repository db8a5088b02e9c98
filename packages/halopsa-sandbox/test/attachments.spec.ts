import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { rows, SandboxClient, type Json } from './support/sandbox-client.js';

describe('attachments', () => {
  const content = Buffer.from('%PDF-1.7 not really ä');
  const encoded = content.toString('base64');
  let client: SandboxClient;

  before(async () => {
    client = await SandboxClient.start();
  });
  beforeEach(() => client.post('/__sandbox/reset', {}));
  after(() => client.close());

  const upload = async (fields: Record<string, unknown>): Promise<Json> =>
    (await client.post('/api/Attachment', [{ ticket_id: 5001, filename: 'Quote 7.pdf', ...fields }])).body;
  const download = async (id: unknown): Promise<Buffer> => {
    const { access_token: token } = (await client.token()).body;
    const response = await fetch(`${client.sandbox.url}/api/Attachment/${String(id)}`, {
      headers: { authorization: `Bearer ${String(token)}` },
    });
    return Buffer.from(await response.arrayBuffer());
  };

  const forms: Record<string, Record<string, unknown>> = {
    data_base64: { data_base64: encoded },
    data: { data: encoded },
    'data_base64 as a data URL': { data_base64: `data:application/pdf;base64,${encoded}` },
    'data as a data URL': { data: `data:application/pdf;base64,${encoded}` },
  };
  for (const [form, fields] of Object.entries(forms)) {
    it(`take base64 in ${form}`, async () => {
      const stored = await upload(fields);
      expect(stored).to.include({ filename: 'Quote 7.pdf', ticket_id: 5001, filesize: content.length });
      expect(stored['guid']).to.match(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      expect(stored).to.not.have.any.keys('data', 'data_base64');
      expect(await download(stored['id'])).to.deep.equal(content);
    });
  }

  it('are downloaded raw with their file name, or as JSON with includedetails', async () => {
    const { id } = await upload({ filename: 'Angebot "Söhne".pdf', data: encoded });
    const raw = await client.get(`/api/Attachment/${String(id)}`);
    expect(raw.headers.get('content-type')).to.equal('application/pdf');
    expect(raw.headers.get('content-disposition')).to.equal(
      `attachment; filename="Angebot _S_hne_.pdf"; filename*=UTF-8''Angebot%20%22S%C3%B6hne%22.pdf`,
    );
    const { body } = await client.get(`/api/Attachment/${String(id)}?includedetails=true`);
    expect(body).to.include({ filename: 'Angebot "Söhne".pdf', data_base64: encoded });
  });

  it('are listed per ticket and counted on it', async () => {
    await upload({ data: encoded });
    const listed = await client.get('/api/Attachment?ticket_id=5001');
    expect(rows(listed, 'attachments').map(({ filename }) => filename)).to.deep.equal([
      'Front desk survey.txt',
      'Quote 7.pdf',
    ]);
    expect((await client.get('/api/Opportunities/5001')).body['attachment_count']).to.equal(2);
  });

  it('are stored under /Attachment/document too, and deleted by id', async () => {
    const { status, body } = await client.post('/api/Attachment/document', [
      { ticket_id: 5001, filename: 'a.txt', data: encoded },
    ]);
    expect(status).to.equal(201);
    expect((await client.delete(`/api/Attachment/${String(body['id'])}`)).body['filename']).to.equal('a.txt');
    expect((await client.get(`/api/Attachment/${String(body['id'])}`)).status).to.equal(404);
  });

  it('may have the same name twice, and deleting one answers it and leaves the other', async () => {
    const first = await upload({ data: encoded });
    const second = await upload({ data: Buffer.from('second').toString('base64') });
    expect(Number(second['id'])).to.be.greaterThan(Number(first['id']));
    const deleted = await client.delete(`/api/Attachment/${String(first['id'])}`);
    expect(deleted.status).to.equal(200);
    expect(deleted.body).to.include({ id: Number(first['id']), filename: 'Quote 7.pdf', ticket_id: 5001 });
    expect((await client.delete(`/api/Attachment/${String(first['id'])}`)).status).to.equal(404);
    expect(await download(second['id'])).to.deep.equal(Buffer.from('second'));
    const listed = rows(await client.get('/api/Attachment?ticket_id=5001'), 'attachments');
    expect(listed.map(({ id }) => id)).to.deep.equal([9001, Number(second['id'])]);
  });

  it('are listed with the columns of their list schema, or in full', async () => {
    const { id } = await upload({ data: encoded, note: 'Signed' });
    const last = async (): Promise<Json | undefined> =>
      rows(await client.get('/api/Attachment?ticket_id=5001'), 'attachments').at(-1);
    expect(await last()).to.include({
      id: Number(id),
      filename: 'Quote 7.pdf',
      filesize: content.length,
      note: 'Signed',
      faultid: 5001,
    });
    expect(await last()).to.not.have.any.keys('ticket_id', 'content_type', 'guid');
    await client.switch({ attachmentListRows: 'full' });
    expect(await last()).to.include({ ticket_id: 5001, content_type: 'application/pdf' });
    await client.switch({ attachmentListRows: 'listed' });
  });

  it('may be links', async () => {
    expect(await upload({ att_link: 'https://files.example/1' })).to.include({
      att_link: 'https://files.example/1',
    });
  });

  for (const [what, fields] of Object.entries({
    'text that is not base64': { data: 'not base64!' },
    'base64 of URLs': { data: 'ab-_' },
    'base64 that breaks off': { data: 'abcde' },
    'padding in the middle': { data: 'ab==abcd' },
    'no content': {},
    'no file name': { filename: '', data: encoded },
    'an unknown ticket': { ticket_id: 1, data: encoded },
    'no owner': { ticket_id: 0, data: encoded },
  })) {
    it(`are refused with ${what}`, async () => {
      const { status } = await client.post('/api/Attachment', [
        { ticket_id: 5001, filename: 'x.pdf', ...fields },
      ]);
      expect(status).to.equal(400);
      expect((await client.get('/api/Attachment')).body['record_count']).to.equal(1);
    });
  }

  it('have a greatest size', async () => {
    await client.switch({ maxAttachmentBytes: content.length });
    expect((await upload({ data: encoded }))['id']).to.be.a('number');
    await client.switch({ maxAttachmentBytes: content.length - 1 });
    expect((await upload({ data: encoded }))['errorMessage']).to.include(String(content.length - 1));
    await client.switch({ maxAttachmentBytes: 20_971_520 });
  });

  it('are in the state with size and digest but without content', async () => {
    await upload({ data: encoded });
    const { body } = await client.get('/__sandbox/state');
    const file = rows({ body } as Parameters<typeof rows>[0], 'attachments')[1];
    expect(file).to.include({
      size: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    });
    expect(JSON.stringify(body)).to.not.include(encoded);
  });
});
