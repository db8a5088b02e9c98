import type { MacroArea, MacroScope } from './macro-scope.js';
import type { MacroPart } from './macro-part.js';

/** A macro ready to run, once per line. */
export interface CompiledMacro {
  /** As written. */
  readonly text: string;
  /** Each field that it reads, once, in order of first use. */
  readonly fields: readonly { readonly area: MacroArea; readonly field: string }[];
  /** The value, trimmed; empty when it holds neither letter nor digit. A field that the scope lacks is empty. */
  run(scope: MacroScope): string;
  /** The same value, and what each part gave to it. */
  explain(scope: MacroScope): MacroExplanation;
}

export interface MacroExplanation {
  readonly value: string;
  readonly parts: readonly (MacroPart & { readonly value: string })[];
}
