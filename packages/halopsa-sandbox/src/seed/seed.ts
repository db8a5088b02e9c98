import type { CollectionName } from '../tenant/collection-name.js';

/** A seeded record: columns as the API spells them, with a number. */
export type SeedRow = Readonly<Record<string, unknown>> & { readonly id: number };

/** The API application that clients log in as. */
export interface SeedApplication {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Scopes it may hand out. */
  readonly scopes: readonly string[];
  /** The agent it acts as. */
  readonly agentId: number;
}

/** Everything a tenant starts with. */
export interface Seed {
  readonly tenant: string;
  readonly application: SeedApplication;
  /** Answer of `GET /Control`. */
  readonly control: Readonly<Record<string, unknown>>;
  /** Rows of all lookup tables, told apart by `lookupid`. */
  readonly lookups: readonly SeedRow[];
  readonly collections: Readonly<Record<CollectionName, readonly SeedRow[]>>;
}

/**
 * What a seed file holds. Set-up that is left out (agents, taxes, currencies, ticketTypes, statuses, productGroups,
 * suppliers, customFields, lookups, control, application) comes from the built-in tenant; other records that are left
 * out are none.
 */
export type SeedFile = Partial<Record<CollectionName, readonly SeedRow[]>> & {
  readonly tenant?: string;
  readonly application?: Partial<SeedApplication>;
  readonly control?: Readonly<Record<string, unknown>>;
  readonly lookups?: readonly SeedRow[];
};
