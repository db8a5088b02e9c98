import type { Clock } from '../base/clock.js';
import type { JsonValue } from '../base/json.js';
import type { ConnectionCache } from '../state/connection-cache.js';
import type { StateStore } from '../state/state-store.js';

/** A plugin's corner of the state. */
export class StateConnectionCache implements ConnectionCache {
  readonly #state: StateStore;
  readonly #connection: string;
  readonly #clock: Clock;

  constructor(state: StateStore, connection: string, clock: Clock) {
    this.#state = state;
    this.#connection = connection;
    this.#clock = clock;
  }

  get(key: string): Promise<JsonValue | undefined> {
    return this.#state.cached(this.#connection, `plugin:${key}`, this.#clock.now());
  }

  set(key: string, value: JsonValue, milliseconds: number): Promise<void> {
    return this.#state.putCached(this.#connection, `plugin:${key}`, value, this.#clock.now() + milliseconds);
  }

  delete(key: string): Promise<void> {
    return this.#state.deleteCached(this.#connection, `plugin:${key}`);
  }
}
