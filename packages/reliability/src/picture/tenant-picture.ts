import type { Row, TenantData } from '../engine/sandbox-control.js';

/** The kinds of records that a push could touch, by the names of the sandbox. */
export const pictured = [
  'clients',
  'sites',
  'users',
  'items',
  'itemSuppliers',
  'opportunities',
  'tickets',
  'quotes',
  'attachments',
  'actions',
] as const;

export type Kind = (typeof pictured)[number];

/** Everything in a tenant, as text: ids as the how-manieth of their kind, instants left out. */
export type TenantPicture = Readonly<Record<Kind, readonly string[]>>;

/**
 * What two runs that did the same thing have in common, however often they were cut off. All records of all kinds are in
 * it, whoever made them, so that a stray one shows wherever it lands.
 */
export function tenantPicture(data: TenantData): TenantPicture {
  const names = new Map<string, string>();
  const name = (kind: string, rows: readonly Row[]): void => {
    const ids = rows.map((row) => Number(row['id'])).sort((left, right) => left - right);
    for (const [index, id] of ids.entries()) names.set(`${kind}:${id}`, `${kind}#${index + 1}`);
  };
  name('tickets', [...rowsOf(data, 'opportunities'), ...rowsOf(data, 'tickets')]);
  for (const kind of ['items', 'quotes', 'attachments', 'actions'] as const) name(kind, rowsOf(data, kind));
  name('lines', rowsOf(data, 'quotes').flatMap(linesOf));
  const entries = pictured.map((kind) => [
    kind,
    seenRows(data, kind).map((row) =>
      JSON.stringify(row, (key, value) => shown(key, value, kind, row, names)),
    ),
  ]);
  return Object.fromEntries(entries) as TenantPicture;
}

/** Columns that hold the id of a record of a kind. */
const references: Readonly<Record<string, string>> = {
  ticket_id: 'tickets',
  faultid: 'tickets',
  qhid: 'quotes',
  item_id: 'items',
};

function shown(
  key: string,
  value: unknown,
  kind: Kind,
  row: Row,
  names: ReadonlyMap<string, string>,
): unknown {
  if (key === 'guid' || key === 'customfields') return hasValue(value) ? value : undefined;
  if (typeof value === 'string') return isInstant(value) ? 'an instant' : value;
  if (typeof value !== 'number') return value;
  const owner = key === 'id' ? kindOfId(kind, value, row) : references[key];
  return (owner === undefined ? undefined : names.get(`${owner}:${value}`)) ?? value;
}

function kindOfId(kind: Kind, id: number, row: Row): string {
  if (kind === 'quotes' && row['id'] !== id) return 'lines';
  return kind === 'opportunities' ? 'tickets' : kind;
}

/** Of custom fields those that are filled; a random guid never. */
function hasValue(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  return value.some((field: Row) => field['value'] !== null && field['value'] !== undefined);
}

/** A time of day other than those that a calendar date is written with. */
function isInstant(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT(?!12:00:00$|00:00:00$)\d\d:\d\d:\d\d/.test(text);
}

/** What was done on a ticket that is deleted is not seen any more. */
function seenRows(data: TenantData, kind: Kind): readonly Row[] {
  const rows = rowsOf(data, kind);
  if (kind !== 'actions') return rows;
  const tickets = new Set([...rowsOf(data, 'opportunities'), ...rowsOf(data, 'tickets')].map(({ id }) => id));
  return rows.filter((row) => tickets.has(row['ticket_id']));
}

function rowsOf(data: TenantData, kind: string): readonly Row[] {
  return data[kind] ?? [];
}

function linesOf(quote: Row): readonly Row[] {
  return (quote['lines'] ?? []) as readonly Row[];
}
