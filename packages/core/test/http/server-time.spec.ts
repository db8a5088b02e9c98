import { expect } from 'chai';
import { ServerTime } from '../../src/http/server-time.js';

const noon = Date.UTC(2026, 10, 23, 12);
const header = new Date(noon).toUTCString();

describe('the time of a server', () => {
  it('is not known before an answer, or from one without a date', () => {
    const time = new ServerTime();
    time.observe(undefined, noon, noon);
    time.observe('soon', noon, noon);
    expect(time.difference).to.equal(undefined);
  });

  it('is compared with the middle of the request', () => {
    const time = new ServerTime();
    time.observe(header, noon - 60_000, noon - 59_000);
    expect(time.difference).to.deep.equal({ aheadMilliseconds: 60_000, withinMilliseconds: 1_000 });
  });

  it('is taken from the answer that was on its way the shortest', () => {
    const time = new ServerTime();
    time.observe(header, noon, noon + 200);
    time.observe(header, noon - 90_000, noon + 30_000);
    expect(time.difference?.withinMilliseconds).to.equal(600);
    time.observe(header, noon + 500, noon + 500);
    expect(time.difference).to.deep.equal({ aheadMilliseconds: 0, withinMilliseconds: 500 });
  });

  it('is not taken from a request during which our clock was set back', () => {
    const time = new ServerTime();
    time.observe(header, noon, noon - 5_000);
    expect(time.difference).to.equal(undefined);
  });
});
