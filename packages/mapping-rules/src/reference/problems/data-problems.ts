import type { ProblemEntries } from './problem-entry.js';

export const caseProblems: ProblemEntries<'case'> = {
  'case.differs': {
    meaning: 'The rules make something else of a case than its `expect` says.',
    mend: 'Correct the rule that the message names, or the case.',
    example: {
      rules: {
        productGroups: { rows: { Labor: '12' }, default: '1' },
        tests: [{ name: 'Labour', given: { ItemType: 'Labor' }, expect: { ProductGroup: '13' } }],
      },
    },
  },
};

export const dataProblems: ProblemEntries<'data'> = {
  'data.unknownColumn': {
    meaning: 'A column means nothing, stands there twice, or one that is needed is missing.',
    mend: 'Take the name that is suggested, or add the column.',
    example: { columns: ['ItemType', 'group'], records: [['Labor', '12']] },
  },
  'data.raggedRow': {
    meaning: 'A row has fewer or more cells than the table has columns, so that nobody knows which is which.',
    mend: 'Look for a comma, a quotation mark or a line end that is missing or too much in this row.',
    example: { columns: ['ItemType', 'Manufacturer', 'value'], records: [['Labor', '12']] },
  },
  'data.wrongValue': {
    meaning: 'A cell holds something that cannot stand there, such as a line type that there is not.',
    mend: 'Write what `expected` says.',
    example: { columns: ['ItemType', 'value'], records: [['', '12']] },
  },
};
