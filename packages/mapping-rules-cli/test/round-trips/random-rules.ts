import {
  compileRuleSet,
  type Condition,
  type RuleSet,
  type Table,
  type TableRow,
} from '@quotebridge/mapping-rules';
import fc from 'fast-check';

/** What spreadsheets, YAML and JSON would each like to take for something else. */
const awkward = [
  '=1+1',
  "'=x",
  "'",
  '-1',
  '+49 30',
  '@sum',
  '007',
  '1e3',
  '1_000',
  '0x1F',
  'null',
  '~',
  'true',
  'No',
  'on',
  '2026-03-31',
  '12:30:45',
  'a: b',
  '# no comment',
  '- x',
  '{a}',
  '[a',
  '&anchor',
  '*alias',
  '!tag',
  '%',
  '|',
  '>',
  '<<',
  '"quoted"',
  "it's",
  'a,b;c\td',
  'two\nlines',
  'two\r\nlines',
  '\u2028',
  'é',
  'e\u0301',
  '😀',
  '__proto__',
  'constructor',
  'toString',
  'exact:x',
  'Default: x',
  '\\',
];
const text = fc
  .oneof(fc.constantFrom(...awkward), fc.string({ unit: 'grapheme', maxLength: 6 }))
  // Readers of tables take space at the ends away, and rules never look at it.
  .map((value) => value.trim());
const filled = text.filter((value) => value !== '');

/** Fields, some of them called like parts of objects. */
export const lineFields = ['ItemType', 'Manufacturer', '__proto__', 'constructor', 'Value'] as const;
const field = fc.constantFrom(...lineFields, 'DH_SalesRep');
const condition: fc.Arbitrary<Condition> = fc.oneof(
  filled,
  filled.map((exact) => ({ exact })),
  filled.map((anyCase) => ({ anyCase })),
  filled.map((prefix) => ({ prefix })),
  fc.constantFrom('.*a.*', '[A-Z]{1,3}', '(x|y)+', '\\d+').map((pattern) => ({ pattern })),
  fc.constant({ empty: true } as const),
);
const row: fc.Arbitrary<TableRow> = fc.record(
  {
    when: fc.oneof(
      filled,
      fc
        .uniqueArray(fc.tuple(field, condition), { selector: ([name]) => name, minLength: 1, maxLength: 3 })
        .map((entries) => Object.fromEntries(entries)),
    ),
    value: text,
    comment: filled,
  },
  { requiredKeys: ['when', 'value'] },
);
const table: fc.Arbitrary<Table> = fc.record(
  {
    match: fc.constantFrom('exact', 'anyCase', 'prefix'),
    rows: fc.oneof(
      fc.array(row, { maxLength: 5 }),
      fc.dictionary(filled, text, { maxKeys: 4, noNullPrototype: true }),
    ),
    default: text,
    comment: filled,
  },
  { requiredKeys: ['rows'] },
);
const macro = fc
  .array(
    fc.oneof(
      text.map((literal) => literal.replaceAll('&', '&&')),
      fc.constantFrom('&DI_ItemType', "&{DI_Manufacturer ?? 'NA'|upper|left:3}", '&DH_DocNo', '&{TABLE_own}'),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((pieces) => pieces.join(' '))
  .filter((joined) => joined.trim() !== '');

/** Rule sets that compile. */
export const randomRules: fc.Arbitrary<RuleSet> = fc
  .record(
    {
      version: fc.constant(1 as const),
      name: filled,
      fields: fc.constant({ line: lineFields }),
      partNumber: fc.record({
        field: fc.constant('InternalPartNumber'),
        generation: macro.map((each) => ({ mode: 'macro' as const, macro: each })),
        length: fc.record({
          maximum: fc.integer({ min: 10, max: 30 }),
          tooLong: fc.constantFrom('cut', 'hash'),
        }),
      }),
      productGroups: table,
      users: table,
      tables: table.map((own) => ({ own })),
      descriptions: macro.map((lineName) => ({ lineName })),
    },
    { requiredKeys: ['version', 'fields', 'tables'] },
  )
  .filter((rules) => compileRuleSet(rules).ok);

/** Values of a line, by column. */
export const randomLine: fc.Arbitrary<Readonly<Record<string, string>>> = fc
  .array(
    fc.tuple(
      fc.constantFrom(...lineFields, 'DH_SalesRep', 'DH_DocNo', 'InternalPartNumber'),
      fc.oneof(text, fc.constantFrom('a', 'A', 'x', 'ABC', '7')),
    ),
    { maxLength: 6 },
  )
  .map((entries) => Object.fromEntries(entries));
