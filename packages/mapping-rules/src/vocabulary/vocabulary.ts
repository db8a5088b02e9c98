import type { MacroArea } from '../macro/macro-scope.js';

/** The field names that rules may use. Only names of ASCII letters and digits can stand in a macro without braces. */
export type Vocabulary = Readonly<Record<MacroArea, readonly string[]>>;
