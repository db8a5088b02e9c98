import { QuotebridgeError } from './quotebridge-error.js';

export function cancelled(message = 'Stopped before it was finished.'): QuotebridgeError {
  return new QuotebridgeError('cancelled', message, {
    next: 'Run it again: what has been done is remembered and is not done twice.',
  });
}

/** @throws `cancelled` once the signal has fired. */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw cancelled();
}
