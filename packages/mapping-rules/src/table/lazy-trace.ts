import type { ConsideredRow, TableAnswer, TableTrace } from './compiled-table.js';
import type { NearRows } from './near-rows.js';

/** A trace that finds what it tells when it is asked; as JSON it has everything. */
export class LazyTrace implements TableTrace {
  readonly answer: TableAnswer;
  declare readonly fallback?: TableTrace;
  readonly #near: NearRows;
  readonly #values: readonly string[];
  #considered: readonly ConsideredRow[] | undefined;

  constructor(near: NearRows, values: readonly string[], answer: TableAnswer, fallback?: TableTrace) {
    this.answer = answer;
    this.#near = near;
    this.#values = values;
    if (fallback !== undefined) this.fallback = fallback;
  }

  get values(): Readonly<Record<string, string>> {
    const { fields } = this.#near;
    const [only, second] = fields;
    if (only !== undefined && second === undefined) return { [only.text]: (this.#values[0] ?? '').trim() };
    return Object.fromEntries(fields.map(({ text }, place) => [text, (this.#values[place] ?? '').trim()]));
  }

  get considered(): readonly ConsideredRow[] {
    const taken = this.answer.table === undefined ? this.answer.row : undefined;
    return (this.#considered ??= this.#near.considered(this.#values, taken));
  }

  get others(): number {
    return this.#near.size - this.considered.length;
  }

  toJSON(): TableTrace {
    const { answer, values, considered, others, fallback } = this;
    return { answer, values, considered, others, ...(fallback === undefined ? {} : { fallback }) };
  }
}
