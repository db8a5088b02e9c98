import { expect } from 'chai';
import { isQuotebridgeError, type AttachmentUpload } from '@quotebridge/core/plugin';
import fc from 'fast-check';
import { uploadStream } from '../../src/attachments/upload-stream.js';
import { decodeBase64 } from '../../src/text/base64.js';
import { fileOf } from '../support/file-of.js';

async function sent(
  file: AttachmentUpload,
  fields = {},
): Promise<{ length: number; text: string; largest: number }> {
  const stream = uploadStream(fields, 'content', file);
  const pieces: Uint8Array[] = [];
  for await (const piece of stream.open()) pieces.push(piece);
  return {
    length: stream.length,
    text: Buffer.concat(pieces).toString('utf8'),
    largest: Math.max(...pieces.map((piece) => piece.length)),
  };
}

describe('the body of an upload', () => {
  it('is the JSON of the record, as long as it says, however the file is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.integer({ min: 1, max: 50 }),
        fc.dictionary(fc.string(), fc.string()),
        async (bytes, pieceLength, fields) => {
          delete fields['content'];
          const { length, text } = await sent(fileOf('a', bytes, pieceLength), fields);
          expect(Buffer.byteLength(text)).to.equal(length);
          const [record] = JSON.parse(text) as Record<string, string>[];
          const { content, ...others } = record ?? {};
          expect(others).to.deep.equal(JSON.parse(JSON.stringify({ ...fields })));
          expect(decodeBase64(content ?? '')).to.deep.equal(Uint8Array.from(bytes));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('has no more of the file in memory than a piece', async () => {
    const pieceLength = 65_536;
    const { largest, length } = await sent(fileOf('a', new Uint8Array(5_000_000), pieceLength));
    expect(length).to.be.above(6_000_000);
    expect(largest).to.be.at.most(Math.ceil((pieceLength + 2) / 3) * 4);
  });

  it('can be made again for a second try', async () => {
    const stream = uploadStream({ a: 1 }, 'content', fileOf('a', new Uint8Array([1, 2, 3, 4])));
    const text = async (): Promise<string> => {
      const pieces: Uint8Array[] = [];
      for await (const piece of stream.open()) pieces.push(piece);
      return Buffer.concat(pieces).toString();
    };
    expect(await text()).to.equal(await text());
  });

  it('is not finished when the file has become longer or shorter', async () => {
    for (const size of [3, 5]) {
      const failure: unknown = await sent({ ...fileOf('a.pdf', new Uint8Array(4)), size }).catch(
        (error: unknown) => error,
      );
      if (!isQuotebridgeError(failure, 'plan.stale')) expect.fail('it was finished');
      expect(failure.message).to.contain('a.pdf');
    }
  });
});
