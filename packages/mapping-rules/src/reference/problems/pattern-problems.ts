import type { ProblemEntries, ProblemEntry } from './problem-entry.js';

function withPattern(pattern: string): ProblemEntry['example'] {
  return { rules: { productGroups: { rows: [{ when: { ItemType: { pattern } }, value: '12' }] } } };
}

export const patternProblems: ProblemEntries<'pattern'> = {
  'pattern.invalid': {
    meaning: 'A pattern cannot be read, or uses a part of regular expressions that rules do not have.',
    mend: 'Correct it at the position that is named. A sign that is meant as itself stands behind `\\`: `1\\.5`.',
    example: withPattern('CAT(5|6'),
  },
  'pattern.explosive': {
    meaning:
      'One value can match the pattern in so many ways that other programs, which try them, would take minutes. Checking the rules tells it.',
    mend: 'Let no repeated part be able to begin with what the part before it ends with: `a+`, not `(a+)+`.',
    example: withPattern('(a+)+b'),
  },
  'pattern.tooLarge': {
    meaning: 'A pattern repeats so much that looking through it takes too long.',
    mend: 'Lower the numbers in `{…}`, or use `+` or `*`.',
    example: withPattern('(a{1000}){1000}'),
  },
};
