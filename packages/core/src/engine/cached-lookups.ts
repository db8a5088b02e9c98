import type { ListOptions, ListReading } from '../base/list-reader.js';
import type { Clock } from '../base/clock.js';
import type { ContactManager } from '../contract/contact-manager.js';
import type { LookupEntry } from '../contract/records.js';
import type { StateStore } from '../state/state-store.js';
import { CachedList } from './cached-list.js';
import { FormerEntries } from './former-entries.js';

export interface LookupOptions extends ListOptions {
  readonly signal?: AbortSignal;
}

/** The PSA's lists, kept for all processes of the state. */
export class CachedLookups {
  readonly #contactManager: ContactManager;
  readonly #cache: ConstructorParameters<typeof CachedList>[0];

  constructor(contactManager: ContactManager, state: StateStore, connection: string, clock: Clock) {
    this.#contactManager = contactManager;
    this.#cache = { state, connection, clock };
  }

  read(name: string, options: LookupOptions = {}): Promise<ListReading<LookupEntry>> {
    return this.#list(name, options).read(options);
  }

  /** Asks the PSA, whatever is remembered. */
  readAgain(name: string, options: Pick<LookupOptions, 'signal'> = {}): Promise<readonly LookupEntry[]> {
    return this.#list(name, options).readAgain();
  }

  /** Names that entries of the list had before, as far as they were seen. */
  former(name: string): Promise<readonly LookupEntry[]> {
    return new FormerEntries(this.#cache, name).read();
  }

  #list(name: string, { signal }: Pick<LookupOptions, 'signal'>): CachedList<LookupEntry> {
    const options = signal === undefined ? {} : { signal };
    const key = `lookup:${name}`;
    return new CachedList(this.#cache, key, async () => {
      const entries = await this.#contactManager.lookups.list(name, options);
      await new FormerEntries(this.#cache, name).remember(key, entries);
      return entries;
    });
  }
}
