import type { TableRow } from '@quotebridge/mapping-rules';
import { randomNumbers } from '../measure/random.js';
import type { TableInput, TableLine, TableWorkload } from './table-workload.js';

const otherwise = 'Miscellaneous';

/** Item types or part numbers, whatever a business keys its table by: the same letters, so that all of them must be compared. */
export const tableWorkloads: readonly TableWorkload[] = [
  keys('10', 10, false),
  keys('1000', 1_000, false),
  keys('100000', 100_000, false),
  keys('any-case', 1_000, true),
  {
    ...keys('unknown', 1_000, false),
    title: '1,000 rows, exact; keys that no row has, each another',
    lines: unknownLines(),
  },
  conditions('conditions', 1_000),
];

function keys(id: string, count: number, anyCase: boolean): TableWorkload {
  const rows = Array.from({ length: count }, (_, row) => ({
    key: `HW-${String(row * 7919).padStart(9, '0')}-X`,
    prefix: '',
    value: `Group ${row % 50}`,
  }));
  const spelt = (key: string, random: number): string => (anyCase && random < 0.5 ? key.toLowerCase() : key);
  return {
    id,
    title: `${count.toLocaleString('en-GB')} rows, ${anyCase ? 'any case' : 'exact'}`,
    kind: 'keys',
    anyCase,
    table: {
      key: 'ItemType',
      match: anyCase ? 'anyCase' : 'exact',
      rows: rows.map(({ key, value }): TableRow => ({ when: key, value })),
      default: otherwise,
    },
    rows,
    otherwise,
    lines: linesOf(rows, spelt),
  };
}

/** Item types with ten prefixes each, and a row for the rest of each. */
function conditions(id: string, count: number): TableWorkload {
  const rows = Array.from({ length: count }, (_, row) => ({
    key: `Type ${String(Math.floor(row / 10)).padStart(3, '0')}`,
    prefix: row % 10 === 9 ? '' : `P${row % 10}`,
    value: `Group ${row % 50}`,
  }));
  return {
    id,
    title: `${count.toLocaleString('en-GB')} rows with two conditions, exact and prefix`,
    kind: 'conditions',
    anyCase: false,
    table: {
      key: 'ItemType',
      match: 'exact',
      rows: rows.map(({ key, prefix, value }): TableRow => ({
        when: {
          ItemType: { exact: key },
          ...(prefix === '' ? {} : { ManufacturerPartNumber: { prefix } }),
        },
        value,
      })),
      default: otherwise,
    },
    rows,
    otherwise,
    lines: linesOf(rows, (key) => key, 20_000),
  };
}

/** So many that none of them can be remembered. */
function unknownLines(): readonly TableInput[] {
  const lines = Array.from({ length: 20_000 }, (_, line) => ({
    ItemType: `HW-${String(line * 104729).padStart(10, '0')}-Y`,
    ManufacturerPartNumber: '',
  }));
  return JSON.parse(JSON.stringify(lines)) as TableInput[];
}

/** One of ten is covered by no row; their texts are objects of their own, as if they came from a file. */
function linesOf(
  rows: readonly TableLine[],
  spelt: (key: string, random: number) => string,
  count = 10_000,
): readonly TableInput[] {
  const random = randomNumbers(7);
  const lines = Array.from({ length: count }, () => {
    const key = rows[Math.floor(random() * rows.length)]?.key ?? '';
    const ItemType = random() < 0.1 ? `${key}?` : spelt(key, random());
    return {
      ItemType,
      ManufacturerPartNumber: `P${Math.floor(random() * 12)}-${Math.floor(random() * 1e6)}`,
    };
  });
  return JSON.parse(JSON.stringify(lines)) as TableInput[];
}
