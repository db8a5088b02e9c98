import { readFileSync } from 'node:fs';
import { collectionNames, type CollectionName } from '../tenant/collection-name.js';
import { checkSeedFile } from './check-seed-file.js';
import { InvalidSeedError } from './invalid-seed-error.js';
import { northwindSeed } from './northwind-seed.js';
import type { Seed, SeedFile, SeedRow } from './seed.js';

/** Set-up a seed file may leave to the built-in tenant. */
const setup: ReadonlySet<CollectionName> = new Set<CollectionName>([
  'agents',
  'taxes',
  'currencies',
  'ticketTypes',
  'statuses',
  'productGroups',
  'suppliers',
  'customFields',
]);

/**
 * The built-in tenant, a given seed, or one from a JSON file.
 * @throws {InvalidSeedError} listing every problem with its place
 */
export function loadSeed(source: SeedFile | string | undefined, itemCount?: number): Seed {
  if (source === undefined) return northwindSeed(itemCount);
  const file: unknown = typeof source === 'string' ? readSeedFile(source) : source;
  const base = northwindSeed(itemCount ?? 0);
  const { tenant, application, control, lookups, ...collections } = checkSeedFile(file);
  const seed: Seed = {
    tenant: tenant ?? base.tenant,
    application: { ...base.application, ...application },
    control: { ...base.control, default_client_opps: 0, default_site_opps: 0, ...control },
    lookups: lookups ?? base.lookups,
    collections: collectionsOf(collections, base, itemCount !== undefined),
  };
  return seed;
}

function readSeedFile(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new InvalidSeedError([`${path}: cannot be read.`], { cause: error });
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new InvalidSeedError([`${path}: is not valid JSON.`], { cause: error });
  }
}

function collectionsOf(
  given: Partial<Record<CollectionName, readonly SeedRow[]>>,
  base: Seed,
  withItems: boolean,
): Seed['collections'] {
  const rows = (name: CollectionName): readonly SeedRow[] => {
    const inherited = setup.has(name) || (withItems && (name === 'items' || name === 'itemSuppliers'));
    return given[name] ?? (inherited ? base.collections[name] : []);
  };
  return Object.fromEntries(collectionNames.map((name) => [name, rows(name)])) as Record<
    CollectionName,
    readonly SeedRow[]
  >;
}
