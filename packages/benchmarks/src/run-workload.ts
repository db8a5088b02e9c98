// `node --import tsx src/run-workload.ts CONTEST WORKLOAD OPTIONS`: one workload in a process of its own, so that what has run
// before does not count. Prints a `WorkloadResult` as JSON.
import type { Contest, ContestOptions } from './measure/contest.js';
import { runContest } from './measure/contest.js';
import { contests, type ContestName } from './measure/contests.js';
import type { WorkloadResult } from './measure/workload-result.js';

const [name, id, options] = process.argv.slice(2);
const contest = contests[name as ContestName] as unknown as Contest<{ readonly id: string }>;
const workload = contest.workloads.find((one) => one.id === id);
if (workload === undefined) throw new Error(`There is no workload ${id ?? ''}.`);
const { figures, absent } = await runContest(
  contest,
  workload,
  JSON.parse(options ?? '{}') as ContestOptions,
);
const result: WorkloadResult = {
  figures: Object.fromEntries(figures),
  absent: Object.fromEntries(absent),
};
process.stdout.write(`${JSON.stringify(result)}\n`);
