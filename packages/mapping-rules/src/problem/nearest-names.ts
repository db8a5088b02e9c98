/** Longer texts are no typing mistake of a field name, and comparing them would only cost time. */
const longestName = 64;

/** Who has more of them is told of the first. */
const mostCompared = 2000;

/** Up to three of the names that differ from the text by a few of its letters only, the nearest first. */
export function nearestNames(text: string, names: Iterable<string>): readonly string[] {
  if (text.length > longestName) return [];
  const wanted = text.toLowerCase();
  const bound = Math.min(wanted.length - 1, Math.max(2, Math.floor(wanted.length / 3)));
  const near: { name: string; distance: number }[] = [];
  let left = mostCompared;
  for (const name of names) {
    if (left-- === 0) break;
    if (name.length > longestName) continue;
    const distance = editDistance(wanted, name.toLowerCase(), bound);
    if (distance <= bound) near.push({ name, distance });
  }
  near.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  return near.slice(0, 3).map(({ name }) => name);
}

/** Insertions, deletions and replacements between two short texts (Levenshtein); any number above the bound for more. */
function editDistance(left: string, right: string, bound: number): number {
  if (Math.abs(left.length - right.length) > bound) return bound + 1;
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > bound) return bound + 1;
    row = next;
  }
  return row[right.length] ?? 0;
}
