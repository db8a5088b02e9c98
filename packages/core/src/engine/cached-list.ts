import type { ListOptions, ListReading } from '../base/list-reader.js';
import type { Clock } from '../base/clock.js';
import type { JsonValue } from '../base/json.js';
import type { StateStore } from '../state/state-store.js';

/** Lists change rarely, and what is missing in an old one is looked for in a fresh one. */
const keptMilliseconds = 30 * 24 * 3_600_000;
/** A list as young as this is not read again because something is missing in it. */
const freshMilliseconds = 5 * 60_000;

interface Remembered<Entry> {
  readonly at: number;
  readonly entries: readonly Entry[];
}

/** A list of the PSA, kept for all processes of the state. */
export class CachedList<Entry> {
  readonly #state: StateStore;
  readonly #connection: string;
  readonly #clock: Clock;
  readonly #key: string;
  readonly #ask: () => Promise<readonly Entry[]>;

  constructor(
    cache: { readonly state: StateStore; readonly connection: string; readonly clock: Clock },
    key: string,
    ask: () => Promise<readonly Entry[]>,
  ) {
    this.#state = cache.state;
    this.#connection = cache.connection;
    this.#clock = cache.clock;
    this.#key = key;
    this.#ask = ask;
  }

  async read(options: ListOptions = {}): Promise<ListReading<Entry>> {
    const now = this.#clock.now();
    const cached: unknown = await this.#state.cached(this.#connection, this.#key, now);
    if (isRemembered<Entry>(cached)) {
      const age = now - cached.at;
      const fresh = age < freshMilliseconds;
      const tooOld = options.fresh === true ? !fresh : age > (options.maximumAge ?? Infinity);
      if (!tooOld) return { entries: cached.entries, fresh };
    }
    return { entries: await this.readAgain(), fresh: true };
  }

  /** Asks the PSA, whatever is remembered. */
  async readAgain(): Promise<readonly Entry[]> {
    const entries = await this.#ask();
    const at = this.#clock.now();
    const list = { at, entries: entries as unknown as JsonValue };
    await this.#state.putCached(this.#connection, this.#key, list, at + keptMilliseconds);
    return entries;
  }
}

function isRemembered<Entry>(value: unknown): value is Remembered<Entry> {
  if (typeof value !== 'object' || value === null || !('at' in value) || !('entries' in value)) return false;
  return typeof value.at === 'number' && Array.isArray(value.entries);
}
