/** The text of one value, and the line of the file where it begins. */
export interface CutValue {
  readonly text: string;
  readonly line: number;
}

/**
 * Cuts JSON that comes in pieces into values: the elements of a list, or values that follow one another. Only as much is
 * looked at as is needed to tell them apart; whether a value is JSON shows when it is parsed.
 */
export class ValueCutter {
  #form: 'unknown' | 'list' | 'sequence' | 'closed' = 'unknown';
  #level = 0;
  #quoted = false;
  #escaped = false;
  #parts: string[] = [];
  #held = 0;
  #blank = true;
  #line = 1;
  #begins = 1;
  #count = 0;

  /** Line of the file that is read now, from 1. */
  get line(): number {
    return this.#line;
  }

  /** Line where what is held begins; the line that is read now when nothing is. */
  get begins(): number {
    return this.#blank ? this.#line : this.#begins;
  }

  /** Length of what is held of a value that goes on. */
  get held(): number {
    return this.#held;
  }

  *take(piece: string): Generator<CutValue, void, undefined> {
    let from = 0;
    for (let at = 0; at < piece.length; at += 1) {
      const unit = piece.charCodeAt(at);
      if (unit === 0x0a) this.#line += 1;
      if (this.#quoted) this.#goOnInQuotes(unit);
      else if (!isBlank(unit)) {
        const ends = this.#next(unit);
        if (ends === undefined) continue;
        const value = this.#cut(piece.slice(from, at + ends.keep));
        from = at + 1;
        // A list without elements has none, not a blank one.
        if (ends.last && value.text === '' && this.#count === 0) continue;
        this.#count += 1;
        yield value;
      }
    }
    this.#parts.push(piece.slice(from));
    this.#held += piece.length - from;
  }

  /** Whether the text was whole. */
  ends(): boolean {
    return this.#form !== 'list' && this.#parts.join('').trim() === '';
  }

  #goOnInQuotes(unit: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (unit === 0x5c) this.#escaped = true;
    else if (unit === 0x22) this.#quoted = false;
  }

  /** Whether a value ends with this sign, and how many signs of it belong to the value. */
  #next(unit: number): { readonly keep: 0 | 1; readonly last: boolean } | undefined {
    if (this.#form === 'unknown') {
      this.#form = unit === 0x5b ? 'list' : 'sequence';
      // The bracket is cut away as if it were a value of its own.
      if (this.#form === 'list') return { keep: 0, last: true };
    }
    if (this.#level === 0 && this.#form === 'list') {
      if (unit === 0x2c) return { keep: 0, last: false };
      if (unit === 0x5d) {
        this.#form = 'closed';
        return { keep: 0, last: true };
      }
    }
    if (this.#blank) this.#begins = this.#line;
    this.#blank = false;
    if (unit === 0x22) this.#quoted = true;
    else if (unit === 0x5b || unit === 0x7b) this.#level += 1;
    else if (unit === 0x5d || unit === 0x7d) {
      this.#level -= 1;
      if (this.#level === 0 && this.#form === 'sequence') return { keep: 1, last: false };
    }
    return undefined;
  }

  #cut(end: string): CutValue {
    const text = `${this.#parts.join('')}${end}`.trim();
    this.#parts = [];
    this.#held = 0;
    this.#blank = true;
    return { text, line: text === '' ? this.#line : this.#begins };
  }
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d;
}
