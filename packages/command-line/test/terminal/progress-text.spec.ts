import { progressText } from '../../src/terminal/progress-text.js';
import { durationText } from '../../src/terminal/duration-text.js';
import { expect } from 'chai';

describe('progress of many parts', () => {
  it('shows how far it is, how long it takes and what is being done', () => {
    const tracked = { done: 411, total: 1_000, current: 'AAAQ1412', left: 190_000 };
    expect(progressText({ message: 'Creating the quote', tracked }, 110)).to.equal(
      '━━━━━━━━──────────── 411/1,000, about 4 min left  AAAQ1412: Creating the quote',
    );
  });

  it('shows that it waits, and no time while nothing is known', () => {
    const tracked = { done: 0, total: 3, current: 'A' };
    const wait = (milliseconds: number): { until: string; milliseconds: number } => ({
      until: 'the PSA takes more requests',
      milliseconds,
    });
    expect(progressText({ message: 'x', tracked, wait: wait(41_200) }, 110)).to.equal(
      '──────────────────── 0/3  A: waiting until the PSA takes more requests: 42 s',
    );
    expect(progressText({ message: 'x', wait: wait(41_200) }, 110)).to.equal(
      'Waiting until the PSA takes more requests: 42 s',
    );
    expect(progressText({ message: 'Reading', wait: wait(-5) }, 110)).to.equal('Reading');
  });

  it('never is longer than its room', () => {
    const tracked = { done: 5, total: 10, current: 'A'.repeat(50), left: 3_000 };
    for (const room of [30, 60, 110]) {
      const text = progressText({ message: 'm'.repeat(200), tracked }, room);
      expect(text).to.have.length(room);
      expect(text.endsWith('…')).to.equal(true);
    }
  });

  it('says times as exactly as they can be known', () => {
    const texts = [200, 42_000, 100_000, 59 * 60_000, 61 * 60_000, 130 * 60_000, 179 * 60_000].map(
      durationText,
    );
    expect(texts).to.deep.equal(['1 s', '42 s', '2 min', '59 min', '1 h', '2 h 10 min', '3 h']);
  });
});
