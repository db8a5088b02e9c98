import type { HaloRecord } from '../record/halo-record.js';
import { readFirstText } from '../record/read-values.js';
import type { HaloSettings } from '../settings/halo-settings.js';
import { comparableNumber } from './item-number-index.js';

/** An item that a search for that text shows only if the search looks at one certain field. */
export interface TrialItem {
  readonly id: unknown;
  readonly text: string;
}

/**
 * One item for each field that counts as item number: which fields HaloPSA's search looks at is not documented, and a
 * number in a field that it passes over would be taken for missing and created a second time. A field that no row fills
 * on its own has none.
 */
export function trialItems(
  rows: readonly HaloRecord[],
  { itemNumberFields }: HaloSettings,
): readonly TrialItem[] {
  return itemNumberFields.flatMap((field) => {
    const candidates = rows
      .map((row) => ({ id: row['id'], text: comparableNumber(readFirstText(row, field)), row }))
      .filter(({ text, row }) => text !== '' && !standsElsewhere(text, field, row))
      // A long text has few hits besides the item itself.
      .sort((left, right) => right.text.length - left.text.length);
    return candidates.slice(0, 1).map(({ id, text }) => ({ id, text }));
  });
}

function standsElsewhere(text: string, field: string, row: HaloRecord): boolean {
  return Object.entries(row).some(
    ([name, value]) => name !== field && typeof value === 'string' && value.toLowerCase().includes(text),
  );
}
