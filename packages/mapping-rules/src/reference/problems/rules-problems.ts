import type { ProblemEntries } from './problem-entry.js';

/** `t0` falls back on `t1`, that on `t2`, and so on. */
const manyTables = Object.fromEntries(
  Array.from({ length: 40 }, (_, index) => [
    `t${index}`,
    { rows: { Labor: '12' }, ...(index === 39 ? {} : { fallback: `t${index + 1}` }) },
  ]),
);

/** The document with the rules as such. */
export const rulesProblems: ProblemEntries<'rules'> = {
  'rules.wrongType': {
    meaning: 'A value is of another kind: a number in place of a text, a list in place of keys and values.',
    mend: 'Write what `expected` says. In YAML, numbers that are meant as texts stand in quotes: `"12"`.',
    example: { rules: { productGroups: { rows: { Labor: 12 } } } },
  },
  'rules.unknownKey': {
    meaning: 'A key means nothing in this place.',
    mend: 'Take the key that is suggested, or take it out. Notes belong under `comment`.',
    example: { rules: { productGroup: { rows: { Labor: '12' } } } },
  },
  'rules.missingKey': {
    meaning: 'A key that is needed is not there.',
    mend: 'Add the key that `expected` names.',
    example: { rules: { productGroups: { default: '1' } } },
  },
  'rules.wrongValue': {
    meaning: 'A value is of the right kind, but none of those that may stand here.',
    mend: 'Take one of the values that `expected` names.',
    example: { rules: { users: { match: 'fuzzy', rows: { jane: '7' } } } },
  },
  'rules.tooDeep': {
    meaning: 'Too many tables fall back on each other, one on the next.',
    mend: 'Join some of them into one.',
    example: {
      rules: { tables: manyTables },
      shown: '{ "tables": { "t0": { "rows": { "Labor": "12" }, "fallback": "t1" }, … 39 more } }',
    },
  },
};
