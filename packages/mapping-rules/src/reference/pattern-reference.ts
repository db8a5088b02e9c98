export interface PatternReference {
  readonly part: string;
  readonly meaning: string;
  readonly pattern: string;
  readonly matches: readonly string[];
  readonly misses: readonly string[];
}

/** What patterns are made of. */
export const patternReference: readonly PatternReference[] = [
  { part: 'text', meaning: 'itself, in any case', pattern: 'cat6', matches: ['CAT6'], misses: ['CAT60'] },
  {
    part: '.',
    meaning: 'any one character',
    pattern: 'CAT.',
    matches: ['CAT6', 'cat7'],
    misses: ['CAT', 'CAT6a'],
  },
  {
    part: '[…]',
    meaning: 'one of these characters; `-` between two means all from the one to the other',
    pattern: 'CAT[5-7_]',
    matches: ['CAT6', 'CAT_'],
    misses: ['CAT8'],
  },
  {
    part: '[^…]',
    meaning: 'one character that is none of these',
    pattern: 'CAT[^5]',
    matches: ['CAT6'],
    misses: ['CAT5'],
  },
  {
    part: '\\d \\w \\s',
    meaning: 'a digit; a letter (a–z), digit or `_`; space. In upper case: everything else.',
    pattern: '\\w\\d\\s\\D',
    matches: ['a1 x'],
    misses: ['a1 2'],
  },
  {
    part: '\\p{L}',
    meaning: 'a character of a general category of Unicode, such as `L` for letters; `\\P{L}`: of any other',
    pattern: '\\p{L}+',
    matches: ['Kühlgerät'],
    misses: ['Kühlgerät2'],
  },
  {
    part: '\\.',
    meaning: 'a sign that would mean something else; `\\t`, `\\n`, `\\u00e4` as usual',
    pattern: '1\\.5 m',
    matches: ['1.5 m'],
    misses: ['1x5 m'],
  },
  {
    part: 'a|b',
    meaning: 'one or the other',
    pattern: 'HP|Dell',
    matches: ['hp', 'DELL'],
    misses: ['HP Dell'],
  },
  {
    part: '(…)',
    meaning: 'a group; `(?:…)` means the same',
    pattern: '(HP|Dell) Ink',
    matches: ['HP Ink'],
    misses: ['HP'],
  },
  {
    part: '? * +',
    meaning: 'what stands before it once or not at all; any number of times; at least once',
    pattern: 'A?B*C+',
    matches: ['ABBC', 'CC'],
    misses: ['AB'],
  },
  {
    part: '{2,4}',
    meaning: 'so many times; `{2}` exactly, `{2,}` at least',
    pattern: '\\d{2,4}',
    matches: ['12', '1234'],
    misses: ['1', '12345'],
  },
  {
    part: '^ $',
    meaning: 'the beginning and the end of the value, which a pattern means anyway',
    pattern: '^HP$',
    matches: ['HP'],
    misses: ['HPE'],
  },
];
