import type { MacroScope } from '@quotebridge/mapping-rules';
import type { Contest } from '../measure/contest.js';
import { macroContestants } from './macro-contestants.js';
import type { MacroWorkload } from './macro-workload.js';
import { macroWorkloads } from './macro-workloads.js';
import { quoteLines } from './quote-lines.js';

const lines = quoteLines(1_000);
const untidy = quoteLines(1_000).map(untidied);
const flat = lines.map(({ line, header, application }) => ({ ...line, ...header, ...application }));

/** 1,000 lines each. The results that everybody must give are those written by hand with care. */
export const macroContest: Contest<MacroWorkload> = {
  contestants: macroContestants,
  workloads: macroWorkloads,
  inputsOf: ({ name }, workload) => (name === 'string-template' ? flat : linesOf(workload)),
  expected: (workload) => linesOf(workload).map((scope) => workload.byHandWithCare(scope)),
};

function linesOf({ untidy: wanted }: MacroWorkload): readonly MacroScope[] {
  return wanted === true ? untidy : lines;
}

/** Every fifth line has spaces around its values, every seventh lacks those that may be missing. */
function untidied({ line, ...scope }: MacroScope, at: number): MacroScope {
  const { VendorPartNumber = '', InternalPartNumber = '', ...rest } = line;
  if (at % 7 === 0) return { ...scope, line: rest };
  const spaced = at % 5 === 0 ? (value: string) => ` ${value}  ` : (value: string) => value;
  const values = Object.entries({ VendorPartNumber, InternalPartNumber, ...rest });
  return { ...scope, line: Object.fromEntries(values.map(([name, value]) => [name, spaced(value)])) };
}
