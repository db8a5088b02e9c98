import type { MacroExample } from './example.js';

export interface FilterReference {
  readonly name: string;
  /** The arguments as they are written; empty: none. */
  readonly arguments: string;
  readonly meaning: string;
  readonly examples: readonly MacroExample[];
}

const part = (macro: string, ManufacturerPartNumber: string, gives: string): MacroExample => ({
  macro: `&{DI_ManufacturerPartNumber|${macro}}`,
  given: { ManufacturerPartNumber },
  gives,
});
const date = (filter: string, CustomDate01: string, gives: string): MacroExample => ({
  macro: `&{DI_CustomDate01|${filter}}`,
  given: { CustomDate01 },
  gives,
});

/** Every filter of the language. */
export const filterReference: readonly FilterReference[] = [
  {
    name: 'trim',
    arguments: '',
    meaning: 'Without space around it. Fields are trimmed anyway; other filters may leave space.',
    examples: [part('left:4|trim', 'DVC 503', 'DVC')],
  },
  {
    name: 'upper',
    arguments: '',
    meaning: 'In upper case.',
    examples: [part('upper', 'dvc503b', 'DVC503B')],
  },
  {
    name: 'lower',
    arguments: '',
    meaning: 'In lower case.',
    examples: [part('lower', 'DVC503B', 'dvc503b')],
  },
  {
    name: 'left',
    arguments: 'n',
    meaning: 'The first n characters.',
    examples: [part('left:3', 'DVC503B', 'DVC')],
  },
  {
    name: 'right',
    arguments: 'n',
    meaning: 'The last n characters.',
    examples: [part('right:4', 'DVC503B', '503B')],
  },
  {
    name: 'mid',
    arguments: 'start,length',
    meaning: 'So many characters from the place `start`, which is counted from 1.',
    examples: [part('mid:4,3', 'DVC503B', '503')],
  },
  {
    name: 'pad',
    arguments: "n,'0'",
    meaning:
      'Filled up on the left to n characters; without a character: with zeros. An empty value stays empty.',
    examples: [part("pad:6,'0'", '503', '000503'), part("pad:6,'0'", '', '')],
  },
  {
    name: 'replace',
    arguments: "'a','b'",
    meaning: 'Every `a` becomes `b`.',
    examples: [
      part("replace:'/','-'", 'DVC/503/B', 'DVC-503-B'),
      part("replace:' ',''", 'DVC 503 B', 'DVC503B'),
    ],
  },
  {
    name: 'digits',
    arguments: '',
    meaning: 'The digits 0 to 9 alone.',
    examples: [part('digits', 'DVC-503/2', '5032')],
  },
  {
    name: 'slug',
    arguments: '',
    meaning: 'In lower case, accents taken off, everything but letters and digits one hyphen.',
    examples: [part('slug', 'Crème brûlée (2 l)', 'creme-brulee-2-l')],
  },
  {
    name: 'date',
    arguments: "'yyyy-MM-dd'",
    meaning:
      'A date (`3/31/2026` or `2026-03-31`) in the form that is given: `yyyy`, `yy`, `MM`, `M`, `dd`, `d` and signs. What is no date is refused.',
    examples: [
      date("date:'yyyy-MM-dd'", '3/7/2026', '2026-03-07'),
      date("date:'yyMM'", '2026-03-31', '2603'),
    ],
  },
  {
    name: 'default',
    arguments: "'x'",
    meaning: '`x` when the value is empty.',
    examples: [part("default:'NA'", '', 'NA'), part("default:'NA'", 'DVC503', 'DVC503')],
  },
  {
    name: 'hash8',
    arguments: '',
    meaning:
      'Eight letters and digits (A–Z, 2–7) that depend on the whole text and on nothing else: the same text has the same ones anywhere and for ever. They begin the base-32 form (RFC 4648) of the SHA-256 of the text in UTF-8. An empty value stays empty.',
    examples: [part('hash8', 'DVC-503/B', 'LFLYZ3BX')],
  },
];
