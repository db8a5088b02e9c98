import type { Expression } from './expression.js';
import type { MacroArea } from './macro-scope.js';

/** A piece of a macro: text that stays as it is, a field whose value takes its place, or `&{…}`. */
export type MacroPart =
  | { readonly kind: 'literal'; readonly text: string }
  | {
      readonly kind: 'field';
      /** As written: `&di_itemtype`. */
      readonly token: string;
      readonly area: MacroArea;
      /** As the vocabulary spells it: `ItemType`. */
      readonly field: string;
    }
  | { readonly kind: 'expression'; readonly token: string; readonly expression: Expression };
