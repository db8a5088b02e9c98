import type { ProblemCode } from '../../problem/problem-codes.js';
import type { ProblemExample } from '../example.js';

/** What one problem code means to the person who meets it. */
export interface ProblemEntry {
  readonly meaning: string;
  /** What to do about it. */
  readonly mend: string;
  readonly example: ProblemExample;
}

/** Entries of all codes that begin alike. */
export type ProblemEntries<Prefix extends string> = Readonly<
  Record<Extract<ProblemCode, `${Prefix}.${string}`>, ProblemEntry>
>;

/** A rule set that has nothing but this part-number macro. */
export function withMacro(macro: string): { readonly rules: Readonly<Record<string, unknown>> } {
  return { rules: { partNumber: { field: 'InternalPartNumber', generation: { mode: 'macro', macro } } } };
}
