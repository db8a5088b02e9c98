import type { JoinGenerator } from '../macro/join-generator.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';

export interface RuleSetOptions {
  /** Columns of the documents at hand, beside QuoteWerks' own and those that the rules name in `fields`. */
  readonly vocabulary?: Partial<Vocabulary>;
  /** Macros become functions: `generateJoin` of `@quotebridge/mapping-rules/codegen`, where code may be generated. */
  readonly generateJoin?: JoinGenerator;
}
