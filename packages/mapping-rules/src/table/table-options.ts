import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { CompiledTable } from './compiled-table.js';

export interface TableOptions {
  /** The field that plain conditions compare when the table names none. */
  readonly key: string;
  /** Fields that conditions may read; left out: any. */
  readonly vocabulary?: Vocabulary;
  /** Tables that `fallback` may name. */
  readonly tables?: ReadonlyMap<string, CompiledTable>;
}
