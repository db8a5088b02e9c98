import { noDocuments } from '../documents/no-documents.js';
import { pickDocuments } from '../documents/pick-documents.js';
import { readDocuments, validDocuments } from '../documents/read-documents.js';
import { openConfiguredSession } from '../session/open-session.js';
import { connected } from '../session/with-connection.js';
import { type Colours, counted, visible } from '@quotebridge/command-line/terminal';
import {
  errorCatalogue,
  QuotebridgeError,
  type Engine,
  type QuoteDocument,
  type ReboundFamily,
} from '@quotebridge/core';
import type { Action } from '../command-line/late-action.js';

interface Options {
  readonly doc?: readonly string[];
}

export const rebindFamilies: Action<Options> = async (context, { doc }, [file]) => {
  const { terminal } = context;
  if (file === undefined && doc !== undefined) {
    throw new QuotebridgeError(
      'usage',
      'Which file do the documents stand in? Expected a file before --doc.',
      {
        next: 'Such as: quotebridge rebind export.csv --doc N. Without both, everything that the PSA lists is looked at.',
      },
    );
  }
  await using session = await openConfiguredSession(context);
  const documents = file === undefined ? undefined : await documentsIn(session.engine, file, doc);
  const found = new Map<ReboundFamily['status'], number>();
  await connected(session, context, 'Looking for markers', async ({ connection, signal, progress }) => {
    const wanted = documents === undefined ? {} : { documents };
    for await (const family of connection.rebind({ ...wanted, signal, progress: progress.report })) {
      progress.clear();
      found.set(family.status, (found.get(family.status) ?? 0) + 1);
      // One line for each: there is no telling beforehand how many there are.
      if (terminal.json) terminal.object(family, 'line');
      else terminal.data(familyText(visible(family), terminal.colours));
    }
  });
  terminal.note(summary(found));
  return (found.get('conflict') ?? 0) === 0 ? 0 : errorCatalogue['plan.conflict'].exit;
};

async function documentsIn(
  engine: Engine,
  file: string,
  doc: readonly string[] | undefined,
): Promise<readonly QuoteDocument[]> {
  const read = await readDocuments(engine, file);
  const documents = validDocuments(doc === undefined ? read : pickDocuments(read, doc, file));
  if (documents.length === 0) throw noDocuments(file);
  return documents;
}

function familyText(family: ReboundFamily, colours: Colours): string {
  const { status, opportunity, quote, attachments, message, next } = family;
  const signs = {
    bound: colours.green('+'),
    known: colours.dim('='),
    missing: colours.dim('·'),
    conflict: colours.red('✗'),
  };
  const records = [
    ...(opportunity === undefined ? [] : [`opportunity ${opportunity.id}`]),
    ...(quote === undefined ? [] : [`quote ${quote.id} with ${counted(quote.lines, 'line')}`]),
    ...(attachments === 0 ? [] : [counted(attachments, 'file')]),
  ];
  const told = [
    ...(records.length === 0 ? [] : [records.join(', ')]),
    ...(message === undefined ? [] : [message]),
  ];
  const advice = next === undefined ? '' : `\n    ${colours.dim(next)}`;
  return `${signs[status]} ${family.family}: ${told.join('. ')}${advice}`;
}

const words: Readonly<Record<ReboundFamily['status'], string>> = {
  bound: 'remembered again',
  known: 'remembered already',
  missing: 'not in the PSA',
  conflict: 'to be decided',
};

function summary(found: ReadonlyMap<ReboundFamily['status'], number>): string {
  const total = [...found.values()].reduce((sum, count) => sum + count, 0);
  if (total === 0) return 'Nothing in the PSA carries a marker.';
  const parts = [...found].map(([status, count]) => `${count} ${words[status]}`);
  return `${counted(total, 'family', 'families')}: ${parts.join(', ')}.`;
}
