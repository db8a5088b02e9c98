import { QuotebridgeError, type Clock } from '@quotebridge/core';

/**
 * Time that runs `factor` times as fast as the real one: whoever waits five minutes for a window to free waits as long as
 * everybody else, only sooner. The sandbox and all engines of a test share one, so that they agree on what is over.
 */
export function quickClock(factor = 500): Clock {
  const start = Date.now();
  return {
    now: () => Math.round(start + (Date.now() - start) * factor),
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        const stop = (): void => {
          clearTimeout(timer);
          reject(new QuotebridgeError('cancelled', 'Stopped while it waited.'));
        };
        const timer = setTimeout(
          () => {
            signal?.removeEventListener('abort', stop);
            resolve();
          },
          Math.max(1, milliseconds / factor),
        );
        if (signal?.aborted === true) stop();
        else signal?.addEventListener('abort', stop, { once: true });
      }),
  };
}
