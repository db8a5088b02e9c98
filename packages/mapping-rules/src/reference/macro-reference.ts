import type { MacroArea } from '../macro/macro-scope.js';
import type { MacroExample } from './example.js';

export interface MacroPrefix {
  readonly prefix: 'DI' | 'DH' | 'APP';
  readonly area: MacroArea;
  readonly meaning: string;
  readonly examples: readonly MacroExample[];
}

/** Where macros take values from. */
export const macroPrefixes: readonly MacroPrefix[] = [
  {
    prefix: 'DI',
    area: 'line',
    meaning: 'field of the line (the table DocumentItems)',
    examples: [
      {
        macro: '&DI_ItemType:&DI_ManufacturerPartNumber',
        given: { ItemType: 'Product', ManufacturerPartNumber: 'DVC503' },
        gives: 'Product:DVC503',
      },
    ],
  },
  {
    prefix: 'DH',
    area: 'header',
    meaning: 'field of the document’s header (the table DocumentHeaders)',
    examples: [{ macro: 'Quote &dh_docno', given: { DH_DocNo: 'AAAQ1001' }, gives: 'Quote AAAQ1001' }],
  },
  {
    prefix: 'APP',
    area: 'application',
    meaning: 'value of the application',
    examples: [
      {
        macro: 'by &APP_LoggedInUserName',
        given: { APP_LoggedInUserName: ' jane ' },
        gives: 'by jane',
      },
    ],
  },
];

export interface MacroForm {
  readonly form: string;
  readonly meaning: string;
  readonly examples: readonly MacroExample[];
}

/** What a macro is made of. */
export const macroForms: readonly MacroForm[] = [
  {
    form: 'text',
    meaning: 'Stands for itself; an `&` that begins none of the forms below, too.',
    examples: [{ macro: 'R&D &DI_ItemType', given: { ItemType: 'Labor' }, gives: 'R&D Labor' }],
  },
  {
    form: '&DI_Field',
    meaning:
      'The value of a field, trimmed. Case does not matter. The name is the longest known one: all letters and digits that follow, or else the longest known beginning of them, with a warning.',
    examples: [
      {
        macro: '&DI_CUSTOMTEXT01-&di_itemtype',
        given: { CustomText01: 'A7', ItemType: 'Labor' },
        gives: 'A7-Labor',
      },
      { macro: '&DI_ItemTypeXL', given: { ItemType: 'Labor' }, gives: 'LaborXL' },
    ],
  },
  {
    form: '&&',
    meaning: 'One `&`.',
    examples: [{ macro: 'R&&DI_ItemType', given: { ItemType: 'Labor' }, gives: 'R&DI_ItemType' }],
  },
  {
    form: '&{…}',
    meaning: 'An expression. In it stand names (`DI_…`, `DH_…`, `APP_…`, `TABLE_…`), texts and filters.',
    examples: [{ macro: '&{DI_ItemType}s', given: { ItemType: 'Server' }, gives: 'Servers' }],
  },
  {
    form: "'text'",
    meaning: 'A text within an expression; `"text"` means the same.',
    examples: [{ macro: "&{'N/A'} &{\"it's\"}", given: {}, gives: "N/A it's" }],
  },
  {
    form: 'a ?? b',
    meaning: 'The first that is not empty.',
    examples: [
      {
        macro: "&{DI_InternalPartNumber ?? DI_VendorPartNumber ?? 'NA'}",
        given: { InternalPartNumber: ' ', VendorPartNumber: 'V-9' },
        gives: 'V-9',
      },
      { macro: "&{DI_InternalPartNumber ?? DI_VendorPartNumber ?? 'NA'}", given: {}, gives: 'NA' },
    ],
  },
  {
    form: 'a|filter:1,2',
    meaning:
      'What the filter makes of the value before it; several are applied from left to right, and before `??`.',
    examples: [
      {
        macro: '&{DI_ManufacturerPartNumber|upper|left:10}',
        given: { ManufacturerPartNumber: 'dvc503-black-xl' },
        gives: 'DVC503-BLA',
      },
    ],
  },
  {
    form: '(…)',
    meaning: 'Holds an expression together, so that filters work on all of it.',
    examples: [
      {
        macro: '&{(DI_InternalPartNumber ?? DI_VendorPartNumber)|upper}',
        given: { VendorPartNumber: 'v-9' },
        gives: 'V-9',
      },
    ],
  },
];
