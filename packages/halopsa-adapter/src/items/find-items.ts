import type { CallOptions, ItemFindings } from '@quotebridge/core/plugin';
import { entities } from '../api/entities.js';
import type { HaloApi } from '../api/halo-api.js';
import { inParallel } from '../api/in-parallel.js';
import type { RowPage } from '../api/paged-rows.js';
import { fieldProfile } from '../profile/field-profile.js';
import type { HaloSettings } from '../settings/halo-settings.js';
import { comparableNumber, ItemNumberIndex } from './item-number-index.js';
import { trialItems, type TrialItem } from './search-trial.js';
import { itemNumbers, toItem } from './to-item.js';

/** Pages of the catalogue that certainty about a field that cannot be tried is worth: a thousand items. */
const pagesForCertainty = 10;

/**
 * Finds the active items that carry the numbers. One number is searched for. For more, or for one that the search does
 * not find, the first page of the catalogue tells how many items there are, and the cheaper way is taken: the other
 * pages, or one search for each number. Before a number counts as missing the search is tried out (`trialItems`); one
 * that passes over a field or does not narrow the list is not used, and the catalogue is read to its end. So it is when
 * a field cannot be tried, unless the catalogue is large.
 */
export async function findItemsByNumbers(
  api: HaloApi,
  settings: HaloSettings,
  numbers: readonly string[],
  options?: CallOptions,
): Promise<ItemFindings> {
  const index = new ItemNumberIndex();
  const wanted = [...new Set(numbers.map(comparableNumber).filter((number) => number !== ''))];
  const [first, ...others] = wanted;
  if (first !== undefined && others.length === 0) {
    const hits = await search(first);
    if (isMissing(first)) await findInCatalogue(hits, []);
  } else if (first !== undefined) {
    await findInCatalogue(undefined, wanted);
  }
  const found = numbers.flatMap((number) => {
    const items = index.find(number);
    return items.length === 0 ? [] : [[number, items] as const];
  });
  return { found: new Map(found), seen: index.seen };

  /** @param hits of a search that has been read to its end. */
  async function findInCatalogue(hits: number | undefined, toSearch: readonly string[]): Promise<void> {
    const catalogue = api.pages(entities.item, {}, options);
    const start = await catalogue.next();
    if (start.done === true) return;
    take(start.value);
    const { rows, total } = start.value;
    // As many hits as there are items: the search was ignored, so every item has been seen.
    if (total !== undefined && hits === total) return;
    const pagesLeft = total === undefined ? 0 : Math.ceil(total / fieldProfile.paging.pageSize) - 1;
    if (pagesLeft > toSearch.length && (await searchEach(toSearch, total))) {
      if (!wanted.some(isMissing)) return;
      const trials = trialItems(rows, settings);
      const allTried = trials.length === settings.itemNumberFields.length;
      if (pagesLeft > (allTried ? trials.length : pagesForCertainty) && (await allShown(trials))) return;
    }
    for await (const page of catalogue) take(page);
  }

  /** False when the first search shows that HaloPSA ignores it: every further one would cost the whole catalogue. */
  async function searchEach([one, ...rest]: readonly string[], total: number | undefined): Promise<boolean> {
    if (one === undefined) return true;
    for await (const page of api.pages(entities.item, { search: one }, options)) {
      if (page.total !== undefined && page.total === total) return false;
      take(page);
    }
    await inParallel(rest, search);
    return true;
  }

  async function search(number: string): Promise<number | undefined> {
    let total: number | undefined;
    for await (const page of api.pages(entities.item, { search: number }, options)) {
      take(page);
      total = page.total;
    }
    return total;
  }

  async function allShown(trials: readonly TrialItem[]): Promise<boolean> {
    const shown = await inParallel(trials, async ({ id, text }) => {
      const page = await api.pages(entities.item, { search: text }, options).next();
      return page.done !== true && page.value.rows.some((row) => row['id'] === id);
    });
    return shown.every((found) => found);
  }

  function take({ rows }: RowPage): void {
    for (const row of rows) {
      const item = toItem(row, settings);
      if (item !== undefined) index.add(item, itemNumbers(row, settings));
    }
  }

  function isMissing(number: string): boolean {
    return index.find(number).length === 0;
  }
}
