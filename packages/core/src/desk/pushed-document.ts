import type { DocumentLine } from '../domain/document-line.js';
import type { QuoteDocument } from '../domain/document.js';
import type { PushPurpose, NewHistoryEntry } from '../state/history-store.js';
import type { PushSource } from '../state/push-source.js';

/** What a push is about, for its history and its issues. */
export interface PushedDocument {
  readonly purpose: PushPurpose;
  /** Whether a stored plan is carried out. */
  readonly stored?: true;
  readonly document: NewHistoryEntry['document'];
  /** Numbers of documents that this one has replaced: what they had left is over with it. */
  readonly replaces: readonly string[];
  /** Names of the files that are to be attached. */
  readonly attachments: readonly string[];
  /** Of the document, so that a fault can name its line; absent: the document is not known. */
  readonly lines?: readonly DocumentLine[];
  readonly source?: PushSource;
}

/** What a document says of itself. */
export function documentFacts(
  { number, type, name, revisionOf, convertedFrom, lines }: QuoteDocument,
  family: string,
): Pick<PushedDocument, 'document' | 'replaces' | 'lines'> {
  return {
    document: { number, family, type, name },
    lines,
    replaces: [revisionOf ?? '', convertedFrom ?? ''].filter((one) => one !== ''),
  };
}
