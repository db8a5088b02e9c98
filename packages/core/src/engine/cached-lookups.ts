import type { Clock } from '../base/clock.js';
import type { JsonValue } from '../base/json.js';
import type { ContactManager } from '../contract/contact-manager.js';
import type { LookupEntry } from '../contract/records.js';
import type { LookupReading } from '../resolve/lookup-reader.js';
import type { StateStore } from '../state/state-store.js';

const keptMilliseconds = 3_600_000;

/** The PSA's lists, kept for an hour for all processes of the state. */
export class CachedLookups {
  readonly #contactManager: ContactManager;
  readonly #state: StateStore;
  readonly #connection: string;
  readonly #clock: Clock;
  readonly #readNow = new Map<string, readonly LookupEntry[]>();

  constructor(contactManager: ContactManager, state: StateStore, connection: string, clock: Clock) {
    this.#contactManager = contactManager;
    this.#state = state;
    this.#connection = connection;
    this.#clock = clock;
  }

  async read(
    name: string,
    options: { readonly fresh?: boolean; readonly signal?: AbortSignal } = {},
  ): Promise<LookupReading> {
    const now = this.#readNow.get(name);
    // What this process has read itself is fresh: nobody reruns a push within the seconds that it takes.
    if (now !== undefined) return { entries: now, fresh: true };
    const key = `lookup:${name}`;
    if (options.fresh !== true) {
      const cached = await this.#state.cached(this.#connection, key, this.#clock.now());
      if (cached !== undefined) return { entries: cached as unknown as readonly LookupEntry[], fresh: false };
    }
    const entries = await this.#contactManager.lookups.list(
      name,
      options.signal === undefined ? {} : { signal: options.signal },
    );
    this.#readNow.set(name, entries);
    await this.#state.putCached(
      this.#connection,
      key,
      entries as unknown as JsonValue,
      this.#clock.now() + keptMilliseconds,
    );
    return { entries, fresh: true };
  }

  /** Asks the PSA again, whatever is remembered. */
  forget(name: string): void {
    this.#readNow.delete(name);
  }
}
