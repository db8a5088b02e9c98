import type { Report } from '../problem/compilation.js';
import type { Expression } from './expression.js';
import type { MacroArea, MacroScope } from './macro-scope.js';

/** One piece of a macro that only joins: text, a field, or a function for everything else, whose value is trimmed. */
export type JoinPiece =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'field'; readonly area: MacroArea; readonly field: string }
  | {
      readonly kind: 'call';
      readonly value: (scope: MacroScope) => string;
      /** What the function evaluates, for a generator that can do so itself as long as no filter refuses anything. */
      readonly expression?: Expression;
    };

/** Values too long to be one text give an empty one, and `report` is told. */
export type Join = (scope: MacroScope, report?: Report) => string;

/** Makes one function that trims and joins all pieces and trims the result. It must give what the plain join gives. */
export type JoinGenerator = (pieces: readonly JoinPiece[], purpose: 'number' | 'text') => Join;
