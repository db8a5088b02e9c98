import { expect } from 'chai';
import { pushIssues } from '../../src/apply/push-issues.js';
import { samplePlan } from '../fakes/sample-context.js';

describe('what is told about a push', () => {
  it('names the sums that differ by their period in words, as people read amounts', () => {
    const issues = pushIssues(samplePlan(), {
      verdict: 'different',
      source: 'readBack',
      tolerance: '0',
      sums: [
        { of: 'optional oneOff', document: '3756.83', stored: '3756.8', difference: '-0.03' },
        { of: 'monthly', document: '5', stored: '5' },
      ],
      lines: [],
      differingLines: 0,
      notCompared: [],
    });
    expect(issues.at(-1)?.message).to.contain(
      '(optional one-off: document 3,756.83, PSA 3,756.80, difference -0.03)',
    );
  });
});
