import { pickDocument, validDocument } from '../documents/pick-documents.js';
import { readDocuments, validDocuments } from '../documents/read-documents.js';
import { attachmentLimits } from '../session/attachment-limits.js';
import { attachToDocument } from './attach-to-document.js';
import { documentPush } from './document-push.js';
import { watchDocument } from './watch-document.js';
import type { PushResult, ReadDocument, Retry } from '@quotebridge/core';
import type { CommandContext } from '../command-line/command-context.js';
import type { ConfiguredSession } from '../session/open-session.js';
import type { ConnectionWork } from '../session/with-connection.js';

export interface RetryOptions {
  readonly session: ConfiguredSession;
  readonly context: CommandContext;
  readonly yes: boolean;
}

/** Pushes documents again as they were pushed, from the files that they came from; each file is read once. */
export function retryDocument(
  { session, context, yes }: RetryOptions,
  work: ConnectionWork,
): (retry: Retry) => Promise<PushResult> {
  const files = new Map<string, Promise<readonly ReadDocument[]>>();
  const readFile = (path: string): Promise<readonly ReadDocument[]> => {
    const read = files.get(path) ?? readDocuments(session.engine, path);
    files.set(path, read);
    return read;
  };
  return ({ purpose, document: { number }, source }) =>
    // A file that is gone by now is an issue of the document, too.
    watchDocument(
      work.connection,
      source,
      purpose,
    )({ number, faults: [] }, async () => {
      const read = await readFile(source.file);
      const document = validDocument(pickDocument(read, number, source.file));
      const siblings = validDocuments(read);
      if (purpose === 'attach')
        return attachToDocument({ session, context }, work, { document, siblings }, source);
      const { file, attach = [] } = source;
      const limits = (): ReturnType<typeof attachmentLimits> => attachmentLimits(session, context);
      const how = { session, context, file, attach, attachments: source, choices: {}, limits, yes };
      return documentPush(how, work)(document, siblings);
    });
}
