/** Code points as sorted ranges that do not touch, flat and half open: `[from, to, from, to, …]`. */
export type CharacterSet = readonly number[];

/** The number after the last code point. */
export const codePointEnd = 0x110000;

/** All of them; capitals too, although texts in the folded form have none. */
export const anyCharacter: CharacterSet = [0, codePointEnd];

export function isInSet(set: CharacterSet, codePoint: number): boolean {
  let low = 0;
  let high = set.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((set[middle] ?? codePointEnd) <= codePoint) low = middle + 1;
    else high = middle;
  }
  return low % 2 === 1;
}

/** The first code point, not below `least`, that both have. */
function firstInBoth(left: CharacterSet, right: CharacterSet, least = 0): number | undefined {
  for (let l = 0, r = 0; l < left.length && r < right.length;) {
    const from = Math.max(left[l] ?? 0, right[r] ?? 0, least);
    const leftEnd = left[l + 1] ?? 0;
    const rightEnd = right[r + 1] ?? 0;
    if (from < Math.min(leftEnd, rightEnd)) return from;
    if (leftEnd < rightEnd) l += 2;
    else r += 2;
  }
  return undefined;
}

/** A code point that both have, for people: a letter if there is one, at least something visible. */
export function exampleOfBoth(left: CharacterSet, right: CharacterSet): number | undefined {
  const letter = firstInBoth(left, right, 0x61);
  if (letter !== undefined && letter <= 0x7a) return letter;
  return firstInBoth(left, right, 0x21) ?? firstInBoth(left, right);
}
