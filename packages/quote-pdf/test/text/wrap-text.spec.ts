import { expect } from 'chai';
import fc from 'fast-check';
import { wrapText } from '../../src/text/wrap-text.js';

/** Every character is as wide as one. */
const wrap = (text: string, width: number): readonly string[] =>
  wrapText(text, width, (part) => part.length).map((line) => line.text);

describe('wrapText', () => {
  it('ends lines between words and at line ends', () => {
    expect(wrap('the quick brown fox', 10)).to.deep.equal(['the quick', 'brown fox']);
    expect(wrap('one\n\ntwo', 10)).to.deep.equal(['one', '', 'two']);
    expect(wrap('well-known fact', 6)).to.deep.equal(['well-', 'known', 'fact']);
  });

  it('cuts a word that is too long, never within a character', () => {
    expect(wrap('abcdefgh', 3)).to.deep.equal(['abc', 'def', 'gh']);
    expect(wrap('x abcdefgh y', 4)).to.deep.equal(['x', 'abcd', 'efgh', 'y']);
    expect(wrap('👩‍👩‍👧👩‍👩‍👧', 8)).to.deep.equal(['👩‍👩‍👧', '👩‍👩‍👧']);
  });

  it('loses nothing but blanks, and keeps to the width', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (text, width) => {
        const lines = wrap(text, width);
        expect(lines.join('').replaceAll(/\s/g, '')).to.equal(text.replaceAll(/\s/g, ''));
        for (const line of lines) expect(line.length).to.be.at.most(width);
      }),
    );
  });
});
