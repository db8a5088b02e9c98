import type { AnalysedAutomaton } from './analysed-automaton.js';
import { exampleOfBoth } from './character-set.js';
import type { Work } from './work.js';

interface Pair {
  readonly left: number;
  readonly right: number;
  readonly text: string;
}

/** A shortest text that both match; undefined: there is none, or the work is used up. */
export function commonText(
  left: AnalysedAutomaton,
  right: AnalysedAutomaton,
  work: Work,
): string | undefined {
  const seen = new Set<number>([0]);
  let wave: Pair[] = [{ left: 0, right: 0, text: '' }];
  while (wave.length > 0) {
    const following: Pair[] = [];
    for (const pair of wave) {
      if (left.accepting[pair.left] === true && right.accepting[pair.right] === true) return pair.text;
      for (const l of left.next[pair.left] ?? []) {
        for (const r of right.next[pair.right] ?? []) {
          if (!work.take()) return undefined;
          const key = l * right.sets.length + r;
          if (seen.has(key)) continue;
          const character = exampleOfBoth(left.sets[l] ?? [], right.sets[r] ?? []);
          if (character === undefined) continue;
          seen.add(key);
          following.push({ left: l, right: r, text: pair.text + String.fromCodePoint(character) });
        }
      }
    }
    wave = following;
  }
  return undefined;
}
