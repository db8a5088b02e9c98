import type { TableWorkload } from '../table-workload.js';

/** The rows in JsonLogic, as one `if` with a condition and a value for each. */
export function rowLogic({ rows, otherwise, anyCase }: TableWorkload): object {
  const parts = rows.flatMap(({ key, prefix, value }) => {
    const same = { '===': [{ var: 'ItemType' }, anyCase ? key.toLowerCase() : key] };
    const begins = {
      '===': [{ substr: [{ var: 'ManufacturerPartNumber' }, 0, prefix.length] }, prefix],
    };
    return [prefix === '' ? same : { and: [same, begins] }, value];
  });
  return { if: [...parts, otherwise] };
}
