import type { TableInput, TableWorkload } from '../table-workload.js';

/** The rows as data beside the line: engines that can compute the name of a property then find the row by its key. */
export function rowsAsData({ rows, anyCase }: TableWorkload): Record<string, string> {
  return Object.fromEntries(rows.map(({ key, value }) => [anyCase ? key.toLowerCase() : key, value]));
}

export interface InputWithRows extends TableInput {
  readonly rows: Record<string, string>;
}

export function cannotAsData({ kind }: TableWorkload): string | undefined {
  return kind === 'keys' ? undefined : 'rows as data have one key and no conditions';
}
