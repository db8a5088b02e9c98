import type { LineDifference } from './line-difference.js';

/** Lines that are kept to be shown. */
const mostKept = 1_000;

/** Counts what would change; what it remembers does not grow with the lines. */
export class DiffTally {
  readonly #kept: LineDifference[] = [];
  readonly #byColumn = new Map<string, number>();
  #changed = 0;

  add(difference: LineDifference): void {
    this.#changed += 1;
    if (this.#kept.length < mostKept) this.#kept.push(difference);
    for (const { column } of difference.differences)
      this.#byColumn.set(column, (this.#byColumn.get(column) ?? 0) + 1);
  }

  /** Lines for which something would change. */
  get changed(): number {
    return this.#changed;
  }

  /** How many lines of each column. */
  get columns(): readonly { readonly column: string; readonly lines: number }[] {
    return [...this.#byColumn].map(([column, lines]) => ({ column, lines }));
  }

  /** The first of them. */
  get first(): readonly LineDifference[] {
    return this.#kept;
  }
}
