import type { MacroArea } from './macro-scope.js';

/** The field names that macros may use. Only names of ASCII letters and digits can be written in a macro. */
export type MacroVocabulary = Readonly<Record<MacroArea, readonly string[]>>;
