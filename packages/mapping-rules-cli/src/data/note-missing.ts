import { withHint, type MissingField } from './found-fields.js';
import type { Terminal } from '@quotebridge/command-line/terminal';

/** Says which fields the lines lack beside the result; with --json the result says it itself. */
export function noteMissing(missing: readonly MissingField[], terminal: Terminal, file: string): void {
  if (terminal.json || missing.length === 0) return;
  const names = missing.map(({ field, suggestions: [near] }) => withHint(field, near));
  terminal.note(`The lines of ${file} have no ${names.join(', ')}. What is not there counts as empty.`);
}
