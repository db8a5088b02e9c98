/**
 * Up to three names that are like a misspelt or shortened one: the last step counts as much as the whole. What differs in
 * more than a third of its letters is left out.
 */
export function nearestTo(name: string, known: readonly string[]): readonly string[] {
  const last = (text: string): string => text.split('.').at(-1) ?? text;
  const far = (candidate: string): number =>
    candidate.toLowerCase().includes(name.toLowerCase())
      ? 0
      : distance(name, candidate) + 2 * distance(last(name), last(candidate));
  const isLike = (text: string, candidate: string): boolean =>
    (text.length > 2 && candidate.toLowerCase().includes(text.toLowerCase())) ||
    distance(text, candidate) <= Math.max(2, Math.floor(text.length / 3));
  return known
    .filter((candidate) => isLike(name, candidate) || isLike(last(name), last(candidate)))
    .sort((one, other) => far(one) - far(other))
    .slice(0, 3);
}

/** Letters to add, take away or change (Levenshtein). */
function distance(from: string, to: string): number {
  const [one, other] = [from.toLowerCase(), to.toLowerCase()];
  let above = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const here = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const change = (above[column - 1] ?? 0) + (one[row - 1] === other[column - 1] ? 0 : 1);
      here.push(Math.min(change, (above[column] ?? 0) + 1, (here[column - 1] ?? 0) + 1));
    }
    above = here;
  }
  return above.at(-1) ?? 0;
}
