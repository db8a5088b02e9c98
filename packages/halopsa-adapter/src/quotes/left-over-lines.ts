import type { QuoteLineWrite, StoredQuoteLine } from '@quotebridge/core/plugin';

/**
 * Lines of ours that were not written and yet are still there: whether HaloPSA removes lines that an update leaves out
 * is not documented. Lines without our key are never among them; people may have added them a second ago.
 */
export function leftOverLines(
  stored: readonly StoredQuoteLine[],
  written: readonly QuoteLineWrite[],
): readonly StoredQuoteLine[] {
  const ids = new Set(written.flatMap((line) => (line.action === 'create' ? [] : [line.id])));
  const created = new Set(written.flatMap((line) => (line.action === 'create' ? [line.key] : [])));
  return stored.filter(({ id, key }) => key !== undefined && !ids.has(id) && !created.has(key));
}

/** Without it, the switch that drops lines of quantity zero would take more than the lines that are to go. */
export function othersHaveQuantity(
  stored: readonly StoredQuoteLine[],
  leftOver: readonly StoredQuoteLine[],
): boolean {
  return stored.every((line) => leftOver.includes(line) || (line.quantity ?? '0') !== '0');
}

/** The written lines once more, those that were created now under the id that they got. */
export function asStored(
  written: readonly QuoteLineWrite[],
  stored: readonly StoredQuoteLine[],
): readonly QuoteLineWrite[] {
  return written.flatMap((line): readonly QuoteLineWrite[] => {
    if (line.action !== 'create') return [line];
    const id = stored.find(({ key }) => key === line.key)?.id;
    return id === undefined ? [] : [{ action: 'keep', id, key: line.key, fields: line.fields }];
  });
}
