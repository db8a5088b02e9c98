import type { Clock } from '@quotebridge/core';
import { QuotebridgeError } from '@quotebridge/core/plugin';

/** Waits a hundredth of the time, and stops waiting when told, as the real clock does. */
export const hastyClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      const stop = (): void => {
        clearTimeout(timer);
        reject(new QuotebridgeError('cancelled', 'Stopped while waiting.'));
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', stop);
        resolve();
      }, milliseconds / 100);
      signal?.addEventListener('abort', stop, { once: true });
      if (signal?.aborted === true) stop();
    }),
};
