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

  for (const retryAfter of ['none', 'seconds', 'date'] as const) {
    for (const rateLimitText of ['quota', 'words', 'bare', 'empty'] as const) {
      it(`draws one 429 at most: text ${rateLimitText}, Retry-After ${retryAfter}`, async () => {
        await using run = await BulkRun.start(600, {
          rateLimit: { requests: 60, windowMs: minute },
          switches: { retryAfter, rateLimitText },
        });
        await run.push(copiesOf(document, 25));
        const { passed, refused } = await run.answers();
        expect(refused).to.be.at.most(1);
        expect(passed).to.be.at.least(75);
      });
    }
  }

  it('does not keep people waiting: a reserve is left to them, in the same window', async () => {
    await using run = await BulkRun.start(60, {
      rateLimit: { requests: 100, windowMs: 5 * minute },
    });
    const requests = { limit: 100 };
    const waits: number[] = [];
    const bulk = run.push(copiesOf(document, 30), { priority: 'bulk' }, { requests });
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    await run.push(
      copiesOf(document, 1, 'PERSON'),
      { priority: 'person', onWait: (wait) => waits.push(wait) },
      { requests },
    );
    expect(waits).to.deep.equal([]);
    await bulk;
    expect((await run.answers()).refused).to.equal(0);
  });

  it('several processes together draw no more than are on their way at once', async () => {
    await using run = await BulkRun.start(600, {
      rateLimit: { requests: 60, windowMs: minute },
      switches: { retryAfter: 'seconds' },
    });
    await Promise.all(
      ['A', 'B', 'C', 'D'].map((prefix) => run.push(copiesOf(document, 8, prefix))),
    );
    expect((await run.answers()).refused).to.be.at.most(4);
  });
});
