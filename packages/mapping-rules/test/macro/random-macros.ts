import fc from 'fast-check';
import type { Filter, Name, Piece } from './interpreter.js';

const names: readonly Name[] = [
  { prefix: 'DI', name: 'ItemType' },
  { prefix: 'DI', name: 'ItemTypeCode' },
  { prefix: 'DI', name: 'CustomText01' },
  { prefix: 'DI', name: 'constructor' },
  { prefix: 'DH', name: 'DocNo' },
  { prefix: 'DH', name: '__proto__' },
  { prefix: 'APP', name: 'LoggedInUserName' },
];
/** Names that stand in braces only. */
const bracedNames: readonly Name[] = [
  ...names,
  { prefix: 'DI', name: 'Price (USD)' },
  { prefix: 'DH', name: "it's" },
  { prefix: 'TABLE', name: 'colours' },
];

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.string({ maxLength: 6 }),
  fc.constantFrom('', ' ', ':', '&', '&&', '&{', '&DI_ItemType', '}', '|', "'", '"', '??', '1', 'x', ' - '),
);
const count = fc.integer({ min: 0, max: 12 });
const filter: fc.Arbitrary<Filter> = fc.oneof(
  fc.constantFrom<Filter>(['trim'], ['upper'], ['lower'], ['digits'], ['slug'], ['hash8']),
  fc.constantFrom<Filter>(['date', 'yyyy-MM-dd'], ['date', 'd.M.yy']),
  fc.tuple(fc.constantFrom('left', 'right'), count),
  fc.tuple(fc.constant('mid'), fc.integer({ min: 1, max: 9 }), count),
  fc.tuple(fc.constant('pad'), fc.integer({ min: 1, max: 9 })),
  fc.tuple(fc.constant('pad'), fc.integer({ min: 1, max: 9 }), fc.constantFrom('0', ' ', '😀', "'")),
  fc.tuple(fc.constant('replace'), fc.constantFrom('a', '-', ' ', "'", '12'), text),
  fc.tuple(fc.constant('default'), text),
);

const { expression } = fc.letrec<{ expression: Piece; source: Piece }>((tie) => ({
  expression: fc
    .array(fc.record({ from: tie('source'), filters: fc.array(filter, { maxLength: 3 }) }), {
      minLength: 1,
      maxLength: 4,
    })
    .map((alternatives) => ({ alternatives })),
  source: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...bracedNames).map((name) => ({ name })),
    text.map((literal) => ({ text: literal })),
    tie('expression'),
  ),
}));

/** Macros as they are meant. */
export const pieces: fc.Arbitrary<readonly Piece[]> = fc.array(
  fc.oneof(
    text.map((literal): Piece => ({ text: literal })),
    fc.constantFrom(...names).map((name): Piece => ({ name })),
    expression,
  ),
  { maxLength: 8 },
);

const value = fc.oneof(
  { weight: 4, arbitrary: fc.string({ maxLength: 12 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  fc.constantFrom(
    'Product',
    ' DVC-503 ',
    '3/31/2026',
    '2026-02-28 10:00',
    '\u00a0x\u2003',
    'x\u00a0',
    '\u00a0',
    ':',
    '12 34',
    "a'a",
  ),
  fc.constantFrom<unknown>(undefined, null, 7, '', '   '),
);

/** Values of everything that the macros name; some absent, some no texts. */
export const values = fc.record({
  DI: valuesOf(['ItemType', 'ItemTypeCode', 'CustomText01', 'constructor', 'Price (USD)']),
  DH: valuesOf(['DocNo', '__proto__', "it's"]),
  APP: valuesOf(['LoggedInUserName']),
  TABLE: valuesOf(['colours']),
});

function valuesOf(fields: readonly string[]): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  return fc
    .tuple(...fields.map(() => value))
    .map((all) => Object.fromEntries(fields.map((field, at) => [field, all[at]] as const)));
}

/** The macro as people write it. `spaced`: with space and in letters that mean nothing. */
export function written(macro: readonly Piece[], spaced: boolean): string {
  return macro
    .map((piece, at) => {
      if ('text' in piece) return piece.text.replaceAll('&', '&&');
      if (!('name' in piece)) return `&${inBraces(piece, spaced, '{', '}')}`;
      const { prefix, name } = piece.name;
      const rest = written(macro.slice(at + 1, at + 2), false);
      const braces =
        name === '__proto__' || /^[a-z0-9]/i.test(rest) || (macro[at + 1] !== undefined && rest === '');
      return braces ? `&{${prefix}_${name}}` : `&${cased(`${prefix}_${name}`, spaced)}`;
    })
    .join('');
}

function inBraces(piece: Piece, spaced: boolean, opening: string, closing: string): string {
  if ('text' in piece) return quoted(piece.text, spaced);
  if ('name' in piece) {
    const { prefix, name } = piece.name;
    const plain = !/[()']/.test(name);
    return `${prefix}_${plain ? name : quoted(name, spaced)}`;
  }
  const space = spaced ? ' \t' : '';
  const alternatives = piece.alternatives.map(({ from, filters }) =>
    [inBraces(from, spaced, '(', ')'), ...filters.map((applied) => filterText(applied, spaced))].join(
      `${space}|${space}`,
    ),
  );
  return opening + space + alternatives.join(`${space}??${space}`) + space + closing;
}

function filterText([name, ...given]: Filter, spaced: boolean): string {
  if (given.length === 0) return cased(name, spaced);
  const list = given.map((each) => (typeof each === 'number' ? String(each) : quoted(each, spaced)));
  return cased(name, spaced) + (spaced ? ' : ' : ':') + list.join(spaced ? ' , ' : ',');
}

function quoted(literal: string, double: boolean): string {
  const quote = double ? '"' : "'";
  return quote + literal.replaceAll(quote, quote + quote) + quote;
}

function cased(name: string, upper: boolean): string {
  return upper ? name.toUpperCase() : name;
}
