import { expect } from 'chai';
import { pushBulk } from '../../src/bulk/push-bulk.js';

describe('push --all through a small limit of requests', function () {
  this.timeout(600_000);

  for (const { count, requests, windowMs, rateLimitText, retryAfter } of [
    { count: 1_000, requests: 120, windowMs: 3_000, rateLimitText: 'quota', retryAfter: 'none' },
    // Of a PSA that names no figures more than the cautious 300 in 5 minutes are never asked.
    { count: 25, requests: 40, windowMs: 2_000, rateLimitText: 'words', retryAfter: 'date' },
    { count: 25, requests: 40, windowMs: 4_000, rateLimitText: 'empty', retryAfter: 'seconds' },
  ] as const) {
    const limit = `${requests} in ${windowMs / 1_000} s`;
    it(`of ${count} documents, ${limit}, text ${rateLimitText}, Retry-After ${retryAfter}: one 429 at most`, async () => {
      const rateLimit = { requests, windowMs };
      const { ended, refused, quotes } = await pushBulk(count, {
        rateLimit,
        switches: { rateLimitText, retryAfter },
      });
      expect(ended.code, ended.stderr).to.equal(0);
      expect(quotes).to.equal(count);
      expect(refused).to.be.at.most(1);
    });
  }
});
