import { refuse } from '../errors/refuse.js';
import type { TableFile } from '../sections/read-table-file.js';
import { nearestTo } from '@quotebridge/command-line/terminal';
import { quoteWerksFields } from '@quotebridge/mapping-rules';

/** What the columns of a table mean. */
export interface TableColumns {
  /** Headings as rules are made of them: fields, `value`, `comment`; none for columns that are left out. */
  readonly headings: readonly (string | undefined)[];
  /** Fields that conditions compare, in the order of the columns. */
  readonly fields: readonly string[];
  /** The same as the table calls them. */
  readonly conditions: readonly string[];
  /** Those of them that QuoteWerks does not have. */
  readonly ownFields: readonly string[];
  /** The column that the rules give, as the table calls it. */
  readonly value: string;
}

/**
 * Finds out what the columns mean: fields are known by their names however they are spaced and cased.
 *
 * @param named the column that the rules give, and those that are conditions, when it was said
 * @throws Failure `usage` when there is no such column, or no other one
 */
export function tableColumns(
  { path, columns }: TableFile,
  named: { readonly value?: string; readonly key?: readonly string[] },
): TableColumns {
  const comment = columns.findIndex((column) => plain(column) === 'comment');
  const others = columns
    .map((_, index) => index)
    .filter((index) => index !== comment && columns[index] !== '');
  const at =
    named.value === undefined
      ? (others.find((index) => plain(columns[index] ?? '') === 'value') ?? others.at(-1) ?? -1)
      : columns.findIndex((column) => plain(column) === plain(named.value ?? ''));
  if (at < 0) throw noColumn(path, '--value', named.value ?? 'value', columns);
  const known = knownFields();
  const candidates = others.filter((index) => index !== at);
  if (candidates.length === 0) throw noCondition(path, columns);
  const headingAt = (index: number): string => columns[index] ?? '';
  const keys = named.key?.map((key) => {
    const place = candidates.find((index) => plain(headingAt(index)) === plain(key));
    if (place === undefined) throw noColumn(path, '--key', key, candidates.map(headingAt));
    return place;
  });
  const places = candidates.filter((index) => keys?.includes(index) ?? true);
  const fieldAt = (index: number): string => known.get(plain(headingAt(index))) ?? headingAt(index);
  const fields = places.map(fieldAt);
  return {
    headings: columns.map((column, index) => {
      if (index === at) return 'value';
      if (index === comment) return 'comment';
      if (column === '') return '';
      return places.includes(index) ? fieldAt(index) : undefined;
    }),
    fields,
    conditions: places.map(headingAt),
    ownFields: fields.filter((field) => !known.has(plain(field))),
    value: headingAt(at),
  };
}

/** `Item Type` and `item_type` → `itemtype`. */
export function plain(column: string): string {
  return column.toLowerCase().replaceAll(/[\s_.-]/g, '');
}

function knownFields(): ReadonlyMap<string, string> {
  const { line, header, application } = quoteWerksFields;
  const names = [
    ...application.map((name) => `APP_${name}`),
    ...header.flatMap((name) => [`DH_${name}`]),
    ...line.flatMap((name) => [`DI_${name}`, name]),
  ];
  const byPlain = new Map(names.map((name) => [plain(name), name.replace(/^DI_/, '')]));
  for (const name of header) if (!byPlain.has(plain(name))) byPlain.set(plain(name), `DH_${name}`);
  return byPlain;
}

function noColumn(
  path: string,
  option: '--value' | '--key',
  name: string,
  columns: readonly string[],
): Error {
  const [near] = nearestTo(name, columns);
  const what = option === '--key' ? 'column for a condition called' : 'column';
  return refuse(`The table “${path}” has no ${what} “${name}”.`, {
    faults: [{ at: option, value: name, expected: `one of ${columns.join(', ')}` }],
    next: near === undefined ? 'Name one of them.' : `Did you mean ${near}?`,
  });
}

function noCondition(path: string, columns: readonly string[]): Error {
  return refuse(`The table “${path}” has no column for a condition.`, {
    faults: [
      {
        at: path,
        value: columns.join(', '),
        expected: 'a column such as ItemType beside the one that the rules give',
      },
    ],
    next: 'Give it a column for what is compared, and one for what comes out.',
  });
}
