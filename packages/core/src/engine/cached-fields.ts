import type { ListReading } from '../base/list-reader.js';
import type { Clock } from '../base/clock.js';
import type { ContactManager } from '../contract/contact-manager.js';
import type { DataLinkObject, FieldDescription } from '../contract/field-port.js';
import type { StateStore } from '../state/state-store.js';
import { CachedList } from './cached-list.js';
import type { LookupOptions } from './cached-lookups.js';

/** The fields of the PSA's records, kept for all processes of the state. A PSA without the port has none. */
export class CachedFields {
  readonly #contactManager: ContactManager;
  readonly #cache: ConstructorParameters<typeof CachedList>[0];

  constructor(contactManager: ContactManager, state: StateStore, connection: string, clock: Clock) {
    this.#contactManager = contactManager;
    this.#cache = { state, connection, clock };
  }

  async read(object: DataLinkObject, options: LookupOptions = {}): Promise<ListReading<FieldDescription>> {
    const { fields } = this.#contactManager;
    if (fields === undefined) return { entries: [], fresh: true };
    const { signal } = options;
    const list = new CachedList<FieldDescription>(this.#cache, `fields:${object}`, () =>
      fields.list(object, signal === undefined ? {} : { signal }),
    );
    return list.read(options);
  }
}
