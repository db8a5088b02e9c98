import { counted } from '@quotebridge/command-line/terminal';

/** How many a search shows when no limit is given. */
const usualLimit = 50;

/** `50 users, perhaps more: raise --limit`. */
export function foundText(found: readonly unknown[], noun: string, limit = usualLimit): string {
  const more = found.length >= limit ? ', perhaps more: raise --limit' : '';
  return `${counted(found.length, noun)}${more}`;
}
