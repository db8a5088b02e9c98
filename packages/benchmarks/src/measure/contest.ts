import type { Compile, Contestant, Run } from './contestant.js';
import { loopOf } from './loop-of.js';
import { measureRounds, type Entrant, type RoundOptions } from './measure-rounds.js';

/** Several ways to do the same job on the same data. */
export interface Contest<Workload> {
  readonly contestants: readonly Contestant<Workload>[];
  readonly workloads: readonly Workload[];
  /** Inputs of a contestant, in the form that suits it best, in the same order for everybody. */
  inputsOf(contestant: Contestant<Workload>, workload: Workload): readonly unknown[];
  /** The right result of each input. */
  expected(workload: Workload): readonly string[];
}

export interface ContestOptions extends RoundOptions {
  /** Names of those who take part; left out: all. */
  readonly only?: readonly string[];
  /** Who takes longer for one input is left out, with that as the reason; left out: 10,000. */
  readonly longestCallMilliseconds?: number;
}

/** By contestant: nanoseconds per input in each round; or why there are none. */
export interface ContestResult {
  readonly figures: ReadonlyMap<string, readonly number[]>;
  readonly absent: ReadonlyMap<string, string>;
}

/** Nobody runs longer than this at a time, so that a slow contestant does not take the turn of everybody else. */
const longestLoopMilliseconds = 40;

/** Prepares everybody, checks that all give the same results, and lets them run in turn. */
export async function runContest<Workload>(
  contest: Contest<Workload>,
  workload: Workload,
  options: ContestOptions,
): Promise<ContestResult> {
  const absent = new Map<string, string>();
  const entrants: Entrant[] = [];
  const expected = contest.expected(workload);
  for (const contestant of contest.contestants) {
    if (options.only?.includes(contestant.name) === false) continue;
    const reason = contestant.cannot?.(workload);
    if (reason !== undefined) absent.set(contestant.name, reason);
    else {
      const entrant = await entrantOf(
        contestant,
        await contestant.load(),
        workload,
        contest.inputsOf(contestant, workload),
        expected,
        options.longestCallMilliseconds ?? 10_000,
      );
      if (typeof entrant === 'string') absent.set(contestant.name, entrant);
      else entrants.push(entrant);
    }
  }
  return { figures: await measureRounds(entrants, options), absent };
}

async function entrantOf<Workload>(
  contestant: Contestant<Workload>,
  compile: Compile<Workload>,
  workload: Workload,
  inputs: readonly unknown[],
  expected: readonly string[],
  longestCall: number,
): Promise<Entrant | string> {
  const run = compile(workload);
  const first = run(inputs[0] as never);
  const asynchronous = first instanceof Promise;
  await first;
  const perCall = await checkResults(contestant.name, run, inputs, expected);
  if (perCall > longestCall) return `one call took ${(perCall / 1000).toFixed(3)} s`;
  const count = Math.max(1, Math.min(inputs.length, Math.floor(longestLoopMilliseconds / perCall)));
  return {
    name: contestant.name,
    loop: loopOf(run, inputs.slice(0, count), asynchronous),
    inputs: count,
  };
}

/** @returns milliseconds per call, once warmed up a little @throws when a result is not what everybody must give */
async function checkResults(
  name: string,
  run: Run,
  inputs: readonly unknown[],
  expected: readonly string[],
): Promise<number> {
  const patience = performance.now() + 1_000;
  let perCall = Number.POSITIVE_INFINITY;
  let checked = 0;
  for (const input of inputs) {
    const started = performance.now();
    const result = await run(input as never);
    perCall = Math.min(perCall, performance.now() - started);
    if (result !== expected[checked])
      throw new Error(`${name} gives “${result}”, not “${expected[checked] ?? ''}”`);
    checked += 1;
    if (performance.now() > patience && checked > 1) break;
  }
  return perCall;
}
