import { codePointEnd, isInSet, type CharacterSet } from './character-set.js';

/** Characters that all of some sets treat alike are one class. */
export interface CharacterClasses {
  /** Where characters begin to be of another class than those before. */
  readonly bounds: readonly number[];
  /** By place in `bounds`: the class. */
  readonly classOfBound: readonly number[];
  /** By class: a character of it, one that people can read if there is one. */
  readonly members: readonly number[];
}

export function characterClasses(sets: readonly CharacterSet[]): CharacterClasses {
  const different = [...new Map(sets.map((set) => [set.join(), set])).values()];
  const bounds = [...new Set([0, ...different.flat()])].filter((bound) => bound < codePointEnd);
  bounds.sort((a, b) => a - b);
  const classes = new Map<string, number>();
  const members: number[] = [];
  const classOfBound = bounds.map((bound, place) => {
    const key = different.map((set) => (isInSet(set, bound) ? '1' : '0')).join('');
    const example = exampleOf(bound, bounds[place + 1] ?? codePointEnd);
    const known = classes.get(key);
    if (known === undefined) {
      classes.set(key, members.length);
      return members.push(example) - 1;
    }
    if (readability(example) > readability(members[known] ?? 0)) members[known] = example;
    return known;
  });
  return { bounds, classOfBound, members };
}

function exampleOf(from: number, to: number): number {
  return [0x61, 0x30, 0x21].map((least) => Math.max(from, least)).find((codePoint) => codePoint < to) ?? from;
}

function readability(codePoint: number): number {
  if (codePoint >= 0x61 && codePoint <= 0x7a) return 3;
  return codePoint > 0x20 && codePoint < 0x7f ? 2 : codePoint > 0xa0 ? 1 : 0;
}
