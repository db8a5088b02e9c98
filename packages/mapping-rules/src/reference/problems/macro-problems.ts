import { withMacro, type ProblemEntries } from './problem-entry.js';

export const macroProblems: ProblemEntries<'macro'> = {
  'macro.unknownField': {
    meaning: 'A macro names a field that documents do not have.',
    mend: 'Take the name that is suggested. A column of your own is made known under `fields`.',
    example: withMacro('&DI_Manufacturr'),
  },
  'macro.nameMissing': {
    meaning: 'A prefix stands there without a name.',
    mend: 'Write the name right behind it. If the prefix is meant as text, double the ampersand: `&&DI_`.',
    example: withMacro('&DI_'),
  },
  'macro.nameCut': {
    meaning: 'No field has the whole name, but one has its beginning: that one is taken, the rest is text.',
    mend: 'If this is meant, put the name in braces: `&{DI_ItemType}XL`. If not, correct the name.',
    example: withMacro('&DI_ItemTypeXL'),
  },
  'macro.notClosed': {
    meaning: 'A brace, a parenthesis or a quotation mark is opened and never closed.',
    mend: 'Close it. A `&{` that is meant as text is written `&&{`.',
    example: withMacro('&{DI_ItemType'),
  },
  'macro.unexpected': {
    meaning: 'Something stands within `&{…}` that cannot stand in this place.',
    mend: 'Between values stands `??`, before a filter `|`; texts stand in quotes.',
    example: withMacro('&{DI_ItemType ?? }'),
  },
  'macro.unknownFilter': {
    meaning: 'No filter has this name.',
    mend: 'Take the filter that is suggested; they are listed above.',
    example: withMacro('&{DI_ItemType|uper}'),
  },
  'macro.wrongArgument': {
    meaning: 'A filter has too few arguments, too many, or one that it cannot work with.',
    mend: 'Write the arguments as the list of filters has them.',
    example: withMacro('&{DI_ItemType|left}'),
  },
  'macro.tooLong': {
    meaning: 'The macro is nested too deep, or what it makes is too long: more than anybody needs.',
    mend: 'Shorten it. Texts that repeat belong in a table.',
    example: {
      ...withMacro(`&{${'('.repeat(100)}DI_ItemType${')'.repeat(100)}}`),
      shown: '&{((((… 100 of them …DI_ItemType…))))}',
    },
  },
  'macro.valueRefused': {
    meaning: 'A filter cannot make anything of the value of this line. The result is empty.',
    mend: 'Correct the value in the document, or leave it empty: then what stands behind `??` is taken, which never takes the place of a refused value.',
    example: {
      ...withMacro("&{DI_CustomDate01|date:'yyMMdd'}"),
      given: { CustomDate01: 'tomorrow' },
    },
  },
};
