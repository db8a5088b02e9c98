import { shown } from '../problem/shown.js';
import type { MacroContext } from './macro-context.js';

/** A place in the text of a macro that goes forward over what is read. */
export class MacroCursor {
  readonly text: string;
  readonly context: MacroContext;
  position: number;

  constructor(text: string, position: number, context: MacroContext) {
    this.text = text;
    this.position = position;
    this.context = context;
  }

  skipSpace(): void {
    while (/\s/.test(this.text.charAt(this.position))) this.position++;
  }

  /** Goes over the sign if it is next, behind space. */
  take(sign: string): boolean {
    this.skipSpace();
    const found = this.text.startsWith(sign, this.position);
    if (found) this.position += sign.length;
    return found;
  }

  /** Everything up to the next match, or to the end. The expression must be a global one. */
  takeUpTo(end: RegExp): string {
    const start = this.position;
    end.lastIndex = start;
    this.position = end.exec(this.text)?.index ?? this.text.length;
    return this.text.slice(start, this.position);
  }

  /** Letters and digits. */
  takeWord(): string {
    return this.takeUpTo(/[^a-z0-9]/gi);
  }

  /**
   * `'text'` or `"text"`, its own quote doubled within, if one is next, behind space. False: it never ends, which has been
   * told.
   */
  takeQuoted(): string | false | undefined {
    this.skipSpace();
    const start = this.position;
    const quote = this.text.charAt(start);
    if (quote !== "'" && quote !== '"') return undefined;
    const pieces: string[] = [];
    for (let end = start; ;) {
      const begin = end + 1;
      end = this.text.indexOf(quote, begin);
      if (end === -1) {
        this.context.add('macro.notClosed', start, 'A text in quotes never ends.', quote);
        return false;
      }
      pieces.push(this.text.slice(begin, end));
      this.position = ++end;
      if (this.text.charAt(end) !== quote) return pieces.join(quote);
    }
  }

  /** Tells that something else stands at the position. */
  expected(what: string, suggestions?: readonly string[], position = this.position): void {
    const rest = this.text.slice(position, position + 20);
    const found = rest === '' ? 'The macro ends' : `${shown(rest)} stands`;
    this.context.add(
      rest === '' ? 'macro.notClosed' : 'macro.unexpected',
      position,
      `${found} where ${what} is expected.`,
      what,
      suggestions,
    );
  }
}
