import { pictured, type TenantPicture } from './tenant-picture.js';

export interface Comparison {
  readonly equal: boolean;
  /** Records beyond those that should be there, of all kinds, lines of quotes included. */
  readonly duplicates: number;
  /** What is not as it should be, for people; empty when equal. */
  readonly differences: readonly string[];
}

/** What is in a tenant, against what should be. */
export function comparePictures(actual: TenantPicture, wanted: TenantPicture): Comparison {
  const differences: string[] = [];
  let duplicates = 0;
  for (const kind of pictured) {
    const surplus = without(actual[kind], wanted[kind]);
    const missing = without(wanted[kind], actual[kind]);
    duplicates += Math.max(0, actual[kind].length - wanted[kind].length);
    if (kind === 'quotes') duplicates += Math.max(0, countLines(actual[kind]) - countLines(wanted[kind]));
    for (const [index, text] of surplus.entries())
      differences.push(`${kind}: ${difference(text, missing[index])}`);
    for (const text of missing.slice(surplus.length))
      differences.push(`${kind}: missing ${text.slice(0, 300)}`);
  }
  return { equal: differences.length === 0, duplicates, differences };
}

/** Those of the left that the right does not have, each counted as often as it occurs. */
function without(left: readonly string[], right: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of right) counts.set(text, (counts.get(text) ?? 0) + 1);
  return left.filter((text) => {
    const count = counts.get(text) ?? 0;
    counts.set(text, count - 1);
    return count <= 0;
  });
}

function countLines(quotes: readonly string[]): number {
  return quotes.reduce((sum, text) => sum + (JSON.parse(text) as { lines: unknown[] }).lines.length, 0);
}

function difference(actual: string, wanted: string | undefined): string {
  if (wanted === undefined) return `unexpected ${actual.slice(0, 300)}`;
  let start = 0;
  while (actual[start] === wanted[start]) start += 1;
  const from = Math.max(0, start - 60);
  return `…${actual.slice(from, start + 80)}… in place of …${wanted.slice(from, start + 80)}…`;
}
