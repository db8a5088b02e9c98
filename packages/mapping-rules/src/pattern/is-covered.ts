import type { AnalysedAutomaton } from './analysed-automaton.js';
import { characterClasses } from './character-classes.js';
import { isInSet } from './character-set.js';
import type { Work } from './work.js';

/** Does every text that the first matches match one of the others too? `false` also when the work is used up. */
export function isCovered(
  inner: AnalysedAutomaton,
  outer: readonly AnalysedAutomaton[],
  work: Work,
): boolean {
  const { members } = characterClasses([inner, ...outer].flatMap(({ sets }) => sets));
  const start = outer.map(() => [0]);
  const waiting = [{ place: 0, others: start }];
  const seen = new Set<string>([keyOf(0, start)]);
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    const { place, others } = state;
    const accepted = others.some((places, which) => places.some((at) => outer[which]?.accepting[at]));
    if (inner.accepting[place] === true && !accepted) return false;
    for (const character of members) {
      const reached = (inner.next[place] ?? []).filter((to) => isInSet(inner.sets[to] ?? [], character));
      if (reached.length === 0) continue;
      const further = outer.map((automaton, which) =>
        stepped(automaton, others[which] ?? [], character, work),
      );
      if (work.exhausted) return false;
      for (const to of reached) {
        const key = keyOf(to, further);
        if (seen.has(key)) continue;
        seen.add(key);
        waiting.push({ place: to, others: further });
      }
    }
  }
  return true;
}

function stepped(
  { next, sets }: AnalysedAutomaton,
  places: readonly number[],
  character: number,
  work: Work,
): number[] {
  const reached = new Set<number>();
  work.take();
  for (const from of places) {
    for (const to of next[from] ?? []) {
      if (work.take() && isInSet(sets[to] ?? [], character)) reached.add(to);
    }
  }
  return [...reached].sort((a, b) => a - b);
}

function keyOf(place: number, others: readonly (readonly number[])[]): string {
  return `${place};${others.map((places) => places.join()).join(';')}`;
}
