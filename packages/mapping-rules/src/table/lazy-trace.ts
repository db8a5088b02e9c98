import { fieldValue } from '../macro/field-value.js';
import type { ConsideredRow, TableAnswer, TableTrace } from './compiled-table.js';
import type { NearRows } from './near-rows.js';

/** A trace that finds what it tells when it is asked, once; as JSON it has everything. */
export class LazyTrace implements TableTrace {
  readonly answer: TableAnswer;
  declare readonly fallback?: TableTrace;
  readonly #near: NearRows;
  readonly #asked: readonly string[];
  #values: Readonly<Record<string, string>> | undefined;
  #considered: readonly ConsideredRow[] | undefined;

  constructor(near: NearRows, asked: readonly string[], answer: TableAnswer, fallback?: TableTrace) {
    this.answer = answer;
    this.#near = near;
    this.#asked = asked;
    if (fallback !== undefined) this.fallback = fallback;
  }

  get values(): Readonly<Record<string, string>> {
    return (this.#values ??= this.#named());
  }

  get considered(): readonly ConsideredRow[] {
    const taken = this.answer.table === undefined ? this.answer.row : undefined;
    return (this.#considered ??= this.#near.considered(this.#asked, taken));
  }

  get others(): number {
    return this.#near.size - this.considered.length;
  }

  toJSON(): TableTrace {
    const { answer, values, considered, others, fallback } = this;
    return { answer, values, considered, others, ...(fallback === undefined ? {} : { fallback }) };
  }

  #named(): Readonly<Record<string, string>> {
    const { fields } = this.#near;
    const [only, second] = fields;
    if (only !== undefined && second === undefined) return { [only.text]: fieldValue(this.#asked[0]) };
    return Object.fromEntries(fields.map(({ text }, place) => [text, fieldValue(this.#asked[place])]));
  }
}
