import { expect } from 'chai';
import { pushBulk } from '../../src/bulk/push-bulk.js';

/** Nobody is to wait here, and no more requests are to be remembered than a real limit has. */
const pages = { requests: { limit: 1_000_000, windowSeconds: 1 } };

/** What is alive takes 30 MB; without a limit the garbage collector lets garbage lie as long as there is memory. */
const smallHeap = { NODE_OPTIONS: '--max-old-space-size=64 --max-semi-space-size=2' };

describe('the memory of push --all', function () {
  this.timeout(600_000);

  it('does not grow with the number of documents', async () => {
    const few = await pushBulk(200, { rateLimit: false }, pages, smallHeap);
    const many = await pushBulk(1_000, { rateLimit: false }, pages, smallHeap);
    expect([few.quotes, many.quotes]).to.deep.equal([200, 1_000]);
    expect([few.ended.code, many.ended.code], many.ended.stderr).to.deep.equal([0, 0]);
    // Where the garbage collector stands differs from run to run; the files alone are 2 MB and 10 MB.
    expect(many.peak - few.peak, `${few.peak} and ${many.peak} bytes`).to.be.below(40_000_000);
  });
});
