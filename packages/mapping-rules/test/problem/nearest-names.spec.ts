import { expect } from 'chai';
import fc from 'fast-check';
import { nearestNames } from '../../src/index.js';

/** Edits between two texts, by trying all of them. */
function edits(left: string, right: string): number {
  if (left === '' || right === '') return left.length + right.length;
  if (left[0] === right[0]) return edits(left.slice(1), right.slice(1));
  const [shortLeft, shortRight] = [left.slice(1), right.slice(1)];
  return 1 + Math.min(edits(shortLeft, right), edits(left, shortRight), edits(shortLeft, shortRight));
}

describe('nearestNames', () => {
  it('gives up to three, the nearest first', () => {
    const names = ['CustomText01', 'CustomText02', 'CustomText03', 'CustomTex01', 'ItemType'];
    expect(nearestNames('customtext1', names)).to.deep.equal(['CustomTex01', 'CustomText01', 'CustomText02']);
    expect(nearestNames('Nothing', names)).to.deep.equal([]);
  });

  it('gives exactly the names within the bound', () => {
    const word = fc
      .array(fc.constantFrom('a', 'b', 'C', 'é', '1'), { maxLength: 6 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(word, fc.uniqueArray(word, { maxLength: 3 }), (text, names) => {
        const near = names.filter((name) => {
          const edited = edits(text.toLowerCase(), name.toLowerCase());
          return edited <= 2 && edited < text.length;
        });
        expect([...nearestNames(text, names)].sort()).to.deep.equal([...near].sort());
      }),
    );
  });

  it('has no suggestion of which no letter was written', () => {
    expect(nearestNames('xy', ['on', 'to', 'x'])).to.deep.equal(['x']);
    expect(nearestNames('', ['a', 'on'])).to.deep.equal([]);
  });

  it('compares letters that grow when they are made small', () => {
    const long = 'İ'.repeat(64);
    expect(nearestNames(`${long.slice(0, 62)}xx`, [long])).to.deep.equal([long]);
  });
});
