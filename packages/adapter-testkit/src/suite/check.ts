import type { OptionalPort } from './adapter-options.js';
import type { CheckRun } from './check-run.js';
import type { ConformanceSubject } from './conformance-subject.js';

/** One thing that each adapter must do. The id is stable: skips and reports refer to it. */
export interface Check {
  readonly id: string;
  readonly says: string;
  readonly run: (run: CheckRun) => Promise<void>;
}

export interface CheckGroup {
  readonly name: string;
  /** The ports that the group is about, when adapters may lack them. */
  readonly ports?: readonly OptionalPort[];
  readonly checks: readonly Check[];
}

/** A check of one open connection. */
export function check(
  id: string,
  says: string,
  body: (subject: ConformanceSubject, run: CheckRun) => void | Promise<void>,
): Check {
  return { id, says, run: async (run) => body(await run.open(), run) };
}
