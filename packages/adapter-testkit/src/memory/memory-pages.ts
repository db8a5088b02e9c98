import type { CallOptions } from '@quotebridge/core/plugin';
import type { MemoryGateway } from './memory-gateway.js';
import type { MemoryTenant } from './memory-tenant.js';

/** So small that a tiny tenant has several pages. */
export const defaultPageSize = 3;

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

/** What the PSA lists, page by page, one request each; nothing for an empty list. */
export async function* memoryPages<Found>(
  gateway: MemoryGateway,
  pageSize: number,
  options: CallOptions | undefined,
  list: (tenant: MemoryTenant) => readonly Found[],
): AsyncGenerator<readonly Found[], void, undefined> {
  for (let from = 0; ; from += pageSize) {
    const page = await gateway.read(options, (tenant) => list(tenant).slice(from, from + pageSize));
    if (page.length > 0) yield page;
    if (page.length < pageSize) return;
  }
}
