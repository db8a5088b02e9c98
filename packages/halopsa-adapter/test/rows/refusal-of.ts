import { isQuotebridgeError, type Conflict } from '@quotebridge/core';

/** The conflicts that a push is refused for. */
export async function refusalOf(push: () => Promise<unknown>): Promise<readonly Conflict[]> {
  try {
    await push();
  } catch (error) {
    if (isQuotebridgeError(error, 'plan.conflict'))
      return error.details.data as unknown as readonly Conflict[];
    throw error;
  }
  throw new Error('The push went through.');
}
