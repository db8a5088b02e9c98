import type { Contestant } from '../measure/contestant.js';
import type { TableInput, TableWorkload } from './table-workload.js';

const onlyKeys = ({ kind }: TableWorkload): string | undefined =>
  kind === 'keys' ? undefined : 'has one key and no conditions';

export const mapByHand: Contestant<TableWorkload> = {
  name: 'Map',
  kind: 'baseline',
  use: '`map.get(line.ItemType) ?? otherwise`; in lower case where case does not matter',
  cannot: onlyKeys,
  load: () =>
    Promise.resolve(({ rows, otherwise, anyCase }) => {
      if (anyCase) {
        const folded = new Map(rows.map(({ key, value }) => [key.toLowerCase(), value]));
        return ({ ItemType }: TableInput) => folded.get(ItemType.toLowerCase()) ?? otherwise;
      }
      const map = new Map(rows.map(({ key, value }) => [key, value]));
      return ({ ItemType }: TableInput) => map.get(ItemType) ?? otherwise;
    }),
};

export const linearScan: Contestant<TableWorkload> = {
  name: 'linear scan',
  kind: 'baseline',
  use: 'a loop over the rows, up to the first that matches',
  load: () =>
    Promise.resolve(({ rows, otherwise, anyCase }) => {
      const folded = rows.map((row) => ({ ...row, key: anyCase ? row.key.toLowerCase() : row.key }));
      return ({ ItemType, ManufacturerPartNumber }: TableInput) => {
        const wanted = anyCase ? ItemType.toLowerCase() : ItemType;
        for (const { key, prefix, value } of folded) {
          if (key === wanted && ManufacturerPartNumber.startsWith(prefix)) return value;
        }
        return otherwise;
      };
    }),
};
