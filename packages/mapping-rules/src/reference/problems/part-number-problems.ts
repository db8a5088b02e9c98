import type { ProblemEntries } from './problem-entry.js';

export const partNumberProblems: ProblemEntries<'partNumber'> = {
  'partNumber.unknownField': {
    meaning: 'The `field` of part numbers is none that lines have.',
    mend: 'Take the name that is suggested, such as `InternalPartNumber`.',
    example: { rules: { partNumber: { field: 'InternPartNumber' } } },
  },
  'partNumber.macroMissing': {
    meaning: 'Numbers are to be made by a macro, but the macro is empty.',
    mend: 'Write the macro, or set `mode` to `none`.',
    example: {
      rules: { partNumber: { field: 'InternalPartNumber', generation: { mode: 'macro', macro: ' ' } } },
    },
  },
  'partNumber.tooLong': {
    meaning:
      'The number that a macro made for this line is longer than `length` allows. The line has no number.',
    mend: 'Shorten it in the macro (`|left:20`), or set `length.tooLong` to `cut` or `hash`.',
    example: {
      rules: {
        partNumber: {
          field: 'InternalPartNumber',
          generation: { mode: 'macro', macro: '&DI_ManufacturerPartNumber' },
          length: { maximum: 8 },
        },
      },
      given: { ManufacturerPartNumber: 'DVC503-BLACK' },
    },
  },
  'partNumber.none': {
    meaning:
      'Nothing gives this line a number: its field is empty, no macro gave one, its line type has none.',
    mend: 'Fill the field, extend the macro (`?? …`), or give the line type a number under `fallbackByLineType`.',
    example: { rules: { partNumber: { field: 'InternalPartNumber' } }, given: { ItemType: 'Labor' } },
  },
};
