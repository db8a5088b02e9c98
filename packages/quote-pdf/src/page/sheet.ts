import type { TextStyle, Typesetter } from '../text/typesetter.js';
import type { SetLine } from '../text/wrap-text.js';
import { colours } from './look.js';
import type { Pdf } from './open-pdf.js';

/** Where a text goes: its left edge, its width, and to which side of it. */
export interface Column {
  readonly x: number;
  readonly width: number;
  readonly align?: 'left' | 'right';
}

/** The pages of a PDF as one long sheet: a place to write at, which moves down and on to the next page. */
export class Sheet {
  readonly pdf: Pdf;
  readonly typesetter: Typesetter;
  /** Where the next thing is written: distance from the top of the page. */
  y: number;
  /** Draws what stands at the top of each further page. */
  atPageStart: (() => void) | undefined;

  constructor(pdf: Pdf, typesetter: Typesetter) {
    this.pdf = pdf;
    this.typesetter = typesetter;
    this.y = pdf.page.margins.top;
  }

  get left(): number {
    return this.pdf.page.margins.left;
  }

  get width(): number {
    return this.pdf.page.width - this.left - this.pdf.page.margins.right;
  }

  get bottom(): number {
    return this.pdf.page.height - this.pdf.page.margins.bottom;
  }

  /** The whole width. */
  get column(): Column {
    return { x: this.left, width: this.width };
  }

  /** Goes on to the next page when that much does not fit on this one. What fits on no page starts where it is. */
  ensure(height: number): void {
    const { top } = this.pdf.page.margins;
    if (this.y + height > this.bottom && top + height <= this.bottom) this.turn();
  }

  /** Writes wrapped lines below each other, over as many pages as they take. */
  write(lines: readonly SetLine[], column: Column, style: TextStyle): void {
    for (const line of lines) {
      if (this.y + lineHeight(style) > this.bottom) this.turn();
      this.typesetter.draw(line, column, this.y, style);
      this.y += lineHeight(style);
    }
  }

  /** Wraps a text into a column and writes it. */
  writeText(text: string, column: Column, style: TextStyle): void {
    this.write(this.typesetter.wrap(text, column.width, style), column, style);
  }

  rule(colour: string = colours.rule, thickness = 0.5): void {
    const { pdf, left, width, y } = this;
    pdf
      .moveTo(left, y)
      .lineTo(left + width, y)
      .lineWidth(thickness)
      .strokeColor(colour)
      .stroke();
  }

  turn(): void {
    this.pdf.addPage();
    this.y = this.pdf.page.margins.top;
    this.atPageStart?.();
  }
}

export function lineHeight(style: TextStyle): number {
  return style.size * 1.32;
}
