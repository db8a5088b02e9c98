import type { ProblemEntries } from './problem-entry.js';

export const tableProblems: ProblemEntries<'table'> = {
  'table.emptyKey': {
    meaning: 'A row has no condition, or one without a text.',
    mend: 'Say what the field must be; `{ "empty": true }` takes an empty field. What holds for all else is the `default`.',
    example: { rules: { productGroups: { rows: [{ when: '', value: '12' }] } } },
  },
  'table.duplicateKey': {
    meaning: 'Two rows have the same conditions, so that the second can never be taken.',
    mend: 'Take one of them out.',
    example: {
      rules: {
        productGroups: {
          rows: [
            { when: 'Labor', value: '12' },
            { when: 'LABOR', value: '13' },
          ],
        },
      },
    },
  },
  'table.unknownField': {
    meaning: 'A condition, or the `key` of a table, names a field that documents do not have.',
    mend: 'Take the name that is suggested. A column of your own is made known under `fields`.',
    example: { rules: { productGroups: { rows: [{ when: { ItemTyp: 'Labor' }, value: '12' }] } } },
  },
  'table.unknownTable': {
    meaning: 'A table falls back on one that `tables` does not have, or a macro asks one.',
    mend: 'Take the name that is suggested, or add the table.',
    example: { rules: { productGroups: { rows: { Labor: '12' }, fallback: 'groups' } } },
  },
  'table.cyclicFallback': {
    meaning: 'Tables fall back on each other in a circle.',
    mend: 'Take one `fallback` out, so that there is a last table.',
    example: {
      rules: {
        tables: {
          here: { rows: { Labor: '1' }, fallback: 'there' },
          there: { rows: { Product: '2' }, fallback: 'here' },
        },
      },
    },
  },
  'table.shadowedRow': {
    meaning: 'Rows above take everything that this row would take, so that it is never used.',
    mend: 'Put the narrower row above the wider one, or take it out.',
    example: {
      rules: {
        productGroups: {
          rows: [
            { when: { Manufacturer: { prefix: 'HP' } }, value: '5' },
            { when: { Manufacturer: 'HP Inc.' }, value: '6' },
          ],
        },
      },
    },
  },
  'table.ambiguousRows': {
    meaning: 'Two rows with patterns take the same text and say different things; the upper one decides.',
    mend: 'Make the patterns exclude each other, or leave it if the order is meant.',
    example: {
      rules: {
        productGroups: {
          rows: [
            { when: { ManufacturerPartNumber: { pattern: 'A.*' } }, value: '5' },
            { when: { ManufacturerPartNumber: { pattern: '.*-XL' } }, value: '6' },
          ],
        },
      },
    },
  },
  'table.unreachableDefault': {
    meaning: 'The rows take every line, so that the `default` or `fallback` is never used.',
    mend: 'Take it out, or make the row narrower that takes everything.',
    example: {
      rules: {
        productGroups: { rows: [{ when: { ItemType: { pattern: '.*' } }, value: '5' }], default: '1' },
      },
    },
  },
  'table.similarName': {
    meaning: 'The names of two tables differ in case only, so that one is easily taken for the other.',
    mend: 'Join the two, or call one of them something else.',
    example: {
      rules: { tables: { Group: { rows: { Labor: '1' } }, group: { rows: { Product: '2' } } } },
    },
  },
};
