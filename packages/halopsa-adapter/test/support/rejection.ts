import { expect } from 'chai';
import { isQuotebridgeError, type ErrorCode, type QuotebridgeError } from '@quotebridge/core/plugin';

/** The error that a promise fails with; a test fails when it does not, or with another code. */
export async function rejection(promise: Promise<unknown>, code: ErrorCode): Promise<QuotebridgeError> {
  const outcome: unknown = await promise.then(
    (value) => ({ value }),
    (error: unknown) => error,
  );
  if (!isQuotebridgeError(outcome))
    expect.fail(`expected ${code}, got ${JSON.stringify(outcome)} ${String(outcome)}`);
  expect(outcome.code, outcome.message).to.equal(code);
  return outcome;
}
