type Level<Answer> = Map<string, Level<Answer> | Answer>;

/** Answers remembered beside one for each row: enough for a document, too few to fill the memory. */
export const remembered = 10_000;
/** Longer values are not worth remembering. */
const longest = 256;

/**
 * Answers by the values that were asked with, one `Map` a value. Holds so many at most and then begins anew.
 */
export class RememberedAnswers<Answer extends object> {
  readonly #capacity: number;
  #answers: Level<Answer> = new Map();
  #size = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get(values: readonly string[]): Answer | undefined {
    let level: Level<Answer> | Answer | undefined = this.#answers;
    for (const value of values) {
      level = (level as Level<Answer>).get(value);
      if (level === undefined) return undefined;
    }
    return level as Answer;
  }

  set(values: readonly string[], answer: Answer): void {
    if (values.some((value) => value.length > longest)) return;
    if (this.#size >= this.#capacity) {
      this.#answers = new Map();
      this.#size = 0;
    }
    let level = this.#answers;
    for (const value of values.slice(0, -1)) {
      let next = level.get(value);
      if (next === undefined) level.set(value, (next = new Map()));
      level = next as Level<Answer>;
    }
    level.set(values.at(-1) ?? '', answer);
    this.#size++;
  }
}
