import { codePointEnd, type CharacterSet } from './character-set.js';

/** Where characters lie that classes tell apart; those up to the next zone are like the last of each. */
const zones = [
  [0, 0xd800],
  [0xe000, 0xe001],
  [0xf900, 0x10000],
  [0x10000, 0x34000],
  [0xe0000, 0xe0200],
] as const;

let texts: readonly string[] | undefined;

/** All characters that a class allows: found by running it over a text of all that there are. */
export function setOfClass({ source, flags }: RegExp): CharacterSet {
  texts ??= zones.map(([from, to]) => charactersBetween(from, to));
  const runs = new RegExp(`(?:${source.slice(1, -1)})+`, `g${flags}`);
  const set: number[] = [];
  for (const [place, text] of texts.entries()) {
    const start = zones[place]?.[0] ?? 0;
    const end = zones[place + 1]?.[0] ?? codePointEnd;
    const units = start < 0x10000 ? 1 : 2;
    for (const { 0: run, index } of text.matchAll(runs)) {
      const from = start + index / units;
      const to = index + run.length === text.length ? end : from + run.length / units;
      if (set.at(-1) === from) set[set.length - 1] = to;
      else set.push(from, to);
    }
  }
  return set;
}

function charactersBetween(from: number, to: number): string {
  const parts: string[] = [];
  for (let start = from; start < to; start += 4096) {
    const length = Math.min(4096, to - start);
    parts.push(String.fromCodePoint(...Array.from({ length }, (_, place) => start + place)));
  }
  return parts.join('');
}
