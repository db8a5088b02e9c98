import type { Problem } from '../problem/problem.js';
import type { Report } from '../problem/compilation.js';
import type { MacroArea, MacroScope } from './macro-scope.js';

/** A macro ready to run, once per line. */
export interface CompiledMacro {
  /** As written. */
  readonly text: string;
  /** Each field that it reads itself, once, in order of first use. */
  readonly fields: readonly { readonly area: MacroArea; readonly field: string }[];
  /** Names of the tables that it asks, each once. */
  readonly tables: readonly string[];
  /**
   * The value, trimmed. A field that the scope lacks is empty. When a filter refuses a value (`date` of a text that is no
   * date) the result is empty and `report` is told why.
   */
  run(scope: MacroScope, report?: Report): string;
  /** The same value, and what each part gave to it. */
  explain(scope: MacroScope): MacroExplanation;
}

export interface MacroExplanation {
  readonly value: string;
  readonly parts: readonly ExplainedPart[];
  readonly problems: readonly Problem[];
}

export type ExplainedPart =
  | { readonly kind: 'literal'; readonly text: string; readonly value: string }
  | {
      readonly kind: 'field';
      /** As written: `&di_itemtype`. */
      readonly token: string;
      readonly area: MacroArea;
      readonly field: string;
      readonly value: string;
    }
  | {
      readonly kind: 'expression';
      /** As written: `&{DI_InternalPartNumber ?? 'NA'|upper}`. */
      readonly token: string;
      readonly value: string;
      /** The alternatives between `??`, in their order: the first that is not empty is taken, later ones are not run. */
      readonly alternatives: readonly ExplainedAlternative[];
    };

export interface ExplainedAlternative {
  /** As written: `DI_ItemType|upper`. */
  readonly text: string;
  readonly taken: boolean;
  /** Undefined: not run, or refused by a filter. */
  readonly value: string | undefined;
  /** What each filter made of it. */
  readonly steps: readonly ExplainedStep[];
  /** Of `(… ?? …)`. */
  readonly alternatives?: readonly ExplainedAlternative[];
}

export interface ExplainedStep {
  /** As written: `left:3`. */
  readonly filter: string;
  readonly value: string;
}
