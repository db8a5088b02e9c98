import type { DescribedError } from '../errors/describe-error.js';
import type { PushResult } from '@quotebridge/core';

/** What became of one of several documents. */
export type DocumentOutcome =
  | { readonly number: string; readonly result: PushResult }
  | { readonly number: string; readonly error: DescribedError; readonly cause?: unknown };
