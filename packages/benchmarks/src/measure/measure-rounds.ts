import { measure } from 'mitata';
import type { Loop } from './loop-of.js';

export interface Entrant {
  readonly name: string;
  readonly loop: Loop;
  /** How many inputs one run of the loop takes. */
  readonly inputs: number;
}

export interface RoundOptions {
  readonly rounds: number;
  /** For each contestant in each round; half of it once before the first. */
  readonly milliseconds: number;
}

/** Whoever needs a whole turn for one input takes part in so many rounds. */
const roundsOfTheSlow = 3;

/**
 * Lets everybody run in turn, round after round, each round beginning with another one: whatever else the machine does meets
 * all of them alike, and figures of the same round can be compared.
 *
 * @returns by name, nanoseconds per input in each round: the median of that round's runs of the loop
 */
export async function measureRounds(
  entrants: readonly Entrant[],
  { rounds, milliseconds }: RoundOptions,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const figures = new Map(entrants.map(({ name }) => [name, [] as number[]]));
  for (const entrant of entrants) await runFor(entrant, Math.max(milliseconds / 2, 50));
  for (let round = 0; round < rounds; round++) {
    for (let place = 0; place < entrants.length; place++) {
      const entrant = entrants[(round + place) % entrants.length];
      if (entrant === undefined || (entrant.inputs === 1 && round >= roundsOfTheSlow)) continue;
      figures.get(entrant.name)?.push(await runFor(entrant, milliseconds));
    }
  }
  return figures;
}

async function runFor({ loop, inputs }: Entrant, milliseconds: number): Promise<number> {
  const { p50 } = await measure(loop, {
    min_cpu_time: milliseconds * 1e6,
    min_samples: 1,
    // A run of the loop is long enough to be timed alone; a collection forced in between would be nobody's.
    batch_threshold: 0,
    gc: false,
  });
  return p50 / inputs;
}
