/** More of a kind say nothing new, and nobody reads them. */
const most = 50;

/** The first of what was found; the last that is told says how many are left out. */
export function toldAtMost<Told extends { readonly message: string }>(
  found: readonly Told[],
): readonly Told[] {
  const left = found.length - most;
  const last = found[most - 1];
  if (left <= 0 || last === undefined) return found;
  const more =
    left === 1 ? 'One more of that kind is not shown.' : `${left} more of that kind are not shown.`;
  return [...found.slice(0, most - 1), { ...last, message: `${last.message} ${more}` }];
}

/** Whether one that so many stand before is told. */
export function isTold(before: number): boolean {
  return before < most;
}
