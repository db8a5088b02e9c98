import { expect } from 'chai';
import { toldAtMost } from '../../src/base/told-at-most.js';

describe('what is told of very many', () => {
  const messages = (count: number): readonly string[] =>
    toldAtMost(Array.from({ length: count }, (_, index) => ({ message: `${index}.` }))).map(
      ({ message }) => message,
    );

  it('is the first ones, and how many are left out', () => {
    expect([messages(0).length, messages(50).length, messages(50).at(-1)]).to.deep.equal([0, 50, '49.']);
    expect([messages(51).length, messages(51).at(-1)]).to.deep.equal([
      50,
      '49. One more of that kind is not shown.',
    ]);
    expect(messages(100_000).at(-1)).to.equal('49. 99950 more of that kind are not shown.');
  });
});
