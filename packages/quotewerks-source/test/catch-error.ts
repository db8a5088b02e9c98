import { isQuotebridgeError, type QuotebridgeError } from '@quotebridge/core/plugin';

/** The `document.invalid` that the promise must be rejected with. */
export async function catchError(promise: Promise<unknown>): Promise<QuotebridgeError> {
  try {
    await promise;
  } catch (error) {
    if (isQuotebridgeError(error, 'document.invalid')) return error;
    throw error;
  }
  throw new Error('Expected document.invalid, but nothing was raised.');
}
