import type { CheckFinding, CheckReport } from '../contract/check-report.js';
import type { DocumentType } from '../domain/document.js';
import type { InputFault } from '../errors/quotebridge-error.js';
import type { RequestPace } from '../http/request-budget.js';
import type { RequestCount } from '../http/request-count.js';
import type { ClockDifference } from '../http/server-time.js';
import type { Conflict, PlanWarning } from '../plan/plan.js';

/** One thing that is in order, that will get in the way, or that a person ought to know. */
export interface DoctorFinding extends CheckFinding {
  /** Numbers of the documents that it is about; absent: it is about the connection. */
  readonly documents?: readonly string[];
}

/** What a doctor finds about a connection and, where they were given, about documents. */
export interface DoctorReport extends CheckReport {
  readonly findings: readonly DoctorFinding[];
  /** Absent: no answer has told the PSA's time. */
  readonly clock?: ClockDifference;
  readonly pace: RequestPace;
  /** One for each document that was given, in that order. */
  readonly documents?: readonly Diagnosis[];
}

/** What a push of one document would do, found out without writing anything. */
export interface Diagnosis {
  readonly number: string;
  readonly type?: DocumentType;
  /**
   * `ready`: a push would write. `unchanged`: there is nothing to write. `skipped`: a push would not write it, a warning says
   * why. `blocked`: a person must decide something first. `unreadable`: the document has faults. `unknown`: the PSA did not
   * let it be found out.
   */
  readonly verdict: 'ready' | 'unchanged' | 'skipped' | 'blocked' | 'unreadable' | 'unknown';
  /** Records that a push would write, such as `create opportunity`, `update quote`. */
  readonly writes: readonly string[];
  readonly conflicts: readonly Conflict[];
  readonly warnings: readonly PlanWarning[];
  /** Faults of a document that cannot be read. */
  readonly faults?: readonly InputFault[];
  /** Why it could not be found out. */
  readonly error?: { readonly code: string; readonly message: string; readonly next?: string };
  /** Requests that a push is expected to take. */
  readonly requests?: RequestCount;
}
