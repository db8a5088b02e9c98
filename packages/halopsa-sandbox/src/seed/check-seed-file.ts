import { collectionNames, type CollectionName } from '../tenant/collection-name.js';
import { InvalidSeedError } from './invalid-seed-error.js';
import type { SeedFile } from './seed.js';

const otherParts = ['tenant', 'application', 'control', 'lookups'];

/** Columns that point at another record of the same seed. */
const references: readonly (readonly [from: CollectionName, column: string, to: CollectionName])[] = [
  ['sites', 'client_id', 'clients'],
  ['users', 'site_id', 'sites'],
  ['tickets', 'client_id', 'clients'],
  ['tickets', 'site_id', 'sites'],
  ['tickets', 'user_id', 'users'],
  ['quotes', 'ticket_id', 'tickets'],
  ['quotes', 'client_id', 'clients'],
  ['itemSuppliers', 'item_id', 'items'],
  ['attachments', 'ticket_id', 'tickets'],
  ['actions', 'ticket_id', 'tickets'],
];

const required: Partial<Record<CollectionName, readonly string[]>> = {
  clients: ['name'],
  sites: ['name', 'client_id'],
  users: ['name', 'site_id'],
  items: ['name'],
  customFields: ['name'],
  tickets: ['summary', 'tickettype_id'],
  attachments: ['filename'],
};

/**
 * Checks the shape of a seed: known parts, records with numbers of their own, required columns, and references that lead
 * somewhere.
 * @throws {InvalidSeedError} listing every problem
 */
export function checkSeedFile(file: unknown): SeedFile {
  if (!isRecord(file)) throw new InvalidSeedError(['A seed is an object with lists of records.']);
  const problems: string[] = [];
  for (const [part, value] of Object.entries(file)) {
    if (collectionNames.includes(part as CollectionName)) checkRows(part as CollectionName, value, problems);
    else if (!otherParts.includes(part)) {
      problems.push(`${part}: unknown; a seed has ${[...otherParts, ...collectionNames].join(', ')}.`);
    }
  }
  checkOtherParts(file, problems);
  if (problems.length === 0) checkReferences(file, problems);
  if (problems.length > 0) throw new InvalidSeedError(problems);
  return file;
}

function checkRows(name: CollectionName, rows: unknown, problems: string[]): void {
  if (!Array.isArray(rows)) return void problems.push(`${name}: must be a list.`);
  const ids = new Set<unknown>();
  for (const [index, row] of rows.entries()) {
    const place = `${name}[${index}]`;
    if (!isRecord(row)) problems.push(`${place}: must be an object.`);
    else {
      const { id } = row;
      if (!Number.isInteger(id) || (id as number) <= 0)
        problems.push(`${place}.id: must be a whole number from 1.`);
      else if (ids.has(id)) problems.push(`${place}.id: ${String(id)} is used twice.`);
      ids.add(id);
      for (const column of required[name] ?? []) {
        if (row[column] === undefined || row[column] === '') problems.push(`${place}.${column}: is missing.`);
      }
      if (name === 'quotes' && row['lines'] !== undefined && !Array.isArray(row['lines'])) {
        problems.push(`${place}.lines: must be a list.`);
      }
    }
  }
}

function checkOtherParts(file: Readonly<Record<string, unknown>>, problems: string[]): void {
  if (file['tenant'] !== undefined && typeof file['tenant'] !== 'string')
    problems.push('tenant: must be a text.');
  for (const part of ['application', 'control']) {
    if (file[part] !== undefined && !isRecord(file[part])) problems.push(`${part}: must be an object.`);
  }
  const { lookups } = file;
  if (
    lookups !== undefined &&
    !(Array.isArray(lookups) && lookups.every((row) => isRecord(row) && 'lookupid' in row))
  ) {
    problems.push('lookups: must be a list of objects with a lookupid.');
  }
}

function checkReferences(file: Readonly<Record<string, unknown>>, problems: string[]): void {
  const rowsOf = (name: CollectionName) => (file[name] ?? []) as readonly Record<string, unknown>[];
  for (const [from, column, to] of references) {
    const known = new Set(rowsOf(to).map(({ id }) => id));
    for (const [index, row] of rowsOf(from).entries()) {
      const target = row[column];
      const missing = typeof target === 'number' && target > 0 && !known.has(target);
      if (missing) problems.push(`${from}[${index}].${column}: there is no ${target} in ${to}.`);
    }
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
