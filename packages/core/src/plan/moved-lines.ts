/**
 * Which lines must move so that all stand in the wanted order: as few as possible. Numbers that only shift because a
 * line before them came or went are no change.
 *
 * @param current keys in the wanted order with the positions at which they stand now
 */
export function movedLines(
  current: readonly { readonly key: string; readonly position: number }[],
): ReadonlySet<string> {
  // Longest increasing subsequence: `ends[n]` is the line that ends the best sequence of n + 1 lines so far.
  const ends: number[] = [];
  const before = new Array<number>(current.length).fill(-1);
  for (const [index, { position }] of current.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (positionOf(current, ends[middle]) < position) low = middle + 1;
      else high = middle;
    }
    before[index] = ends[low - 1] ?? -1;
    ends[low] = index;
  }
  const staying = new Set<number>();
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) staying.add(index);
  return new Set(current.filter((_, index) => !staying.has(index)).map(({ key }) => key));
}

function positionOf(lines: readonly { readonly position: number }[], index: number | undefined): number {
  return (index === undefined ? undefined : lines[index]?.position) ?? Number.NEGATIVE_INFINITY;
}
