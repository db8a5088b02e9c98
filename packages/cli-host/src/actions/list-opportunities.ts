import { moneyText } from '../presentation/money-text.js';
import { pickDocument, validDocument } from '../documents/pick-documents.js';
import { readDocuments } from '../documents/read-documents.js';
import { openConfiguredSession } from '../session/open-session.js';
import { connected, withConnection } from '../session/with-connection.js';
import { table } from '@quotebridge/command-line/table';
import { counted } from '@quotebridge/command-line/terminal';
import { QuotebridgeError, type StoredOpportunity } from '@quotebridge/core';
import type { CommandContext } from '../command-line/command-context.js';
import type { Action } from '../command-line/late-action.js';

interface Options {
  readonly client?: string;
  readonly user?: string;
  readonly open?: boolean;
  readonly for?: string;
  readonly doc?: string;
}

export const listOpportunities: Action<Options> = async (context, options) => {
  const { terminal } = context;
  const { listedBy, opportunities } = await (options.for === undefined
    ? listOf(context, options)
    : listFor(context, options.for, options.doc));
  const whose = listedBy === undefined ? {} : { listedBy };
  terminal.result({ ...whose, opportunities }, (shown) => {
    // Not every list of a PSA holds our markers: a column of them would read as “not linked” where it is empty.
    const rows = shown.opportunities.map((entry) => [
      entry.id,
      entry.title ?? '',
      entry.outcome,
      entry.statusName ?? '',
      entry.value === undefined ? '' : moneyText(entry.value),
      entry.url ?? '',
    ]);
    const columns = [
      { title: 'id', align: 'right' as const },
      { title: 'opportunity', shrinksTo: 16 },
      { title: 'outcome' },
      { title: 'status', shrinksTo: 8 },
      { title: 'value', align: 'right' as const },
      { title: 'link', shrinksTo: 12 },
    ];
    return table(columns, rows, { width: terminal.width, colours: terminal.colours });
  });
  terminal.note(
    terminal.noteColours.dim(
      `${counted(opportunities.length, 'opportunity', 'opportunities')}${listedBy === undefined ? '' : ` of the ${listedBy}`}`,
    ),
  );
  return 0;
};

interface Listed {
  /** Undefined: as the command line says. */
  readonly listedBy?: 'client' | 'user';
  readonly opportunities: readonly StoredOpportunity[];
}

async function listOf(
  context: CommandContext,
  { client, user, open = false, doc }: Options,
): Promise<Listed> {
  if (doc !== undefined) {
    throw new QuotebridgeError(
      'usage',
      'Which file does the document stand in? Expected --for before --doc.',
    );
  }
  if (client === undefined && user === undefined) {
    throw new QuotebridgeError('usage', 'Whose opportunities? Expected --client, --user or --for.', {
      next: 'Find the id with: quotebridge clients search TEXT',
    });
  }
  const query = {
    ...(client === undefined ? {} : { clientId: client }),
    ...(user === undefined ? {} : { userId: user }),
    openOnly: open,
  };
  const opportunities = await withConnection(context, 'Reading opportunities', ({ connection, signal }) =>
    connection.contactManager.opportunities.list(query, { signal }),
  );
  return { opportunities };
}

/** Those that a person may choose from for a document. */
async function listFor(context: CommandContext, file: string, doc: string | undefined): Promise<Listed> {
  if (doc === undefined) {
    throw new QuotebridgeError('usage', 'Opportunities of which document? Expected --doc.', {
      next: `List the documents of the file with: quotebridge documents list ${file}`,
    });
  }
  await using session = await openConfiguredSession(context);
  const document = validDocument(pickDocument(await readDocuments(session.engine, file), doc, file));
  return await connected(session, context, 'Reading opportunities', ({ connection, signal, progress }) =>
    connection.existingOpportunities(document, { signal, progress: progress.report }),
  );
}
