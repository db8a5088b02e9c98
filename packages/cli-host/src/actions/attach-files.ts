import { applicationValues } from '../documents/application-values.js';
import { pickDocument, validDocument } from '../documents/pick-documents.js';
import { collectAttachments } from '../documents/collect-attachments.js';
import { readDocuments, validDocuments } from '../documents/read-documents.js';
import { resultExitCode } from '../presentation/result-exit-code.js';
import { resultView } from '../presentation/result-view.js';
import { attachmentLimits } from '../session/attachment-limits.js';
import { connectionSettings } from '../session/connection-settings.js';
import { openConfiguredSession } from '../session/open-session.js';
import { connected } from '../session/with-connection.js';
import { QuotebridgeError } from '@quotebridge/core';
import type { AttachmentOptions } from '../command-line/attachment-options.js';
import type { Action } from '../command-line/late-action.js';

interface Options extends AttachmentOptions {
  readonly doc: string;
  readonly file?: readonly string[];
}

export const attachFiles: Action<Options> = async (context, options, [file = '']) => {
  const { terminal } = context;
  const { doc, file: byHand = [] } = options;
  await using session = await openConfiguredSession(context);
  const read = await readDocuments(session.engine, file);
  const document = validDocument(pickDocument(read, doc, file));
  const settings = connectionSettings(session, context);
  const attachments = await collectAttachments({
    document,
    file,
    byHand,
    options,
    settings,
    limits: () => attachmentLimits(session, context),
    terminal,
  });
  if (attachments.length === 0) {
    throw new QuotebridgeError('usage', `There is nothing to attach to ${doc}.`, {
      next: 'Name files with --file, or ask for --render or --links.',
    });
  }
  const siblings = validDocuments(read);
  const result = await connected(
    session,
    context,
    `Attaching to ${doc}`,
    ({ connection, signal, progress }) =>
      connection.attach(document, {
        attachments,
        siblings,
        application: applicationValues(),
        signal,
        progress: progress.report,
      }),
  );
  terminal.result(result, (shown) => resultView(shown, terminal.colours, 'Attached to'));
  return resultExitCode(result);
};
