/** How a condition compares. Surrounding space never matters, and texts are compared in Unicode's composed form (NFC). */
export const matchModes = ['exact', 'anyCase', 'prefix', 'pattern'] as const;
/**
 * `exact`: the same text; `anyCase`: without regard to case; `prefix`: the value begins with it, without regard to case;
 * `pattern`: a regular expression that the whole value must match, without regard to case.
 */
export type MatchMode = (typeof matchModes)[number];

/** What a field must be: a text (compared as the table's `match` says), one of the modes, or empty. */
export type Condition =
  | string
  | { readonly exact: string }
  | { readonly anyCase: string }
  | { readonly prefix: string }
  | { readonly pattern: string }
  | { readonly empty: true };

export interface TableRow {
  /** A condition for the table's key, or one for each of several fields, all of which must hold. */
  readonly when: string | Readonly<Record<string, Condition>>;
  readonly value: string;
  /** For people. */
  readonly comment?: string;
}

/**
 * A mapping table. Rows are tried in the order in which they stand, and the first whose conditions all hold decides.
 * Without one: the `fallback` table, then the `default`.
 */
export interface Table {
  /** The field that a plain `when` compares: `ItemType` of the line, `DH_SalesRep` of the header, `APP_…`. */
  readonly key?: string;
  /** How plain texts compare; left out: `anyCase`, as QuoteWerks' own tables do. */
  readonly match?: MatchMode;
  /** Rows, or key → value where all compare `exact` or `anyCase`, for which order means nothing. */
  readonly rows: readonly TableRow[] | Readonly<Record<string, string>>;
  /** Name of another table of `tables`, asked when no row matches. */
  readonly fallback?: string;
  readonly default?: string;
  /** For people. */
  readonly comment?: string;
}
