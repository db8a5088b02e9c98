import type { DataLinkVocabulary } from '../data-link/data-link-vocabulary.js';

/** Columns of a line, as a case beside the rules has them: `ItemType`, `DH_DocNo`, `APP_…`, `LineType`. */
export type GivenLine = Readonly<Record<string, string>>;

/** A macro, a line and what comes out. A test runs every one of them. */
export interface MacroExample {
  readonly macro: string;
  readonly given: GivenLine;
  readonly gives: string;
}

/** What leads to a problem. A test runs every one of them. */
export type ProblemExample =
  | {
      /** The rules, without their `version`. */
      readonly rules: Readonly<Record<string, unknown>>;
      /** In place of rules that are too large to be shown. */
      readonly shown?: string;
      /** The line that has the problem; absent: the rules have it themselves. */
      readonly given?: GivenLine;
      /** Fields of the PSA's records, for DataLink. */
      readonly records?: DataLinkVocabulary['records'];
    }
  | { readonly columns: readonly string[]; readonly records: readonly (readonly string[])[] };
