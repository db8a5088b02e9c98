import type { QuotebridgeError } from '@quotebridge/core';

/** The error of work that is expected to fail. */
export async function errorOf(work: Promise<unknown>): Promise<QuotebridgeError> {
  const outcome: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome === undefined) throw new Error('It went through.');
  return outcome as QuotebridgeError;
}
