/** Asks for page after page until one is short or enough are there. */
export async function collectPages<Found>(
  page: (from: number) => Promise<readonly Found[]>,
  pageSize: number,
  limit: number,
): Promise<readonly Found[]> {
  const found: Found[] = [];
  while (found.length < limit) {
    const more = await page(found.length);
    found.push(...more);
    if (more.length < pageSize) break;
  }
  return found.slice(0, limit);
}
