import { objectAt } from '../init/plain-object.js';
import { pdfName } from './pdf-name.js';
import type { Terminal } from '@quotebridge/command-line/terminal';
import type { JsonObject, QuoteDocument } from '@quotebridge/core';
import type { RenderedQuote } from '@quotebridge/quote-pdf';

export interface RenderChoices {
  /** Settings of the connection; empty when there is none. */
  readonly settings: JsonObject;
  readonly sender?: string;
  readonly paper?: 'a4' | 'letter';
}

/** The PDF of a document. What it cannot show is said. */
export async function renderDocument(
  document: QuoteDocument,
  { settings, sender, paper }: RenderChoices,
  terminal: Terminal,
): Promise<RenderedQuote> {
  // Loaded when it is needed: it brings fonts with it.
  const { renderQuote } = await import('@quotebridge/quote-pdf');
  const rendered = await renderQuote({
    document,
    settings,
    sender: sender ?? senderOf(settings),
    ...(paper === undefined ? {} : { paper }),
  });
  if (rendered.missingCharacters.length > 0) {
    const characters = rendered.missingCharacters.slice(0, 10).join(' ');
    terminal.note(
      `${pdfName(document.number)}: its fonts do not have ${characters}; � stands in their place.`,
    );
  }
  return rendered;
}

function senderOf(settings: JsonObject): string {
  const { pdfSender } = objectAt(settings, 'attachments');
  return typeof pdfSender === 'string' ? pdfSender : '';
}
