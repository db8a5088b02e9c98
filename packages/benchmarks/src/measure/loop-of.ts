import type { Run } from './contestant.js';

/** Runs all inputs; answers with a number that depends on every result. */
export type Loop = () => number | Promise<number>;

/**
 * A loop over the inputs that is this contestant's own code: engines optimise a function by what it has called before, so one
 * loop for all would make everybody pay for everybody else. The last character of each result is read, which makes the
 * engine write out a text that it has only noted down as a concatenation so far: whoever uses the result would do that, too.
 */
export function loopOf(run: Run, inputs: readonly unknown[], asynchronous: boolean): Loop {
  const call = asynchronous ? 'await run(inputs[index])' : 'run(inputs[index])';
  const body = `return ${asynchronous ? 'async ' : ''}() => {
    let sum = 0;
    for (let index = 0; index < inputs.length; index++) {
      const result = ${call};
      if (result.length > 0) sum += result.charCodeAt(result.length - 1);
    }
    return sum;
  }`;
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- see above
  const make = new Function('run', 'inputs', body) as (run: Run, inputs: readonly unknown[]) => Loop;
  return make(run, inputs);
}
