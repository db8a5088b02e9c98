import { expect } from 'chai';
import fc from 'fast-check';
import { isTooDeep } from '../../src/base/json-depth.js';

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

describe('the depth of a JSON text', () => {
  it('is that of its value, whatever its strings hold', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.integer({ min: 0, max: 6 }), (value, deepest) => {
        expect(isTooDeep(JSON.stringify(value), deepest)).to.equal(depthOf(value) > deepest);
      }),
      { examples: [['[[["\\"[['.repeat(3), 0]] },
    );
  });

  it('is found in broken and in endless texts, soon', () => {
    const started = performance.now();
    expect(isTooDeep('['.repeat(50_000_000))).to.equal(true);
    expect(isTooDeep(`"${'['.repeat(50_000_000)}`)).to.equal(false);
    expect(isTooDeep(`"${'\\'.repeat(1_000_000)}`)).to.equal(false);
    expect(performance.now() - started).to.be.below(2000);
  });
});
