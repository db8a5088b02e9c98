import { estimateLeft } from '../src/push/estimate-left.js';
import { expect } from 'chai';

describe('the time left of many documents', () => {
  const pace = { requests: 240, windowMilliseconds: 300_000, free: 240, wait: 0 };

  it('is what the work takes while the budget lasts', () => {
    expect(estimateLeft({ documents: 20, millisecondsEach: 1_000, requestsEach: 8, pace })).to.equal(20_000);
  });

  it('is what the budget makes of it when there is more to do', () => {
    // 8,000 requests, 240 of them at once, the others in windows of five minutes.
    expect(estimateLeft({ documents: 1_000, millisecondsEach: 500, requestsEach: 8, pace })).to.equal(
      (7_760 * 300_000) / 240,
    );
  });

  it('counts the wait that has begun', () => {
    const parked = { ...pace, free: 0, wait: 60_000 };
    expect(estimateLeft({ documents: 0, millisecondsEach: 500, requestsEach: 8, pace: parked })).to.equal(
      60_000,
    );
  });
});
