import { errorCatalogue, type ErrorCode } from './error-catalogue.js';
import type { JsonValue } from '../base/json.js';

/** One fault of an input, addressed so that a person finds it. */
export interface InputFault {
  /** Where: a JSON pointer (`/connections/main/settings/account/serverUrl`) or `row 12, column DocumentItems_UnitPrice`. */
  readonly at: string;
  /** What was found there, shortened. Never a secret. */
  readonly value?: string;
  readonly expected: string;
}

export interface ErrorDetails {
  /** Addressed faults of an input (`settings.invalid`, `document.invalid`, `remote.rejected`). */
  readonly faults?: readonly InputFault[];
  /** What to do next, one sentence. */
  readonly next?: string;
  /** Seconds to wait (`remote.rateLimited`, `remote.unavailable`). */
  readonly retryAfterSeconds?: number;
  /** HTTP status of the answer, when there was one. */
  readonly status?: number;
  /** For a failed request that writes: whether the PSA may have carried it out. */
  readonly arrived?: 'no' | 'unknown';
  /** Plugin that raised or caused it. */
  readonly plugin?: string;
  /** Anything else worth showing, plain data. */
  readonly data?: JsonValue;
}

/**
 * The one error class. The message names the thing, says what was expected and never holds a secret;
 * neither do the details, and no HTTP library's error is ever kept as `cause`.
 */
export class QuotebridgeError extends Error {
  override readonly name = 'QuotebridgeError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
    this.details = details;
  }

  get exitCode(): number {
    return errorCatalogue[this.code].exit;
  }

  toJSON(): { code: ErrorCode; message: string; details: ErrorDetails } {
    return { code: this.code, message: this.message, details: this.details };
  }
}

/** By shape, not by class: two copies of this package still understand each other. */
export function isQuotebridgeError(value: unknown, code?: ErrorCode): value is QuotebridgeError {
  return (
    value instanceof Error &&
    value.name === 'QuotebridgeError' &&
    'code' in value &&
    (code === undefined || value.code === code)
  );
}
