// `node --import tsx src/run-cold.ts CONTEST WORKLOAD CONTESTANT`: compiles and runs the first line in a fresh process, where
// nothing is optimised yet. Prints a `ColdResult` as JSON.
import type { Contest } from './measure/contest.js';
import { contests, type ContestName } from './measure/contests.js';
import type { ColdResult } from './measure/workload-result.js';

const [name, id, who] = process.argv.slice(2);
const contest = contests[name as ContestName] as unknown as Contest<{ readonly id: string }>;
const workload = contest.workloads.find((one) => one.id === id);
const contestant = contest.contestants.find((one) => one.name === who);
if (workload === undefined || contestant === undefined)
  throw new Error(`There is no ${who ?? ''} in ${id ?? ''}.`);

const [input] = contest.inputsOf(contestant, workload);
const compile = await contestant.load();
const started = performance.now();
const run = compile(workload);
const compiled = performance.now();
await run(input as never);
const ended = performance.now();
const result: ColdResult = { compile: compiled - started, first: ended - compiled };
process.stdout.write(`${JSON.stringify(result)}\n`);
