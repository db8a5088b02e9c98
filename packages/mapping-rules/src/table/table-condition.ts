import type { CompiledPattern } from '../pattern/compile-pattern.js';
import type { MatchMode } from './table.js';

/** A condition of a row, ready to be compared. */
export interface TableCondition {
  /** Place of its field in the table's list of fields. */
  readonly field: number;
  readonly mode: MatchMode | 'empty';
  /** As written. */
  readonly text: string;
  /** As it is compared: the exact form for `exact`, otherwise the folded one. */
  readonly form: string;
  /** Of mode `pattern`, and where it stands in the table. */
  readonly pattern?: CompiledPattern;
  readonly path?: string;
}

/** A row, read: all its conditions must hold. */
export interface ReadRow {
  readonly row: number;
  readonly conditions: readonly TableCondition[];
  readonly value: string;
}
