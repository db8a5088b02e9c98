import fc from 'fast-check';
import type { MacroScope } from '../../src/macro/macro-scope.js';
import type { Condition, Table, TableRow } from '../../src/table/table.js';

/** Few different texts, so that rows meet each other and values often. */
const text = fc.stringMatching(/^[abA]{1,3}$/);
const condition: fc.Arbitrary<Condition> = fc.oneof(
  text,
  text.map((exact) => ({ exact })),
  text.map((anyCase) => ({ anyCase })),
  text.map((prefix) => ({ prefix })),
  fc.constantFrom('a.*', '.*b', '[ab]{2}', 'a|bb?', '.+', 'ab*').map((pattern) => ({ pattern })),
  fc.constant({ empty: true } as const),
);
/** Two of them are the same. */
const fields = ['ItemType', 'di_ItemType', 'CustomText01', 'DH_DocNo'] as const;

const when: fc.Arbitrary<TableRow['when']> = fc.oneof(
  text,
  fc
    .tuple(fc.subarray([...fields], { minLength: 1 }), fc.array(condition, { minLength: 4, maxLength: 4 }))
    .map(([names, conditions]) =>
      Object.fromEntries(names.map((name, place) => [name, conditions[place] ?? 'a'])),
    ),
);

/** Tables of up to `maxLength` rows over three fields; conditions of rows may repeat. */
export function randomTable(maxLength: number): fc.Arbitrary<Table> {
  return fc.record(
    {
      rows: fc.array(fc.record({ when, value: fc.constantFrom('1', '2', '3') }), { maxLength }),
      match: fc.constantFrom('exact', 'anyCase', 'prefix'),
      default: fc.constant('default'),
    },
    { requiredKeys: ['rows'] },
  );
}

/** Tables that compare whole values of one field, some rows twice. */
export const wholeTable: fc.Arbitrary<Table> = fc.record({
  match: fc.constantFrom('exact', 'anyCase'),
  rows: fc.array(
    fc.record({
      when: fc.oneof(
        text,
        fc.tuple(text, text).map(([one, other]) => ({ ItemType: one, di_ItemType: other })),
      ),
      value: fc.constantFrom('1', '2'),
    }),
    { maxLength: 8 },
  ),
});

/** The same with conditions on ItemType alone, without patterns and exact texts. */
export const simpleTable: fc.Arbitrary<Table> = fc.record({
  rows: fc.array(
    fc.record({
      when: fc
        .oneof(
          text,
          text.map((prefix) => ({ prefix })),
          fc.constant({ empty: true } as const),
        )
        .map((only) => ({ ItemType: only })),
      value: fc.constantFrom('1', '2'),
    }),
    { maxLength: 8 },
  ),
});

export const randomScope: fc.Arbitrary<MacroScope> = fc
  .array(fc.stringMatching(/^ ?[abAB]{0,4} ?$/), { minLength: 3, maxLength: 3 })
  .map(([one = '', two = '', three = '']) => ({
    line: { ItemType: one, CustomText01: two },
    header: { DocNo: three },
    application: {},
  }));
