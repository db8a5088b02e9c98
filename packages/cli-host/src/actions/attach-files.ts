import { pickDocument, validDocument } from '../documents/pick-documents.js';
import { readDocuments, validDocuments } from '../documents/read-documents.js';
import { resultExitCode } from '../presentation/result-exit-code.js';
import { resultView } from '../presentation/result-view.js';
import { attachToDocument } from '../push/attach-to-document.js';
import { pushSource } from '../push/push-source.js';
import { watchDocument } from '../push/watch-document.js';
import { openConfiguredSession } from '../session/open-session.js';
import { connected } from '../session/with-connection.js';
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
  const picked = pickDocument(read, doc, file);
  const source = pushSource(file, byHand, options);
  const siblings = validDocuments(read);
  const result = await connected(session, context, `Attaching to ${doc}`, (work) =>
    watchDocument(
      work.connection,
      source,
      'attach',
    )(picked, () =>
      attachToDocument({ session, context }, work, { document: validDocument(picked), siblings }, source),
    ),
  );
  terminal.result(result, (shown) => resultView(shown, terminal.colours, 'Attached to'));
  return resultExitCode(result);
};
