import type { Column } from '../page/sheet.js';
import type { Pdf } from '../page/open-pdf.js';
import type { Fonts } from './fonts.js';
import { printableText } from './printable-text.js';
import { visualRuns } from './visual-runs.js';
import { wrapText, type SetLine } from './wrap-text.js';

export interface TextStyle {
  readonly font: 'regular' | 'bold';
  readonly size: number;
  readonly colour: string;
}

/** Stands where the fonts have no character. */
const replacement = '\uFFFD';

/** Sets lines of text, whatever is in them. */
export class Typesetter {
  readonly #pdf: Pdf;
  readonly #fonts: Fonts;
  readonly #missing = new Set<string>();

  constructor(pdf: Pdf, fonts: Fonts) {
    this.#pdf = pdf;
    this.#fonts = fonts;
  }

  get missingCharacters(): readonly string[] {
    return [...this.#missing];
  }

  /** Lines of a text that fit into that width. None for a text without anything to see. */
  wrap(text: string, width: number, style: TextStyle): readonly SetLine[] {
    const shown = this.#shown(text, style);
    return shown === '' ? [] : wrapText(shown, width, (part) => this.#widthOf(part, style));
  }

  /** The first line that fits, with … when there is more. */
  oneLine(text: string, width: number, style: TextStyle): SetLine {
    const flat = text.replaceAll(/\s+/g, ' ');
    const [first = { text: '', direction: 'ltr' }, ...more] = this.wrap(flat, width, style);
    if (more.length === 0) return first;
    const [cut = first] = this.wrap(first.text, width - this.#widthOf('…', style), style);
    return { text: `${cut.text}…`, direction: first.direction };
  }

  /** Whether a text stays on one line of that width. */
  fits(text: string, width: number, style: TextStyle): boolean {
    return this.#widthOf(this.#shown(text, style), style) <= width;
  }

  /** Draws one line with its top at `y`. */
  draw(line: SetLine, { x, width, align = 'left' }: Column, y: number, style: TextStyle): void {
    const runs = visualRuns(line.text, line.direction);
    const widths = runs.map((run) => this.#widthOf(run, style));
    const whole = widths.reduce((sum, each) => sum + each, 0);
    let at = align === 'right' || line.direction === 'rtl' ? x + width - whole : x;
    this.#use(style).fillColor(style.colour);
    for (const [index, run] of runs.entries()) {
      if (run.trim() !== '') this.#pdf.text(run, at, y, { lineBreak: false });
      at += widths[index] ?? 0;
    }
  }

  /** Draws a short text on one line, smaller when it would not fit: a figure is never cut. */
  drawWhole(text: string, column: Column, y: number, style: TextStyle): void {
    const shown = this.#shown(text, style).replaceAll(/\s+/g, ' ');
    const wide = this.#widthOf(shown, style);
    const size = wide > column.width ? (style.size * column.width) / wide : style.size;
    // On the same base line as a text of full size.
    this.draw({ text: shown, direction: 'ltr' }, column, y + (style.size - size) * 0.93, { ...style, size });
  }

  #shown(text: string, style: TextStyle): string {
    const printable = printableText(text);
    const font = this.#fonts[style.font];
    let shown = '';
    for (const character of printable) {
      if (character === '\n' || font.has(character.codePointAt(0) ?? 0)) shown += character;
      else {
        shown += replacement;
        this.#missing.add(character);
      }
    }
    return shown;
  }

  #widthOf(text: string, style: TextStyle): number {
    return this.#use(style).widthOfString(text);
  }

  #use(style: TextStyle): Pdf {
    // By its path: under any other name the library would open the file again each time.
    return this.#pdf.font(this.#fonts[style.font].path).fontSize(style.size);
  }
}
