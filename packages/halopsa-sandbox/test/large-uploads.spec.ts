import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { expect } from 'chai';
import { bodyLimit, readBody } from '../src/http/read-body.js';
import { SwitchBoard } from '../src/switches/switch-board.js';
import type { World } from '../src/tenant/world.js';
import { rows, SandboxClient } from './support/sandbox-client.js';

const mebibyte = 1024 * 1024;

describe('large uploads', () => {
  it('are taken up to maxAttachmentBytes, beyond the usual limit of a body too', async () => {
    const client = await SandboxClient.start({ switches: { maxAttachmentBytes: 52 * mebibyte } });
    try {
      const content = randomBytes(50 * mebibyte);
      const { status, body } = await client.post('/api/Attachment', [
        { ticket_id: 5001, filename: 'Site survey.zip', data_base64: content.toString('base64') },
      ]);
      expect(status).to.equal(201);
      expect(body).to.include({ filesize: content.length });
      const stored = rows(await client.get('/__sandbox/state'), 'attachments').at(-1);
      expect(stored).to.include({ sha256: createHash('sha256').update(content).digest('hex') });
      const [logged] = (await client.logged()).slice(-1);
      expect(JSON.stringify(logged).length).to.be.lessThan(1000);
    } finally {
      await client.close();
    }
  });

  it('have room for base64 and the rest of the body', () => {
    const limit = (maxAttachmentBytes: number): number =>
      bodyLimit({ switches: new SwitchBoard({ maxAttachmentBytes }) } as unknown as World);
    expect(limit(1)).to.equal(64 * mebibyte);
    expect(limit(100 * mebibyte)).to.be.within(134 * mebibyte, 136 * mebibyte);
  });

  it('are refused by the length they announce, or by what arrives', async () => {
    const parts = (): Readable => Readable.from([Buffer.from('12345'), Buffer.from('67890')]);
    const refusal = async (announced: number | undefined, limit: number): Promise<unknown> =>
      readBody(parts(), announced, limit).catch(
        (error: unknown) => (error as { statusCode: number }).statusCode,
      );
    expect(String(await readBody(parts(), 10, 10))).to.equal('1234567890');
    expect(String(await readBody(parts(), undefined, 10))).to.equal('1234567890');
    expect(await refusal(10, 9)).to.equal(413);
    expect(await refusal(undefined, 9)).to.equal(413);
    expect(await refusal(7, 20)).to.equal(413);
  });

  it('that are too long get a 413 in the shape of other refusals', async () => {
    const client = await SandboxClient.start();
    try {
      const announced = { 'content-type': 'application/json', 'content-length': String(70 * mebibyte) };
      const { status, body } = await rawPost(client, announced);
      expect(status).to.equal(413);
      expect(body).to.include({ ClassName: 'System.Exception' });
      expect((await client.get('/api/Client')).status).to.equal(200);
    } finally {
      await client.close();
    }
  });
});

/** Announces a body and waits for the answer without sending it. */
async function rawPost(client: SandboxClient, headers: Record<string, string>) {
  const { request } = await import('node:http');
  const { body: token } = await client.token();
  return new Promise<{ status: number; body: unknown }>((resolve, reject) => {
    const authorization = `Bearer ${String(token['access_token'])}`;
    const sent = request(
      `${client.sandbox.url}/api/Attachment`,
      { method: 'POST', headers: { ...headers, authorization } },
      (response) => {
        response.setEncoding('utf8');
        let text = '';
        response.on('data', (part: string) => (text += part));
        response.on('end', () => {
          sent.destroy();
          resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) as unknown });
        });
      },
    );
    sent.on('error', reject);
    sent.flushHeaders();
  });
}
