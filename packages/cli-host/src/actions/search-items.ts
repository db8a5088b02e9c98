import { counted } from '../presentation/counted.js';
import { moneyText, periodNames } from '../presentation/money-text.js';
import { table } from '../presentation/table.js';
import { withConnection } from '../session/with-connection.js';
import { missingCapability } from '../session/missing-capability.js';
import type { Action } from '../command-line/late-action.js';

export const searchItems: Action<{ readonly limit?: number }> = async (context, { limit }, [text = '']) => {
  const { terminal } = context;
  const items = await withConnection(context, 'Searching items', async ({ connection, signal }) => {
    const port = connection.contactManager.items;
    if (port === undefined) throw missingCapability(connection, 'no item catalogue');
    return port.search({ text, ...(limit === undefined ? {} : { limit }) }, { signal });
  });
  terminal.result({ items }, () => {
    const rows = items.map((item) => [
      item.id,
      item.numbers[0] ?? '',
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
