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
  readonly source?: PushSource;
}

/** What a document says of itself. */
export function documentFacts(
  { number, type, name, revisionOf, convertedFrom }: QuoteDocument,
  family: string,
): Pick<PushedDocument, 'document' | 'replaces'> {
  return {
    document: { number, family, type, name },
    replaces: [revisionOf ?? '', convertedFrom ?? ''].filter((one) => one !== ''),
  };
}
