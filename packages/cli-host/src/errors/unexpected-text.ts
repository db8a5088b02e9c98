import { isQuotebridgeError } from '@quotebridge/core';

/** The stack of an error that nobody foresaw, for --verbose; empty for those that say all they have to say. */
export function unexpectedText(error: unknown): string {
  return error instanceof Error && !isQuotebridgeError(error) ? (error.stack ?? error.message) : '';
}
