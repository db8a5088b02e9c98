import { applicationValues } from '../documents/application-values.js';
import { pickDocument, validDocument } from '../documents/pick-documents.js';
import { readAttachments } from '../documents/read-attachments.js';
import { readDocuments, validDocuments } from '../documents/read-documents.js';
import { resultExitCode } from '../presentation/result-exit-code.js';
import { resultView } from '../presentation/result-view.js';
import { openConfiguredSession } from '../session/open-session.js';
import { connected } from '../session/with-connection.js';
import type { Action } from '../command-line/late-action.js';

interface Options {
  readonly doc: string;
  readonly file: readonly string[];
}

export const attachFiles: Action<Options> = async (context, { doc, file: paths }, [file = '']) => {
  const { terminal } = context;
  await using session = await openConfiguredSession(context);
  const read = await readDocuments(session.engine, file);
  const document = validDocument(pickDocument(read, doc, file));
  const attachments = await readAttachments(paths);
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
