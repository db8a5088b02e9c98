import { QuotebridgeError, type ErrorCode } from '@quotebridge/core';
import type { Refusal } from '@quotebridge/command-line/files';

/** The errors that a shared function makes of what is wrong with a file, under a code of the catalogue. */
export function refuseAs(code: ErrorCode): Refusal {
  return (message, details) => new QuotebridgeError(code, message, details);
}
