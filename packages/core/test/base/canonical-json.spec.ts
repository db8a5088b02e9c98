import { expect } from 'chai';
import { canonicalJson, equalJson } from '../../src/base/canonical-json.js';
import { sha256 } from '../../src/base/sha256.js';

describe('canonicalJson', () => {
  it('gives one text for values that are equal, whatever the order of their names', () => {
    const one = { b: 1, a: { d: [1, { y: 1, x: 2 }], c: null }, 10: 0, 9: 0 };
    const two = { 9: 0, a: { c: null, d: [1, { x: 2, y: 1 }] }, 10: 0, b: 1 };
    expect(canonicalJson(one)).to.equal(canonicalJson(two));
  });

  it('keeps the order of lists', () => {
    expect(equalJson([1, 2], [2, 1])).to.equal(false);
  });

  it('leaves undefined values out and takes undefined for null', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).to.equal('{"b":1}');
    expect(equalJson(undefined, null)).to.equal(true);
  });

  it('tells a number from its text', () => {
    expect(equalJson(1, '1')).to.equal(false);
  });
});

describe('sha256', () => {
  it('gives the published digest of “abc” and of nothing', async () => {
    expect(await sha256('abc')).to.equal('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(await sha256(new Uint8Array())).to.equal(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });
});
