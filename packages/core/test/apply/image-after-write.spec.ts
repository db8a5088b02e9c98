import { expect } from 'chai';
import { imageAfterWrite } from '../../src/apply/image-after-write.js';

const previous = { wanted: { a: 'old', b: 'b0' }, stored: { a: 'OLD', b: 'B0' }, url: 'u0' };

describe('imageAfterWrite', () => {
  it('remembers what was wanted, and how the PSA shows it', () => {
    expect(
      imageAfterWrite({
        wanted: { a: 'x ' },
        written: { a: 'x ' },
        stored: { a: 'x', other: 1 },
        previous: undefined,
        url: 'u',
      }),
    ).to.deep.equal({ wanted: { a: 'x ' }, stored: { a: 'x' }, url: 'u' });
  });

  it('keeps what was remembered of a field that was not written', () => {
    const image = imageAfterWrite({
      wanted: { a: 'new', b: 'b0' },
      written: { a: 'new' },
      stored: { a: 'NEW', b: 'changed by a person' },
      previous,
      url: undefined,
    });
    expect(image).to.deep.equal({ wanted: { a: 'new', b: 'b0' }, stored: { a: 'NEW', b: 'B0' }, url: 'u0' });
  });

  it('takes what was wanted for stored when the PSA does not show the field', () => {
    expect(
      imageAfterWrite({
        wanted: { a: 'x' },
        written: { a: 'x' },
        stored: undefined,
        previous,
        url: undefined,
      }).stored,
    ).to.deep.equal({ a: 'x' });
  });

  it('remembers a value that the PSA did not keep', () => {
    expect(
      imageAfterWrite({
        wanted: { a: 'x' },
        written: { a: 'x' },
        stored: { a: null },
        previous,
        url: undefined,
      }).stored,
    ).to.deep.equal({ a: null });
  });
});
