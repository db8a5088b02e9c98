import { createHash } from 'node:crypto';
import type { LengthPolicy, MacroScope, RuleSet, Table } from '../../src/index.js';
import { listOf, plainLookup } from '../table/plain-table.js';

/** Macros with what they give, said twice: as rules write them, and as plain TypeScript. */
export const plainMacros: Readonly<Record<string, (scope: MacroScope) => string>> = {
  'A-&DI_ItemType': ({ line }) => `A-${trimmed(line['ItemType'])}`,
  'Long enough &DI_ItemType &DI_CustomText01': ({ line }) =>
    `Long enough ${trimmed(line['ItemType'])} ${trimmed(line['CustomText01'])}`,
  '&DI_CustomText01:&DH_DocNo': ({ line, header }) =>
    `${trimmed(line['CustomText01'])}:${trimmed(header['DocNo'])}`,
  '&{DI_CustomText01 ?? DI_ItemType|upper}': ({ line }) =>
    trimmed(line['CustomText01']) || trimmed(line['ItemType']).toUpperCase(),
  ':': () => ':',
};

/** Everything that rules make of a line, once more: step by step, with nothing compiled. */
export function plainResult(
  { partNumber, productGroups, descriptions, tables = {} }: RuleSet,
  scope: MacroScope,
  lineType: string,
): Readonly<Record<string, string>> {
  const result: Record<string, string> = {};
  if (partNumber !== undefined) {
    const { field, generation = { mode: 'none' }, fallbackByLineType = {}, length } = partNumber;
    const own = trimmed(scope.line[field]);
    const made = lineType === 'product' || lineType === 'groupHeader' ? generated() : '';
    const fallback = trimmed((fallbackByLineType as Readonly<Record<string, string>>)[lineType]);
    result['PartNumber'] = own !== '' ? own : made === undefined ? '' : made !== '' ? made : fallback;

    /** Undefined: too long. */
    function generated(): string | undefined {
      if (field === 'ManufacturerPartNumber' || generation.mode === 'none') return '';
      const macro =
        generation.mode === 'macro'
          ? generation.macro
          : plainAnswer(generation.byItemType ?? { rows: [] }, tables, scope);
      const number = identifying(plainMacros[macro ?? '']?.(scope).trim() ?? '');
      return length === undefined ? number : fitted(number, length);
    }
  }
  if (productGroups !== undefined) result['ProductGroup'] = plainAnswer(productGroups, tables, scope) ?? '';
  const lineName = descriptions?.lineName;
  if (lineName !== undefined) result['LineName'] = plainMacros[lineName]?.(scope).trim() ?? '';
  for (const [name, table] of Object.entries(tables)) result[name] = plainAnswer(table, tables, scope) ?? '';
  return result;
}

function plainAnswer(
  table: Table,
  tables: Readonly<Record<string, Table>>,
  scope: MacroScope,
): string | undefined {
  const row = plainLookup(table, scope);
  if (row !== undefined) return listOf(table)[row]?.value;
  const fallback = table.fallback === undefined ? undefined : tables[table.fallback];
  return (fallback === undefined ? undefined : plainAnswer(fallback, tables, scope)) ?? table.default;
}

function fitted(number: string, { maximum, tooLong }: LengthPolicy): string | undefined {
  const characters = Array.from(number);
  if (characters.length <= maximum) return number;
  if (tooLong === 'cut') return identifying(characters.slice(0, maximum).join('').trim());
  if (tooLong !== 'hash') return undefined;
  return `${characters
    .slice(0, maximum - 9)
    .join('')
    .trim()}-${base32(number)}`;
}

function base32(text: string): string {
  const bits = [...createHash('sha256').update(text).digest()]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  return Array.from({ length: 8 }, (_, at) => letters[parseInt(bits.slice(at * 5, at * 5 + 5), 2)]).join('');
}

function identifying(text: string): string {
  return /[\p{L}\p{N}]/u.test(text) ? text : '';
}

function trimmed(value: string | undefined): string {
  return value?.trim() ?? '';
}
