import { expect } from 'chai';
import type { Proof, ProofSum } from '../../src/proof/proof.js';
import { proofIssue } from '../../src/proof/proof-issue.js';

const bare = {
  source: 'answer',
  tolerance: '0',
  sums: [],
  lines: [],
  differingLines: 0,
  notCompared: [],
} as const;

const rounded: ProofSum = {
  of: 'tax',
  document: '1430.95',
  stored: '1430.93',
  difference: '-0.02',
  explanation: { cause: 'rounding', rounding: 'taxHalfUp', text: 'It is rounded otherwise.', lines: ['a'] },
};
const follows: ProofSum = {
  of: 'total',
  document: '2000',
  stored: '1999.98',
  difference: '-0.02',
  explanation: { cause: 'rounding', text: 'It follows from the sums before it.', lines: ['a'] },
};

describe('What people are told of a proof', () => {
  const told = (over: Partial<Proof>): ReturnType<typeof proofIssue> =>
    proofIssue({ ...bare, verdict: 'different', ...over });

  it('is nothing when all is equal', () => {
    expect(told({ verdict: 'equal' })).to.equal(undefined);
  });

  it('is both sums, the difference and the cause, and how much would have to pass', () => {
    const issue = told({ sums: [{ of: 'monthly', document: '5', stored: '5' }, rounded, follows] });
    expect(issue).to.deep.equal({
      level: 'error',
      about: 'proof',
      code: 'proof.mismatch',
      message:
        'What the PSA stored is not what the document says (tax: document 1,430.95, PSA 1,430.93, difference -0.02; total: document 2,000.00, PSA 1,999.98, difference -0.02). It is rounded otherwise.',
      next: 'Make both round alike (in the PSA, or in the quoting tool), or let a difference of 0.02 pass (quote.tolerance).',
    });
  });

  it('is a warning without a code within the tolerance', () => {
    const issue = told({ verdict: 'withinTolerance', tolerance: '0.02', sums: [rounded] });
    expect(issue).to.include({ level: 'warning', about: 'proof' }).and.to.not.have.property('code');
    expect(issue?.message).to.contain('within the tolerance of 0.02').and.contain('Nothing was adjusted.');
  });

  it('names the lines where no sum differs', () => {
    const line = { label: 'Monitor', field: 'price', document: '11', stored: '10' } as const;
    const lines = ['a', 'b', 'c', 'd'].map((key) => ({ key, ...line }));
    const issue = told({ lines, differingLines: 4 });
    expect(issue?.message).to.contain('no sum differs, but 4 lines do: Monitor: price 11, PSA 10;');
    expect(issue?.message).to.contain('and 1 more');
    expect(issue?.next).to.contain('Look at the lines');
  });

  it('says what stops a PSA from re-pricing', () => {
    const line = {
      key: 'a',
      label: 'A',
      field: 'price',
      document: '1',
      stored: '2',
      cause: 'repricing',
    } as const;
    expect(told({ lines: [line], differingLines: 1 })?.next).to.contain('products.updateExisting');
  });
});
