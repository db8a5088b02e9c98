import { isQuotebridgeError, type QuotebridgeError } from '../../src/errors/quotebridge-error.js';

/** The QuotebridgeError that the work ends with; anything else is a failed test. */
export async function errorOf(work: Promise<unknown> | (() => unknown)): Promise<QuotebridgeError> {
  try {
    await (typeof work === 'function' ? work() : work);
  } catch (error) {
    if (isQuotebridgeError(error)) return error;
    throw error;
  }
  throw new Error('expected an error, but it went through');
}
