import type { AnalysedAutomaton } from './analysed-automaton.js';
import { exampleOfBoth } from './character-set.js';
import { strongComponents } from './strong-components.js';
import type { Work } from './work.js';

/** Two walks that began at one place and have read the same text. */
interface Pair {
  readonly origin: number;
  readonly left: number;
  readonly right: number;
  readonly text: string;
}

/**
 * A text that, when repeated, can be read in exponentially many ways; undefined: there is none, or the work is used up.
 *
 * There is one exactly when two different walks read the same text from a place back to it. Both stay among the places
 * that lead to each other, so that it is enough to follow pairs of those from where they part to where they meet again.
 */
export function explosiveText(automaton: AnalysedAutomaton, work: Work): string | undefined {
  const component = strongComponents(automaton);
  const [from, to] = automaton.doubled.find(([one, other]) => component[one] === component[other]) ?? [];
  if (from !== undefined && to !== undefined) {
    return characterOf(automaton, to, to) + wayBetween(automaton, to, from);
  }
  return partedAndMet(automaton, component, work);
}

function partedAndMet(
  automaton: AnalysedAutomaton,
  component: readonly number[],
  work: Work,
): string | undefined {
  const { sets, next } = automaton;
  const inside = (from: number, to: number) => component[from] === component[to];
  const seen = new Set<number>();
  const pairs: Pair[] = next.map((_, place) => ({ origin: place, left: place, right: place, text: '' }));
  for (const { origin, left, right, text } of pairs) {
    for (const l of next[left] ?? []) {
      if (!inside(left, l)) continue;
      for (const r of next[right] ?? []) {
        if (!work.take()) return undefined;
        // Steps that stay together read nothing ambiguous; pairs are the same either way round.
        if (!inside(right, r) || (left === right && l <= r)) continue;
        const character = characterOf(automaton, l, r);
        if (character === '') continue;
        if (l === r) return text + character + wayBetween(automaton, l, origin);
        const key = Math.min(l, r) * sets.length + Math.max(l, r);
        if (seen.has(key)) continue;
        seen.add(key);
        pairs.push({ origin, left: l, right: r, text: text + character });
      }
    }
  }
  return undefined;
}

/** A shortest text that leads from a place to another. */
function wayBetween(automaton: AnalysedAutomaton, from: number, to: number): string {
  const ways = new Map([[from, '']]);
  for (const [place, text] of ways) {
    if (place === to) return text;
    for (const next of automaton.next[place] ?? []) {
      const character = characterOf(automaton, next, next);
      if (character !== '' && !ways.has(next)) ways.set(next, text + character);
    }
  }
  return '';
}

/** One that leads to both places; empty: there is none. */
function characterOf({ sets }: AnalysedAutomaton, left: number, right: number): string {
  const codePoint = exampleOfBoth(sets[left] ?? [], sets[right] ?? []);
  return codePoint === undefined ? '' : String.fromCodePoint(codePoint);
}
