import { moneyText, periodNames } from './money-text.js';
import { table, type TableOptions } from '@quotebridge/command-line/table';
import type { Item } from '@quotebridge/core';

/** Items of the catalogue; columns that none of them fills are left out, and some when the terminal is narrow. */
export function itemTable(items: readonly Item[], options: TableOptions): string {
  const columns = [
    { title: 'id', align: 'right' as const, cell: ({ id }: Item) => id },
    { title: 'number', shrinksTo: 8, cell: partNumbers },
    {
      title: 'item',
      shrinksTo: 14,
      cell: ({ name, inactive }: Item) => (inactive ? `${name} (inactive)` : name),
    },
    { title: 'SKU', shrinksTo: 6, mayGo: true, cell: ({ sku }: Item) => sku ?? '' },
    { title: 'group', shrinksTo: 8, cell: groups },
    { title: 'supplier', shrinksTo: 6, mayGo: true, cell: supplier },
    { title: 'stock', align: 'right' as const, cell: ({ stock }: Item) => stock ?? '' },
    { title: 'cost', align: 'right' as const, cell: ({ cost }: Item) => amount(cost) },
    { title: 'price', align: 'right' as const, cell: ({ price }: Item) => amount(price) },
    { title: 'billed', cell: ({ billingPeriod }: Item) => periodNames[billingPeriod] },
  ];
  const optional = ['SKU', 'supplier', 'stock', 'cost'];
  const shown = columns.filter(
    ({ title, cell }) => !optional.includes(title) || items.some((item) => cell(item) !== ''),
  );
  const rows = items.map((item) => shown.map(({ cell }) => cell(item)));
  return table(shown, rows, options);
}

/** The numbers that say more than the name, which is shown anyway. */
function partNumbers({ name, numbers }: Item): string {
  const others = [...new Set(numbers)].filter((number) => number !== name);
  return others.length === 0 ? (numbers[0] ?? '') : others.join(', ');
}

function groups({ classification }: Item): string {
  return Object.values(classification)
    .map(({ name }) => name)
    .join(', ');
}

function supplier({ supplier: name = '', supplierNumber = '' }: Item): string {
  return [name, supplierNumber].filter((part) => part !== '').join(' ');
}

function amount(value: string | undefined): string {
  return value === undefined ? '' : moneyText(value);
}
