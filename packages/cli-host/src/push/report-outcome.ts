import { documentName } from '../documents/document-name.js';
import { unexpectedText } from '../errors/unexpected-text.js';
import { errorView } from '../errors/error-view.js';
import { resultView } from '../presentation/result-view.js';
import type { DocumentOutcome } from './document-outcome.js';
import { type Colours, type Terminal, visible, visibleText } from '@quotebridge/command-line/terminal';

/** One document's outcome: with JSON one line, otherwise a block of text. */
export function reportOutcome(outcome: DocumentOutcome, terminal: Terminal): void {
  if (outcome.kind === 'failed') terminal.detail(unexpectedText(outcome.cause));
  if (!terminal.json) terminal.data(`${outcomeView(outcome, terminal.colours)}\n`);
  else if ('result' in outcome) terminal.object(outcome.result, 'line');
  else terminal.object({ document: { number: outcome.number }, error: outcome.error }, 'line');
}

function outcomeView(outcome: DocumentOutcome, colours: Colours): string {
  const name = visibleText(documentName(outcome.number));
  switch (outcome.kind) {
    case 'done':
      return resultView(visible(outcome.result), colours);
    case 'skipped':
      return `${colours.yellow('–')} Skipped: ${colours.bold(name)}. Nothing was written.`;
    case 'notBegun':
      return `${colours.yellow('–')} ${colours.bold(name)}: ${visibleText(outcome.error.message)}`;
    case 'failed':
      return `${name}\n${errorView(outcome.error, colours)}`;
  }
}
