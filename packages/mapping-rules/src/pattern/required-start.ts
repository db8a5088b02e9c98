import type { Automaton } from './automaton.js';

/** What every text of the automaton begins with, and whether that is the only one. */
export function requiredStart({ tests, next, accepting }: Automaton): { start: string; whole: boolean } {
  let start = '';
  for (let places: readonly number[] = [0]; ;) {
    const following = [...new Set(places.flatMap((place) => next[place] ?? []))];
    const accepted = places.some((place) => accepting[place]);
    const character = tests[following[0] ?? 0]?.character;
    if (
      accepted ||
      character === undefined ||
      following.some((place) => tests[place]?.character !== character)
    ) {
      return { start, whole: accepted && following.length === 0 };
    }
    start += character;
    places = following;
  }
}
