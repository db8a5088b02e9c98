import { expect } from 'chai';
import fc from 'fast-check';
import { decodeText } from '../../src/text/decode-text.js';

const sample = 'Müller & Söhne – 12 €';

describe('decodeText', () => {
  it('reads UTF-8 with and without a byte order mark', () => {
    expect(decodeText(Buffer.from(sample))).to.equal(sample);
    expect(decodeText(Buffer.from(`\ufeff${sample}`))).to.equal(sample);
  });

  it('reads UTF-16 in both byte orders', () => {
    const little = Buffer.from(`\ufeff${sample}`, 'utf16le');
    expect(decodeText(little)).to.equal(sample);
    expect(decodeText(Buffer.from(little).swap16())).to.equal(sample);
  });

  it('reads bytes that are no UTF-8 as Windows-1252, with its own characters', () => {
    const bytes = Buffer.from([
      0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x20, 0x80, 0x91, 0x92, 0x93, 0x94, 0x96, 0x99, 0x9f,
    ]);
    expect(decodeText(bytes)).to.equal('Müller €‘’“”–™Ÿ');
  });

  it('gives one character for each byte of Windows-1252', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
        const text = decodeText(Uint8Array.from([0x41, 0xfc, 0x41, ...bytes]));
        expect(text).to.have.lengthOf(bytes.length + 3);
        expect(text).not.to.match(/[\u0080-\u009f]/);
      }),
    );
  });

  it('knows UTF-8 that ends inside a character', () => {
    const cut = (text: string): Uint8Array => Buffer.from(text).subarray(0, -1);
    expect(decodeText(cut('\ufeffBüro €'))).to.equal('Büro \ufffd');
    expect(decodeText(cut('\ufeffB€'))).to.equal('B\ufffd');
    expect(decodeText(Buffer.from('Caf\u00e9', 'latin1'))).to.equal('Café');
    expect(decodeText(Buffer.from('B\u00fcro, Caf\u00e9', 'latin1'))).to.equal('Büro, Café');
  });
});
