import { pickDocument, validDocument } from '../documents/pick-documents.js';
import { readDocuments } from '../documents/read-documents.js';
import { openConfiguredSession, type ConfiguredSession } from '../session/open-session.js';
import { connected } from '../session/with-connection.js';
import { errorCatalogue, QuotebridgeError, type QuoteDocument } from '@quotebridge/core';
import type { Action } from '../command-line/late-action.js';

export const checkDataLink: Action<{ readonly doc?: string }> = async (context, { doc }, [file]) => {
  const { terminal } = context;
  await using session = await openConfiguredSession(context);
  const document = await documentOf(session, file, doc);
  const faults = await connected(session, context, 'Reading fields', ({ connection, signal, progress }) =>
    connection.checkDataLink({ signal, progress: progress.report, ...(document ? { document } : {}) }),
  );
  terminal.result({ faults }, (shown) => {
    const { green, red, cyan } = terminal.colours;
    if (shown.faults.length === 0) return `${green('✓')} Every row has its fields`;
    return shown.faults
      .map(({ about, message, next }) => `${red('✗')} ${about}: ${message}\n    ${cyan('Next:')} ${next}`)
      .join('\n');
  });
  return faults.length === 0 ? 0 : errorCatalogue['plan.conflict'].exit;
};

/** The document that a command may name, with a file and a number. */
export async function documentOf(
  session: Pick<ConfiguredSession, 'engine'>,
  file: string | undefined,
  doc: string | undefined,
): Promise<QuoteDocument | undefined> {
  if (file === undefined && doc === undefined) return undefined;
  if (file === undefined || doc === undefined) {
    throw new QuotebridgeError('usage', 'A document is named by its file and --doc, in this order.', {
      next: 'Name both, or neither.',
    });
  }
  return validDocument(pickDocument(await readDocuments(session.engine, file), doc, file));
}
