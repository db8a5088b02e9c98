import { expect } from 'chai';
import fc from 'fast-check';
import { exactForm, foldedForm } from '../../src/table/compared-form.js';

/** The whole way, without looking whether anything is to be done. */
const exact = (text: string): string => text.normalize('NFC').trim();
const folded = (text: string): string =>
  text.normalize('NFC').toLowerCase().replaceAll('ς', 'σ').normalize('NFC').trim();

describe('The form in which texts are compared', () => {
  const rare = fc.constantFrom(
    ...Array.from('\u212a\u212b\u0130\u1e9e\u03c2\u00a0\ufeff\u0301\u0327\u2000ßIiı \t;\u037e'),
  );
  const texts = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.oneof(rare, fc.string()) }),
  );

  it('is the composed one, without surrounding space', () => {
    fc.assert(
      fc.property(texts, (text) => exactForm(text) === exact(text)),
      { numRuns: 5_000 },
    );
  });

  it('is the same in whatever case', () => {
    fc.assert(
      fc.property(texts, (text) => foldedForm(text) === folded(text)),
      { numRuns: 5_000 },
    );
  });

  it('is right for every sign there is', () => {
    const wrong: string[] = [];
    for (let code = 0; code <= 0x10ffff; code++) {
      if (code >= 0xd800 && code < 0xe000) continue;
      const text = `a${String.fromCodePoint(code)}\u0301`;
      for (const sign of [text, text.slice(1, -1), text.slice(0, -1)])
        if (exactForm(sign) !== exact(sign) || foldedForm(sign) !== folded(sign))
          wrong.push(code.toString(16));
    }
    expect(wrong).to.deep.equal([]);
  });
});
