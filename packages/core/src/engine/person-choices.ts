import type { RecordId } from '../contract/records.js';
import type { IsoDate } from '../domain/document.js';

/** In place of an opportunity's id: none of those that exist. No PSA has ids like it. */
export const newOpportunity = 'new';

/** What a person decided about a push beforehand. What is left open is asked, or follows the settings. */
export interface PersonChoices {
  /** Id of an existing opportunity for a document that has none yet, or `newOpportunity`. */
  readonly opportunity?: RecordId;
  /** Whether the opportunity that the document has is completed as won. */
  readonly completeAsWon?: boolean;
  /** Whether an order or invoice without an opportunity gets a won one. */
  readonly createWon?: boolean;
  /** Values of the quote in place of the document's. */
  readonly quote?: QuoteEdits;
}

/** The fields of a quote that a person may edit before it is saved. */
export interface QuoteEdits {
  readonly title?: string;
  readonly description?: string;
  readonly date?: IsoDate;
  readonly expiresOn?: IsoDate;
}

/** Something that a person is asked while a plan is made. */
export type Question =
  | {
      readonly about: 'opportunity';
      readonly message: string;
      /** Whether `newOpportunity` is an answer; an order or invoice gets one of those that exist, or none. */
      readonly mayCreate: boolean;
      /** Open opportunities of the client or user, as `opportunity.listExistingBy` says. */
      readonly candidates: readonly { readonly id: RecordId; readonly name: string }[];
    }
  | {
      readonly about: 'completeAsWon' | 'createWon';
      readonly message: string;
      /** What happens when nobody answers. */
      readonly otherwise: boolean;
    };

/** Answers one question; undefined leaves it to the settings. An opportunity is answered by its id or `newOpportunity`. */
export interface Ask {
  (question: Question & { readonly about: 'opportunity' }): Promise<RecordId | undefined>;
  (question: Question & { readonly about: 'completeAsWon' | 'createWon' }): Promise<boolean | undefined>;
}
