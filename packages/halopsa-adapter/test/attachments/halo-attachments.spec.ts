import { expect } from 'chai';
import type { StoredAttachment } from '@quotebridge/core/plugin';
import { decodeBase64, encodeBase64 } from '../../src/text/base64.js';
import { fileOf } from '../support/file-of.js';
import { FakeHttp, type FakeAnswer } from '../support/fake-http.js';
import { managerOn } from '../support/manager-on.js';
import { rejection } from '../support/rejection.js';

const bytes = new TextEncoder().encode('the content');
const upload = (http: FakeHttp): Promise<StoredAttachment> =>
  managerOn(http).attachments.upload('5', fileOf('a.pdf', bytes), { key: 'k' });
const bodies = (http: FakeHttp): readonly Record<string, unknown>[] =>
  http.calls.map(({ json }) => (json as Record<string, unknown>[])[0] ?? {});
const server = (answer: (body: Record<string, unknown>) => FakeAnswer): FakeHttp =>
  new FakeHttp(({ url, json }) =>
    url.includes('/api/Attachment') ? answer((json as Record<string, unknown>[])[0] ?? {}) : undefined,
  );

describe('an upload', () => {
  it('sends the content the other way when HaloPSA refuses the first', async () => {
    const http = server((body) => ('data_base64' in body ? { status: 400 } : { json: { id: 8 } }));
    expect(await upload(http)).to.deep.equal({ id: '8', name: 'a.pdf', marker: 'k' });
    expect(
      bodies(http).map((body) => Object.keys(body).filter((name) => name.startsWith('data'))),
    ).to.deep.equal([['data_base64'], ['data']]);
    expect(decodeBase64(String(bodies(http)[1]?.['data']))).to.deep.equal(bytes);
  });

  it('fills an empty file that HaloPSA stored', async () => {
    const http = server((body) => ({
      json: { id: 8, filename: 'a.pdf', filesize: 'data' in body ? bytes.length : 0 },
    }));
    expect(await upload(http)).to.include({ id: '8', size: bytes.length });
    expect(bodies(http).map(({ id }) => id)).to.deep.equal([undefined, 8]);
  });

  it('fails when the file stays empty, or another one is filled', async () => {
    const losing = server(() => ({ json: { id: 8, filename: 'a.pdf', filesize: 0 } }));
    const error = await rejection(upload(losing), 'remote.rejected');
    expect(error.message).to.contain('a.pdf').and.to.contain('empty');
    expect(losing.calls).to.have.length(2);
    const straying = server((body) => ({ json: { id: 'id' in body ? 9 : 8, filesize: 0 } }));
    await rejection(upload(straying), 'remote.rejected');
  });

  it('fails when both ways are refused, and at once for any other reason', async () => {
    const refusing = server(() => ({ status: 400, text: 'no files here' }));
    expect((await rejection(upload(refusing), 'remote.rejected')).message).to.contain('no files here');
    expect(refusing.calls).to.have.length(2);
    const forbidding = server(() => ({ status: 403 }));
    await rejection(upload(forbidding), 'permission.missing');
    expect(forbidding.calls).to.have.length(1);
  });

  it('has more time the longer the file is', async () => {
    const http = server(() => ({ json: { id: 8 } }));
    await upload(http);
    const long = fileOf('b.pdf', new Uint8Array(3_000_000));
    await managerOn(http).attachments.upload('5', long, { key: 'k' });
    const [short, longer] = http.calls.map(({ timeoutMilliseconds = 0 }) => timeoutMilliseconds);
    expect(short).to.be.within(180_000, 181_000);
    expect(longer).to.equal(220_000);
  });

  it('encodes any number of bytes', () => {
    const many = Uint8Array.from({ length: 100_001 }, (_, index) => index % 256);
    expect(decodeBase64(encodeBase64(many))).to.deep.equal(many);
    expect(encodeBase64(new Uint8Array())).to.equal('');
  });
});
