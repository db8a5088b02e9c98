/** What a plan is going to write, by the kinds of its operations. */
export type PlannedWrite =
  | 'item'
  | 'itemUpdate'
  | 'contact'
  | 'opportunity'
  | 'quote'
  | 'attachment'
  | 'completion'
  | 'reopening'
  | 'opportunityRemoval'
  | 'quoteRemoval'
  | 'attachmentRemoval';

/** A permission without which one or more writes cannot go through. */
export interface MissingPermission {
  /** Path of the setting that it is granted by, or a word for it. */
  readonly about: string;
  /** What cannot be written, and which permission that needs. */
  readonly message: string;
  readonly next: string;
}
