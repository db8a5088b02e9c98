import type { Clock } from '../base/clock.js';
import type { JsonValue } from '../base/json.js';
import type { ContactManager } from '../contract/contact-manager.js';
import type { LookupEntry } from '../contract/records.js';
import type { LookupReading } from '../resolve/lookup-reader.js';
import type { StateStore } from '../state/state-store.js';

/** Lists change rarely, and what is missing in an old one is looked for in a fresh one. */
const keptMilliseconds = 30 * 24 * 3_600_000;
/** A list as young as this is not read again because something is missing in it. */
const freshMilliseconds = 5 * 60_000;

export interface LookupOptions {
  /** Read the list again unless it was read within the last minutes. */
  readonly fresh?: boolean;
  readonly signal?: AbortSignal;
}

interface CachedList {
  readonly at: number;
  readonly entries: readonly LookupEntry[];
}

/** The PSA's lists, kept for all processes of the state. */
export class CachedLookups {
  readonly #contactManager: ContactManager;
  readonly #state: StateStore;
  readonly #connection: string;
  readonly #clock: Clock;

  constructor(contactManager: ContactManager, state: StateStore, connection: string, clock: Clock) {
    this.#contactManager = contactManager;
    this.#state = state;
    this.#connection = connection;
    this.#clock = clock;
  }

  async read(name: string, options: LookupOptions = {}): Promise<LookupReading> {
    const now = this.#clock.now();
    const cached: unknown = await this.#state.cached(this.#connection, cacheKey(name), now);
    if (isCachedList(cached)) {
      const fresh = now - cached.at < freshMilliseconds;
      if (fresh || options.fresh !== true) return { entries: cached.entries, fresh };
    }
    return { entries: await this.readAgain(name, options), fresh: true };
  }

  /** Asks the PSA, whatever is remembered. */
  async readAgain(
    name: string,
    options: Pick<LookupOptions, 'signal'> = {},
  ): Promise<readonly LookupEntry[]> {
    const entries = await this.#contactManager.lookups.list(
      name,
      options.signal === undefined ? {} : { signal: options.signal },
    );
    const at = this.#clock.now();
    const list = { at, entries: entries as unknown as JsonValue };
    await this.#state.putCached(this.#connection, cacheKey(name), list, at + keptMilliseconds);
    return entries;
  }
}

function cacheKey(name: string): string {
  return `lookup:${name}`;
}

function isCachedList(value: unknown): value is CachedList {
  if (typeof value !== 'object' || value === null || !('at' in value) || !('entries' in value)) return false;
  return typeof value.at === 'number' && Array.isArray(value.entries);
}
