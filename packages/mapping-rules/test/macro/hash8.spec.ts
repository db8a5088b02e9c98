import { expect } from 'chai';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { hash8 } from '../../src/macro/hash8.js';
import { sha256 } from '../../src/macro/sha-256.js';

const hex = (text: string): string =>
  [...sha256(text)].map((word) => word.toString(16).padStart(8, '0')).join('');
const nodes = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

describe('sha256', () => {
  it('gives what the standard gives', () => {
    expect(hex('abc')).to.equal('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(hex('')).to.equal('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('gives what Node gives, at every length around a block and for any text', () => {
    for (let length = 0; length <= 200; length++)
      expect(hex('x'.repeat(length))).to.equal(nodes('x'.repeat(length)));
    expect(hex('é'.repeat(100_000))).to.equal(nodes('é'.repeat(100_000)));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(hex(text)).to.equal(nodes(text));
      }),
    );
  });
});

describe('hash8', () => {
  it('is the beginning of the base-32 form', () => {
    // “Product” hashes to fb9ef89417…: 11111 01110 01111 01111 10001 00101 00000 10111.
    expect(nodes('Product')).to.match(/^fb9ef89417/);
    expect(hash8('Product')).to.equal('7OPPRFAX');
  });
});
