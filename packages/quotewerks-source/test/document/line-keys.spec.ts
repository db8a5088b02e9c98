import { expect } from 'chai';
import fc from 'fast-check';
import { lineKeys } from '../../src/document/line-keys.js';

type Content = Parameters<typeof lineKeys>[0][number];

const line = (manufacturerPartNumber: string, description = ''): Content => ({
  lineType: 'product',
  manufacturerPartNumber,
  vendorPartNumber: '',
  internalPartNumber: '',
  description,
});
const keysOf = (lines: readonly Content[]): readonly string[] =>
  lineKeys(
    lines,
    lines.map(() => ''),
  );

const anyLine = fc.record({
  lineType: fc.constantFrom('product', 'comment', 'groupHeader'),
  manufacturerPartNumber: fc.constantFrom('', 'A', 'A-2', 'B/1'),
  vendorPartNumber: fc.constantFrom('', 'A'),
  internalPartNumber: fc.constant(''),
  description: fc.constantFrom('', 'x', 'y'),
}) as fc.Arbitrary<Content>;

describe('lineKeys', () => {
  it('takes the ids of the lines when each has its own', () => {
    expect(lineKeys([line('A'), line('B')], ['11', '12'])).to.deep.equal(['11', '12']);
  });

  it('takes no id when one is missing or there twice', () => {
    expect(lineKeys([line('A'), line('B')], ['11', ''])).to.deep.equal(keysOf([line('A'), line('B')]));
    expect(lineKeys([line('A'), line('B')], ['11', '11'])).to.deep.equal(keysOf([line('A'), line('B')]));
  });

  it('never changes from one version to the next', () => {
    expect(keysOf([line('U2724D', 'Monitor'), line('U2724D', 'Monitor'), line('', 'Text')])).to.deep.equal([
      'U2724D-1pmnbtb05vgrzk',
      'U2724D-1pmnbtb05vgrzk-2',
      'product-1ruy5yj0y3bmj5',
    ]);
  });

  it('gives every line of a document its own key', () => {
    fc.assert(
      fc.property(fc.array(anyLine), (lines) => {
        expect(new Set(keysOf(lines)).size).to.equal(lines.length);
      }),
    );
  });

  it('keeps the keys of all lines with other content when one is inserted', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 12 }), anyLine, fc.nat(12), (lines, added, at) => {
        const position = Math.min(at, lines.length);
        const after = keysOf(lines.toSpliced(position, 0, added)).toSpliced(position, 1);
        const before = keysOf(lines);
        const same = (one: Content): boolean => JSON.stringify(one) === JSON.stringify(added);
        lines.forEach((one, index) => {
          if (!same(one)) expect(after[index]).to.equal(before[index]);
        });
      }),
    );
  });

  it('keeps the borders between the texts', () => {
    const [first, second] = keysOf([
      { ...line('A'), vendorPartNumber: 'B' },
      { ...line('AB'), vendorPartNumber: '' },
    ]);
    expect(first?.split('-').at(-1)).not.to.equal(second?.split('-').at(-1));
  });
});
