import type { MacroScope } from '../macro/macro-scope.js';

/** What a table says, and by which row (its place in the table, from 0). */
export type TableAnswer =
  | { readonly matched: 'row'; readonly value: string; readonly row: number; readonly table?: string }
  | { readonly matched: 'default'; readonly value: string; readonly row: undefined; readonly table?: string }
  | {
      readonly matched: 'none';
      readonly value: undefined;
      readonly row: undefined;
      readonly table?: undefined;
    };

/** A table ready to run. The same question has the same answer object, which is frozen. */
export interface CompiledTable {
  /** Number of rows. */
  readonly size: number;
  /** The field that plain conditions compare. */
  readonly key: string;
  /** Fields that the conditions read, each once, as `ItemType`, `DH_SalesRep`, `APP_LoggedInUserName`. */
  readonly fields: readonly string[];
  /** Is there an answer to every question, a default of its own or of its fallback table? */
  readonly alwaysAnswers: boolean;
  /** JSON pointer to a row within the table: `/rows/3`; of key → value `/rows/Labor`. */
  pathOf(row: number): string;
  /** The answer for a line. `key`: taken in place of the key field's value. */
  lookup(scope: MacroScope, key?: string): TableAnswer;
  /** The answer for a key alone; conditions on other fields find them empty. */
  lookupKey(key: string): TableAnswer;
  /** The same answer, and which rows were considered and why the others did not decide. */
  explain(scope: MacroScope, key?: string): TableTrace;
}

/** What is costly in it is worked out when it is read; as JSON it has everything. */
export interface TableTrace {
  readonly answer: TableAnswer;
  /** Values of the fields that the conditions read. */
  readonly values: Readonly<Record<string, string>>;
  /** Rows that compare with something like these values, in their order: at most 20, the deciding one included. */
  readonly considered: readonly ConsideredRow[];
  /** Rows that are not listed; of most of them none of the conditions holds. */
  readonly others: number;
  /** What the fallback table said, when no row matched. */
  readonly fallback?: TableTrace;
}

export interface ConsideredRow {
  readonly row: number;
  /** As people write it: `ItemType is “Labor”, Manufacturer begins with “HP”`. */
  readonly conditions: string;
  readonly value: string;
  readonly taken: boolean;
  /** `it is the first whose conditions all hold`, `Manufacturer is “Dell”`, `row 2 comes first`. */
  readonly why: string;
}
