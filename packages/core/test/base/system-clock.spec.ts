import { getEventListeners } from 'node:events';
import { expect } from 'chai';
import { systemClock } from '../../src/base/system-clock.js';
import { errorOf } from '../fakes/error-of.js';

describe('systemClock', () => {
  it('sleeps at least as long as asked', async () => {
    const started = performance.now();
    await systemClock.sleep(30);
    expect(performance.now() - started).to.be.at.least(28);
  });

  it('wakes up when it is cancelled, at once or later', async () => {
    expect((await errorOf(systemClock.sleep(60_000, AbortSignal.abort()))).code).to.equal('cancelled');
    const stop = new AbortController();
    const sleeping = errorOf(systemClock.sleep(60_000, stop.signal));
    stop.abort();
    expect((await sleeping).code).to.equal('cancelled');
  });

  it('leaves nothing behind on the signal', async () => {
    const { signal } = new AbortController();
    for (let round = 0; round < 20; round += 1) await systemClock.sleep(0, signal);
    expect(getEventListeners(signal, 'abort')).to.have.length(0);
  });
});
