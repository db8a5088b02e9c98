import type { ReadRow } from './table-condition.js';

/** Tells rows apart whose conditions are all the same, in whatever order they are written. */
export class RepeatedRows {
  readonly #rows = new Map<string, number>();

  /** The earlier row with the same conditions. */
  add({ row, conditions }: ReadRow): number | undefined {
    const texts = conditions.map(({ field, mode, form }) => `${field} ${mode} ${form}`);
    const [first = ''] = texts;
    const key = texts.length === 1 ? first : JSON.stringify(texts.sort());
    const earlier = this.#rows.get(key);
    if (earlier === undefined) this.#rows.set(key, row);
    return earlier;
  }
}
