import type { SeedRow } from './seed.js';

/** Lookup tables by number. Table 11 is the list of the others. */
const tables: Readonly<Record<number, readonly [title: string, ...rows: string[]]>> = {
  12: ['Impact', 'Company wide', 'Multiple users', 'Single user'],
  22: ['Request source', 'Email', 'Phone', 'Portal', 'API'],
  27: ['Urgency', 'High', 'Medium', 'Low'],
  30: ['Address type', 'Delivery', 'Invoice'],
  34: ['Sales order status', 'New', 'Ordered', 'Delivered', 'Invoiced'],
  39: ['Quotation status', 'New', 'Sent', 'Accepted', 'Rejected', 'Revised', 'Expired'],
  57: [
    'Opportunity closure category',
    'Won - price',
    'Won - relationship',
    'Lost - price',
    'Lost - no decision',
  ],
};

/** Quotation statuses that end a quote carry `value3` "1". */
const closingQuoteStatuses = new Set(['Rejected', 'Revised', 'Expired']);

export const lookups: readonly SeedRow[] = [
  { lookupid: 11, id: 11, name: 'Lookup type', sequence: 1, inactive: false },
  ...Object.entries(tables).flatMap(([number, [title, ...names]]) => [
    { lookupid: 11, id: Number(number), name: title, sequence: Number(number), inactive: false },
    ...names.map((name, index) => ({
      lookupid: Number(number),
      id: index + 1,
      name,
      value2: '',
      value3: number === '39' && closingQuoteStatuses.has(name) ? '1' : '',
      sequence: index + 1,
      inactive: false,
    })),
  ]),
];
