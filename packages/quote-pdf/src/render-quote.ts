import {
  outlineDocument,
  QuotebridgeError,
  type Conflict,
  type JsonObject,
  type QuoteDocument,
} from '@quotebridge/core';
import { openPdf, pdfBytes } from './page/open-pdf.js';
import { paperOf, type Paper } from './page/paper.js';
import { Sheet } from './page/sheet.js';
import { drawAddresses } from './parts/addresses.js';
import { drawFooters } from './parts/footers.js';
import { drawHead } from './parts/head.js';
import { drawLines } from './parts/lines.js';
import { drawNotes } from './parts/notes.js';
import { drawTotals } from './parts/totals.js';
import { openFonts } from './text/fonts.js';
import { Typesetter } from './text/typesetter.js';

export interface QuoteToRender {
  readonly document: QuoteDocument;
  /** Settings of the connection: which lines are shown, and how. Defaults when left out. */
  readonly settings?: JsonObject;
  /** Who sends the quote, as it stands at the top: name, then lines of the address. Empty: nobody is named. */
  readonly sender?: string;
  /** Unless told: US letter for addresses in North America, A4 for all others. */
  readonly paper?: Paper;
}

export interface RenderedQuote {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Characters that the fonts do not have, each once; � stands in their place. */
  readonly missingCharacters: readonly string[];
}

/**
 * Makes a PDF of a quote, order or invoice for the customer: the lines that a push would write, totals per billing
 * period, tax and total as the document states them; never a cost. The same input gives the same bytes: no clock and
 * no chance is in it.
 *
 * @throws `document.invalid` when the document contradicts itself, `settings.invalid`
 */
export async function renderQuote(input: QuoteToRender): Promise<RenderedQuote> {
  const { document, settings = {}, sender = '', paper = paperOf(document) } = input;
  const outline = outlineDocument(document, settings);
  if (outline.conflicts.length > 0) throw contradictory(document, outline.conflicts);

  const fonts = await openFonts();
  const pdf = openPdf(document, sender, paper, fonts);
  const bytes = pdfBytes(pdf);
  const typesetter = new Typesetter(pdf, fonts);
  const sheet = new Sheet(pdf, typesetter);

  drawHead(sheet, document, sender);
  drawAddresses(sheet, document);
  drawNotes(sheet, document.notes.introduction);
  drawLines(sheet, document, outline);
  drawTotals(sheet, document, outline);
  drawNotes(sheet, document.notes.closing);
  const pages = drawFooters(sheet, document);
  pdf.end();
  return { bytes: await bytes, pages, missingCharacters: typesetter.missingCharacters };
}

function contradictory(document: QuoteDocument, conflicts: readonly Conflict[]): QuotebridgeError {
  const [first, ...others] = conflicts;
  const more = others.length === 0 ? '' : ` And ${others.length} more.`;
  return new QuotebridgeError(
    'document.invalid',
    `${document.number} cannot be printed: ${first?.message ?? ''}${more}`,
    {
      faults: conflicts.map(({ about, message }) => ({ at: about, expected: message })),
      next: first?.next ?? 'Correct the document in the quoting tool and export it again.',
    },
  );
}
