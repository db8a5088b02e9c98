import { expect } from 'chai';
import type { QuoteDocument } from '@quotebridge/core';
import { BulkRun, copiesOf } from './bulk-run.js';
import { exampleDocuments } from './example-documents.js';

const minute = 60_000;

describe('Bulk work and the limit of requests', function () {
  this.timeout(60_000);
  let document: QuoteDocument;
  before(async () => {
    document = (await exampleDocuments()).get('AAAQ1002') as QuoteDocument;
  });

  for (const [rateLimitText, retryAfter] of [
    ['quota', 'none'],
    ['empty', 'seconds'],
  ] as const) {
    it(`draws one 429 and no other: text ${rateLimitText}, Retry-After ${retryAfter}`, async () => {
      // A minute takes four seconds.
      await using run = await BulkRun.start(15, {
        rateLimit: { requests: 40, windowMs: minute },
        switches: { retryAfter, rateLimitText },
      });
      await run.push(copiesOf(document, 8));
      const { passed, refused } = await run.answers();
      expect(passed).to.be.at.least(41);
      expect(refused).to.equal(1);
    });
  }

  it('does not keep people waiting: a reserve is left to them, in the same window', async () => {
    await using run = await BulkRun.start(60, { rateLimit: { requests: 60, windowMs: 5 * minute } });
    const pages = { requests: { limit: 60 } };
    const bulkWaits: number[] = [];
    const waits: number[] = [];
    const bulk = run.push(
      copiesOf(document, 14),
      { priority: 'bulk', onWait: (wait) => bulkWaits.push(wait) },
      pages,
    );
    while (bulkWaits.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await run.push(copiesOf(document, 1, 'PERSON'), { onWait: (wait) => waits.push(wait) }, pages);
    expect(waits).to.deep.equal([]);
    await bulk;
    expect((await run.answers()).refused).to.equal(0);
  });
});
