import { chooseConnection } from '../configuration/choose-connection.js';
import { withLocation } from '../configuration/locate-faults.js';
import { pdfName } from '../documents/pdf-name.js';
import { pickDocument, validDocument } from '../documents/pick-documents.js';
import { readDocuments } from '../documents/read-documents.js';
import { renderDocument } from '../documents/render-document.js';
import { openSession, type Session } from '../session/open-session.js';
import { refuseAs } from '../errors/refuse-as.js';
import { existingFolder, refuseOtherFile, writeFileWhole } from '@quotebridge/command-line/files';
import { counted, sizeText } from '@quotebridge/command-line/terminal';
import type { QuoteDocument } from '@quotebridge/core';
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { CommandContext } from '../command-line/command-context.js';
import type { Action } from '../command-line/late-action.js';
import type { RenderedQuote } from '@quotebridge/quote-pdf';

interface Options {
  readonly doc: string;
  readonly output?: string;
  readonly sender?: string;
  readonly paper?: 'a4' | 'letter';
  readonly force?: boolean;
}

export const renderToFile: Action<Options> = async (context, options, [file = '']) => {
  const { terminal } = context;
  const { doc, force = false } = options;
  if (options.output !== undefined) await existingFolder(options.output, refuseAs('usage'));
  await using session = await openSession(context);
  const document = validDocument(pickDocument(await readDocuments(session.engine, file), doc, file));
  const path = options.output ?? pdfName(document.number);
  const { bytes, pages } = await rendered(session, context, document, options);
  if (!force) await refuseOtherFile(path, bytes, refuseAs('usage'));
  await writeFileWhole(path, bytes, refuseAs('usage'));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  terminal.result(
    { path: resolve(path), size: bytes.length, sha256, pages },
    () => `${path}: ${counted(pages, 'page')}, ${sizeText(bytes.length)}`,
  );
  return 0;
};

/** With the settings of the connection, when there is a configuration. */
async function rendered(
  { configuration }: Session,
  { globals, terminal }: CommandContext,
  document: QuoteDocument,
  { sender, paper }: Options,
): Promise<RenderedQuote> {
  const choices = {
    ...(sender === undefined ? {} : { sender: sender.replaceAll('\\n', '\n') }),
    ...(paper === undefined ? {} : { paper }),
  };
  if (configuration === undefined) return renderDocument(document, { settings: {}, ...choices }, terminal);
  const connection = chooseConnection(configuration, globals.connection);
  try {
    const { settings } = connection.configuration;
    return await renderDocument(document, { settings, ...choices }, terminal);
  } catch (error) {
    throw withLocation(error, configuration, connection.name);
  }
}
