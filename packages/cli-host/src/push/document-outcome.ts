import type { DescribedError } from '../errors/describe-error.js';
import type { SkippedDocument } from './declined.js';
import type { PushResult } from '@quotebridge/core';

/** What became of one of several documents. */
export type DocumentOutcome =
  | { readonly kind: 'done'; readonly number: string; readonly result: PushResult }
  | {
      readonly kind: 'failed';
      readonly number: string;
      readonly error: DescribedError;
      readonly cause?: unknown;
    }
  /** A person has seen its plan and did not want it. */
  | { readonly kind: 'skipped'; readonly number: string; readonly result: SkippedDocument }
  /** It waited behind one whose failure would have been its own. */
  | { readonly kind: 'notBegun'; readonly number: string; readonly error: DescribedError };
