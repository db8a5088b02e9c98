import { expect } from 'chai';
import { isQuotebridgeError, type ErrorCode, type QuotebridgeError } from '@quotebridge/core/plugin';

/** The error that the call raises; a call that succeeds fails the check. */
export async function raisedBy(call: () => Promise<unknown>): Promise<unknown> {
  try {
    await call();
  } catch (error) {
    return error;
  }
  throw new Error('Expected the call to fail, but it succeeded.');
}

/** The same, for one code exactly. */
export async function expectCode(code: ErrorCode, call: () => Promise<unknown>): Promise<QuotebridgeError> {
  const error = await raisedBy(call);
  if (!isQuotebridgeError(error)) {
    throw new Error(`Expected a QuotebridgeError “${code}”, but another error came.`, { cause: error });
  }
  expect(error.code, `code of “${error.message}”`).to.equal(code);
  return error;
}
