/** Counts how often each of several combinations of texts occurs, of so many different ones at most. */
export class CountedValues {
  readonly #counts = new Map<string, { readonly texts: readonly string[]; lines: number }>();
  readonly #most: number;
  /** How often one occurred for which there was no place any more. */
  others = 0;

  constructor(most: number) {
    this.#most = most;
  }

  add(texts: readonly string[]): void {
    const key = texts.length === 1 ? (texts[0] ?? '') : JSON.stringify(texts);
    const known = this.#counts.get(key);
    if (known !== undefined) known.lines++;
    else if (this.#counts.size < this.#most) this.#counts.set(key, { texts, lines: 1 });
    else this.others++;
  }

  /** The most frequent first; of those that are equally frequent, the one that came first. */
  get all(): readonly { readonly texts: readonly string[]; readonly lines: number }[] {
    return [...this.#counts.values()].sort((a, b) => b.lines - a.lines);
  }
}
