import type { MacroTable } from './expression.js';
import type { JoinGenerator } from './join-generator.js';

export interface MacroOptions {
  /**
   * `number` (as if left out): a result without any letter or digit, such as `:`, counts as empty, because it identifies
   * nothing. `text`: only a blank one does.
   */
  readonly purpose?: 'number' | 'text';
  /** Tables that `&{TABLE_name}` may ask, by name. */
  readonly tables?: ReadonlyMap<string, MacroTable>;
  /** Makes one function out of the parts: `generateJoin` of `@quotebridge/mapping-rules/codegen`, where code may be generated. */
  readonly generateJoin?: JoinGenerator;
}
