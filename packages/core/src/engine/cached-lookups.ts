import type { ListOptions, ListReading } from '../base/list-reader.js';
import type { Clock } from '../base/clock.js';
import type { ContactManager } from '../contract/contact-manager.js';
import type { LookupEntry } from '../contract/records.js';
import type { StateStore } from '../state/state-store.js';
import { CachedList } from './cached-list.js';

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

  #list(name: string, { signal }: Pick<LookupOptions, 'signal'>): CachedList<LookupEntry> {
    const options = signal === undefined ? {} : { signal };
    return new CachedList(this.#cache, `lookup:${name}`, () =>
      this.#contactManager.lookups.list(name, options),
    );
  }
}
