import { unexpectedText } from '../errors/unexpected-text.js';
import { errorView } from '../errors/error-view.js';
import { resultView } from '../presentation/result-view.js';
import type { DocumentOutcome } from './document-outcome.js';
import type { Terminal } from '../presentation/terminal.js';

/** One document's outcome: with JSON one line, otherwise a block of text. */
export function reportOutcome(outcome: DocumentOutcome, terminal: Terminal): void {
  if ('cause' in outcome) terminal.detail(unexpectedText(outcome.cause));
  if ('result' in outcome) {
    if (terminal.json) terminal.object(outcome.result, 'line');
    else terminal.data(`${resultView(outcome.result, terminal.colours)}\n`);
  } else if (terminal.json) {
    terminal.object({ document: { number: outcome.number }, error: outcome.error }, 'line');
  } else {
    terminal.data(`${outcome.number}\n${errorView(outcome.error, terminal.colours)}\n`);
  }
}
