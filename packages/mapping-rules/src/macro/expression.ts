import type { Transform } from './macro-filter.js';
import type { MacroArea, MacroScope } from './macro-scope.js';

/** What stands between `&{` and `}`, or in parentheses: the first alternative that is not empty gives the value. */
export interface Expression {
  readonly alternatives: readonly Alternative[];
}

/** `DI_ItemType|upper|left:3`: where a value comes from, and what is made of it. */
export interface Alternative {
  /** As written. */
  readonly text: string;
  readonly source: ValueSource;
  readonly filters: readonly AppliedFilter[];
}

export type ValueSource =
  | { readonly kind: 'field'; readonly area: MacroArea; readonly field: string }
  | { readonly kind: 'table'; readonly table: MacroTable }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'group'; readonly expression: Expression };

/** What a macro needs of a table. */
export interface MacroTable {
  lookup(scope: MacroScope): { readonly value: string | undefined };
}

export interface AppliedFilter {
  /** As written: `left:3`. */
  readonly text: string;
  /** Where in the macro. */
  readonly position: number;
  readonly transform: Transform;
}
