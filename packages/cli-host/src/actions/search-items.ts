import { counted } from '../presentation/counted.js';
import { moneyText, periodNames } from '../presentation/money-text.js';
import { table } from '../presentation/table.js';
import { withConnection } from '../session/with-connection.js';
import { missingCapability } from '../session/missing-capability.js';
import type { Item } from '@quotebridge/core';
import type { Action } from '../command-line/late-action.js';

export const searchItems: Action<{ readonly limit?: number }> = async (context, { limit }, [text = '']) => {
  const { terminal } = context;
  const items = await withConnection(context, 'Searching items', async ({ connection, signal }) => {
    const port = connection.contactManager.items;
    if (port === undefined) throw missingCapability(connection, 'no item catalogue');
    return port.search({ text, ...(limit === undefined ? {} : { limit }) }, { signal });
  });
  terminal.result({ items }, (shown) => {
    const rows = shown.items.map((item) => [
      item.id,
      partNumbers(item),
      item.name,
      Object.values(item.classification)
        .map((entry) => entry.name)
        .join(', '),
      item.price === undefined ? '' : moneyText(item.price),
      periodNames[item.billingPeriod],
    ]);
    const columns = [
      { title: 'id', align: 'right' as const },
      { title: 'number', shrinksTo: 10 },
      { title: 'item', shrinksTo: 16 },
      { title: 'group', shrinksTo: 8 },
      { title: 'price', align: 'right' as const },
      { title: 'billed' },
    ];
    return table(columns, rows, { width: terminal.width, colours: terminal.colours });
  });
  terminal.note(terminal.noteColours.dim(counted(items.length, 'item')));
  return 0;
};

/** The numbers that say more than the name, which is shown anyway. */
function partNumbers({ name, numbers }: Item): string {
  const others = [...new Set(numbers)].filter((number) => number !== name);
  return others.length === 0 ? (numbers[0] ?? '') : others.join(', ');
}
