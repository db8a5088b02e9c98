import type { AnalysedAutomaton } from './analysed-automaton.js';

/** By place: a number that places have in common when each leads to the other; the rest have one of their own (Tarjan). */
export function strongComponents({ next }: AnalysedAutomaton): readonly number[] {
  const order = new Array<number>(next.length).fill(-1);
  const low = new Array<number>(next.length).fill(0);
  const component = new Array<number>(next.length).fill(-1);
  const open: number[] = [];
  let counter = 0;
  for (let root = 0; root < next.length; root++) {
    if (order[root] !== -1) continue;
    const walk: { place: number; step: number }[] = [{ place: root, step: 0 }];
    for (let top = walk.at(-1); top !== undefined; top = walk.at(-1)) {
      const { place } = top;
      if (top.step === 0) {
        order[place] = low[place] = counter++;
        open.push(place);
      }
      const to = next[place]?.[top.step++];
      if (to !== undefined) {
        if (order[to] === -1) walk.push({ place: to, step: 0 });
        else if (component[to] === -1) low[place] = Math.min(low[place] ?? 0, order[to] ?? 0);
        continue;
      }
      walk.pop();
      const parent = walk.at(-1);
      if (parent !== undefined) low[parent.place] = Math.min(low[parent.place] ?? 0, low[place] ?? 0);
      if (low[place] !== order[place]) continue;
      for (let member = open.pop(); member !== undefined; member = open.pop()) {
        component[member] = place;
        if (member === place) break;
      }
    }
  }
  return component;
}
