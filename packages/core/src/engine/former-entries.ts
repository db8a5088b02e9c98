import type { Clock } from '../base/clock.js';
import type { JsonValue } from '../base/json.js';
import type { LookupEntry } from '../contract/records.js';
import type { StateStore } from '../state/state-store.js';

/** Nobody looks for a name that is gone for longer. */
const keptMilliseconds = 2 * 365 * 24 * 3_600_000;
/** The oldest ones go first. */
const most = 1_000;

type Named = Pick<LookupEntry, 'id' | 'name'>;

/**
 * Names that entries of one list had before they were renamed or removed: what a setting still calls by such a name can be
 * told what has become of it.
 */
export class FormerEntries {
  readonly #cache: { readonly state: StateStore; readonly connection: string; readonly clock: Clock };
  readonly #key: string;

  constructor(
    cache: { readonly state: StateStore; readonly connection: string; readonly clock: Clock },
    lookup: string,
  ) {
    this.#cache = cache;
    this.#key = `former:${lookup}`;
  }

  async read(): Promise<readonly LookupEntry[]> {
    const { state, connection, clock } = this.#cache;
    return namedIn(await state.cached(connection, this.#key, clock.now()));
  }

  /**
   * Keeps what is called otherwise in the list that was read before, or stood only there.
   *
   * @param listKey where that list is cached; however old it is, it says what things were called
   */
  async remember(listKey: string, now: readonly Named[]): Promise<void> {
    const { state, connection, clock } = this.#cache;
    const before = namedIn(entriesOf(await state.cached(connection, listKey, 0)));
    const current = new Map(now.map(({ id, name }) => [id, name]));
    const gone = before.filter(({ id, name }) => current.get(id) !== name);
    if (gone.length === 0) return;
    const known = (await this.read()).filter(
      (one) => !gone.some(({ id, name }) => id === one.id && name === one.name),
    );
    const kept = [...gone, ...known].slice(0, most).map(({ id, name }) => ({ id, name }));
    await state.putCached(connection, this.#key, kept, clock.now() + keptMilliseconds);
  }
}

function entriesOf(list: JsonValue | undefined): JsonValue | undefined {
  if (typeof list !== 'object' || list === null || Array.isArray(list)) return undefined;
  return (list as { readonly entries?: JsonValue }).entries;
}

function namedIn(value: JsonValue | undefined): readonly Named[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly Partial<Named>[]).flatMap(({ id, name }) =>
    typeof id === 'string' && typeof name === 'string' ? [{ id, name }] : [],
  );
}
