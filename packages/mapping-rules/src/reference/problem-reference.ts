import type { ProblemCode } from '../problem/problem-codes.js';
import { caseProblems, dataProblems } from './problems/data-problems.js';
import { dataLinkProblems } from './problems/data-link-problems.js';
import { macroProblems } from './problems/macro-problems.js';
import { partNumberProblems } from './problems/part-number-problems.js';
import { patternProblems } from './problems/pattern-problems.js';
import type { ProblemEntry } from './problems/problem-entry.js';
import { rulesProblems } from './problems/rules-problems.js';
import { tableProblems } from './problems/table-problems.js';

/** What each problem code means, and what to do about it. */
export const problemReference: Readonly<Record<ProblemCode, ProblemEntry>> = {
  ...rulesProblems,
  ...macroProblems,
  ...tableProblems,
  ...patternProblems,
  ...partNumberProblems,
  ...dataLinkProblems,
  ...caseProblems,
  ...dataProblems,
};
