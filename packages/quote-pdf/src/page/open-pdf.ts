import type { QuoteDocument } from '@quotebridge/core';
import PdfDocument from 'pdfkit';
import type { Fonts } from '../text/fonts.js';
import { printableText } from '../text/printable-text.js';
import { documentTitle } from './document-title.js';
import { margins } from './look.js';
import type { Paper } from './paper.js';

export type Pdf = PDFKit.PDFDocument;

/** When the document has no date: PDF readers want one, and the clock would make each file another one. */
const undated = '2000-01-01';

/** An empty PDF whose metadata depend on the document alone. */
export function openPdf(document: QuoteDocument, sender: string, paper: Paper, fonts: Fonts): Pdf {
  const title = printableText(`${documentTitle(document)} ${document.name}`.trim()).replaceAll('\n', ' ');
  const author = printableText(sender).split('\n', 1)[0] ?? '';
  const date = new Date(`${document.date ?? undated}T00:00:00Z`);
  const pdf = new PdfDocument({
    autoFirstPage: false,
    bufferPages: true,
    displayTitle: true,
    lang: 'en',
    pdfVersion: '1.7',
    size: paper === 'a4' ? 'A4' : 'LETTER',
    margins,
    // Named here, so that the library does not load one of its own.
    font: fonts.regular.path,
    info: {
      Title: title,
      ...(author === '' ? {} : { Author: author }),
      Creator: 'Quotebridge',
      CreationDate: date,
    },
  });
  pdf.addPage();
  return pdf;
}

/** Everything that the PDF gives out, once it is ended. */
export async function pdfBytes(pdf: Pdf): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  for await (const piece of pdf) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
