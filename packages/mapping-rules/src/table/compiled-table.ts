import type { RuleError } from '../error/rule-error.js';

export interface TableRow<Value> {
  readonly key: string;
  readonly value: Value;
}

/** What a table says about a key, and by which row (its place in the given rows, from 0). */
export type TableAnswer<Value> =
  | { readonly matched: 'row'; readonly value: Value; readonly row: number }
  | { readonly matched: 'default'; readonly value: Value; readonly row: undefined }
  | { readonly matched: 'none'; readonly value: undefined; readonly row: undefined };

export interface CompiledTable<Value> {
  /** Number of keys that can match. */
  readonly size: number;
  /** Rows that have no effect: an empty key, or a key that an earlier row has already. The first row wins. */
  readonly faults: readonly RuleError[];
  lookup(key: string): TableAnswer<Value>;
}
