import { expect } from 'chai';
import { readLimits } from '../../src/http/request-limit.js';

describe('readLimits', () => {
  const minute = 60_000;
  const known: readonly (readonly [string, number, number])[] = [
    ['You have exceeded the limit of 700 requests per 5 minutes', 700, 5 * minute],
    ['limit of 500 requests in 3 minutes', 500, 3 * minute],
    ['You have exceeded the number of requests: 700 requests per 5 minutes.', 700, 5 * minute],
    ['{"error":"API limit: 1,200 API calls every 10 minutes"}', 1_200, 10 * minute],
    ['300 requests per minute', 300, minute],
    ['700 requests per rolling 5 minutes', 700, 5 * minute],
    ['Only 20 Requests are allowed in each 1-minute window', 20, minute],
    ['10 calls per second', 10, 1_000],
    ['5000 requests / 24 hours', 5_000, 24 * 60 * minute],
    ['0 requests left. Limit: 700 requests per 5 minutes', 700, 5 * minute],
    ['API calls quota exceeded! maximum admitted 300 per 5m.', 300, 5 * minute],
    ['API calls quota exceeded! maximum admitted 40 per 2s.', 40, 2_000],
    ['Rate limit: 60/min', 60, minute],
    ['API calls quota exceeded! maximum admitted 40 per 2.5s.', 40, 2_500],
    ['You made 701 requests in 5 minutes; 700 requests per 5 minutes are allowed', 700, 5 * minute],
  ];
  for (const [text, requests, windowMilliseconds] of known) {
    it(`reads “${text}”`, () => {
      expect(readLimits(text)).to.deep.equal([{ requests, windowMilliseconds }]);
    });
  }

  it('reads several windows', () => {
    expect(readLimits('60 requests per minute and 1,000 requests per hour')).to.deep.equal([
      { requests: 60, windowMilliseconds: minute },
      { requests: 1_000, windowMilliseconds: 60 * minute },
    ]);
  });

  for (const text of [
    '',
    'Too many requests',
    'Please wait 5 minutes',
    '0 requests per 5 minutes',
    '700 requests per 0 minutes',
    'You made 701 requests. Try again in 12 seconds',
    'You have made 701 requests, wait 12 seconds',
    'Status 429; retry in 300 seconds',
  ]) {
    it(`learns nothing from “${text}”`, () => {
      expect(readLimits(text)).to.deep.equal([]);
    });
  }
});
