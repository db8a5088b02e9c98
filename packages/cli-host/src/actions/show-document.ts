import { pickDocument, validDocument } from '../documents/pick-documents.js';
import { readDocuments } from '../documents/read-documents.js';
import { documentView } from '../presentation/document-view.js';
import { openSession } from '../session/open-session.js';
import type { Action } from '../command-line/late-action.js';

export const showDocument: Action<{ readonly doc: string }> = async (context, { doc }, [file = '']) => {
  const { terminal } = context;
  await using session = await openSession(context);
  const read = await readDocuments(session.engine, file);
  const document = validDocument(pickDocument(read, doc, file));
  terminal.result(document, (shown) => documentView(shown, terminal));
  return 0;
};
