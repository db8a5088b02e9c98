import type { Connection, PushResult, PushSource, ReadDocument } from '@quotebridge/core';

/** Does the work of one document; what goes wrong before its push begins is an issue, too. */
export type WatchDocument = (read: ReadDocument, work: () => Promise<PushResult>) => Promise<PushResult>;

export function watchDocument(
  connection: Connection,
  source: PushSource,
  purpose: 'push' | 'attach' = 'push',
): WatchDocument {
  return ({ number, document }, work) => {
    const type = document === undefined ? {} : { type: document.type };
    return connection.issues.watch({ number, ...type, purpose, source }, work);
  };
}
