export { problemCodes, type ProblemCode } from './problem/problem-codes.js';
export type { GivenLine, MacroExample, ProblemExample } from './reference/example.js';
export { filterReference, type FilterReference } from './reference/filter-reference.js';
export { macroForms, macroPrefixes, type MacroForm, type MacroPrefix } from './reference/macro-reference.js';
export { matchModeReference, type MatchModeReference } from './reference/match-mode-reference.js';
export { patternReference, type PatternReference } from './reference/pattern-reference.js';
export { problemReference } from './reference/problem-reference.js';
export type { ProblemEntry } from './reference/problems/problem-entry.js';
export { referencePage } from './reference/reference-page.js';
