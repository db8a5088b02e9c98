/** Records in the order in which HaloPSA stored them: its ids count upwards (seen). */
export function inStoredOrder<Stored extends { readonly id: string }>(
  records: readonly Stored[],
): readonly Stored[] {
  return [...records].sort((left, right) => Number(left.id) - Number(right.id));
}
