import { validDocument } from './pick-documents.js';
import { readDocuments } from './read-documents.js';
import type { Terminal } from '@quotebridge/command-line/terminal';
import { QuotebridgeError, type Engine, type Plan, type QuoteDocument } from '@quotebridge/core';
import { existsSync } from 'node:fs';

/**
 * The document of a stored plan as its file has it now; undefined when there is none to compare with, which is said.
 *
 * @param given the file of the quoting tool; undefined: the one that it was planned from
 * @throws `plan.stale` when the file no longer has the document
 */
export async function plannedDocument(
  engine: Engine,
  { document }: Plan,
  given: string | undefined,
  terminal: Terminal,
): Promise<QuoteDocument | undefined> {
  const { number, content, location } = document;
  const file = given ?? location;
  if (content === undefined || file === undefined) return undefined;
  if (given === undefined && !existsSync(file)) {
    terminal.note(`${file} is not there any more, so whether ${number} has changed since was not looked at.`);
    return undefined;
  }
  const found = (await readDocuments(engine, file)).find((read) => read.number === number);
  if (found !== undefined) return validDocument(found);
  throw new QuotebridgeError('plan.stale', `The document ${number} is no longer in ${file}.`, {
    next: 'Name its file with --file, or plan again.',
  });
}
