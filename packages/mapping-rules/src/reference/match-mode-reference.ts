import type { MatchMode } from '../table/table.js';

export interface MatchModeReference {
  /** As the rules write a condition. */
  readonly rules: string;
  /** As a cell of a spreadsheet writes it. */
  readonly cell: string;
  readonly meaning: string;
  /** Values of the field that such a condition takes, and that it does not. */
  readonly matches: readonly string[];
  readonly misses: readonly string[];
}

/** How conditions compare, and `empty`, which compares with nothing. */
export const matchModeReference: Readonly<Record<MatchMode | 'empty', MatchModeReference>> = {
  anyCase: {
    rules: '{ "anyCase": "Labor" }',
    cell: 'Labor',
    meaning:
      'The same text without regard to case. What a plain text means unless the table’s `match` says otherwise.',
    matches: ['Labor', 'LABOR', ' labor '],
    misses: ['Labor 2', ''],
  },
  exact: {
    rules: '{ "exact": "Labor" }',
    cell: 'exact:Labor',
    meaning: 'The same text, case included.',
    matches: ['Labor', ' Labor '],
    misses: ['labor', ''],
  },
  prefix: {
    rules: '{ "prefix": "HP" }',
    cell: 'prefix:HP',
    meaning: 'The value begins with it, without regard to case.',
    matches: ['HP', 'hp-4050', 'HPE'],
    misses: ['Ink for HP', 'H', ''],
  },
  pattern: {
    rules: '{ "pattern": "CAT[56]e?-\\\\d+m" }',
    cell: 'pattern:CAT[56]e?-\\d+m',
    meaning: 'The whole value matches the pattern, without regard to case.',
    matches: ['CAT6-10m', 'cat5e-2m'],
    misses: ['CAT7-10m', 'CAT6-10m black', ''],
  },
  empty: {
    rules: '{ "empty": true }',
    cell: 'empty:',
    meaning: 'The field has no value, or space alone.',
    matches: ['', '  '],
    misses: ['0', 'empty'],
  },
};
