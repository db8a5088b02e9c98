import { isQuotebridgeError } from '../errors/quotebridge-error.js';
import type { Conflict } from '../plan/plan.js';

/**
 * A list that may not be read, as a fault of the setting that it would answer.
 *
 * @throws the error, when it is another one.
 */
export function notPermitted(error: unknown, about: string): Conflict {
  if (!isQuotebridgeError(error, 'permission.missing')) throw error;
  return {
    about,
    message: error.message,
    candidates: [],
    next: error.details.next ?? 'Grant the permission.',
  };
}
