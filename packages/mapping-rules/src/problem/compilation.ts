import { within } from './make-problem.js';
import type { Problem } from './problem.js';

/** A rule ready to run, with warnings at most; or everything that is wrong with it. */
export type Compilation<Rule> =
  | { readonly ok: true; readonly rule: Rule; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Takes the problems of running a rule. */
export type Report = (problem: Problem) => void;

/** Passes problems on, addressed within the rule at this path. */
export function reportWithin(path: string, report: Report | undefined): Report {
  return (problem) => report?.(within(path, problem));
}
