import type { CallOptions, ItemFindings } from '@quotebridge/core/plugin';
import { entities } from '../api/entities.js';
import type { HaloApi } from '../api/halo-api.js';
import { inParallel } from '../api/in-parallel.js';
import type { RowPage } from '../api/paged-rows.js';
import { fieldProfile } from '../profile/field-profile.js';
import type { HaloSettings } from '../settings/halo-settings.js';
import { comparableNumber, ItemNumberIndex } from './item-number-index.js';
import { itemNumbers, toItem } from './to-item.js';

/**
 * Finds the active items that carry the numbers. For one number it searches. For more it reads the first page of the
 * catalogue, sees how many there are, and takes the cheaper way: the other pages, or one search for each number.
 * A tenant whose search does not narrow the list is noticed and read page by page.
 */
export async function findItemsByNumbers(
  api: HaloApi,
  settings: HaloSettings,
  numbers: readonly string[],
  options?: CallOptions,
): Promise<ItemFindings> {
  const index = new ItemNumberIndex();
  const wanted = [...new Set(numbers.map(comparableNumber).filter((number) => number !== ''))];
  const take = ({ rows }: RowPage): void => {
    for (const row of rows) {
      const item = toItem(row, settings);
      if (item !== undefined) index.add(item, itemNumbers(row, settings));
    }
  };
  const search = async (number: string): Promise<number | undefined> => {
    let total: number | undefined;
    for await (const page of api.pages(entities.item, { search: number }, options)) {
      take(page);
      total = page.total;
    }
    return total;
  };

  const [first, ...others] = wanted;
  if (first !== undefined && others.length === 0) await search(first);
  else if (first !== undefined) await findMany(first, others);
  const found = numbers.flatMap((number) => {
    const items = index.find(number);
    return items.length === 0 ? [] : [[number, items] as const];
  });
  return { found: new Map(found), seen: index.seen };

  async function findMany(one: string, rest: readonly string[]): Promise<void> {
    const catalogue = api.pages(entities.item, {}, options);
    const start = await catalogue.next();
    if (start.done === true) return;
    take(start.value);
    const { total } = start.value;
    const pagesLeft = total === undefined ? 0 : Math.ceil(total / fieldProfile.paging.pageSize) - 1;
    const searchesPay = pagesLeft > rest.length + 1;
    // As many hits as there are items: the search was ignored, and every further one would cost the whole catalogue.
    if (searchesPay && (await searchNarrows(one, total))) {
      await inParallel(rest, search);
      return;
    }
    for await (const page of catalogue) take(page);
  }

  /** Reads no more than the first page of a search that does not narrow. */
  async function searchNarrows(number: string, total: number | undefined): Promise<boolean> {
    for await (const page of api.pages(entities.item, { search: number }, options)) {
      if (page.total !== undefined && page.total === total) return false;
      take(page);
    }
    return true;
  }
}
