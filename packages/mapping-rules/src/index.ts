export type { Problem } from './problem/problem.js';
export type { ProblemCode } from './problem/problem-codes.js';
export type { Compilation, Report } from './problem/compilation.js';
export { makeProblem, within } from './problem/make-problem.js';
export { nearestNames } from './problem/nearest-names.js';
export { pointer } from './problem/pointer.js';
export { compileMacro } from './macro/compile-macro.js';
export type { CompiledMacro, ExplainedPart, MacroExplanation } from './macro/compiled-macro.js';
export type { Join, JoinGenerator, JoinPiece } from './macro/join-generator.js';
export type { MacroOptions } from './macro/macro-options.js';
export type { MacroArea, MacroScope } from './macro/macro-scope.js';
export { compileTable } from './table/compile-table.js';
export type { TableOptions } from './table/table-options.js';
export type { CompiledTable, ConsideredRow, TableAnswer, TableTrace } from './table/compiled-table.js';
export { matchModes, type Condition, type MatchMode, type Table, type TableRow } from './table/table.js';
export type { NotGenerated, PartNumber, PartNumberReason } from './part-number/part-number.js';
export { compileRuleSet } from './rule-set/compile-rule-set.js';
export type {
  CompiledRuleSet,
  RuleResult,
  RuleStep,
  RuleTables,
  RuleTrace,
} from './rule-set/compiled-rule-set.js';
export {
  fallbackLineTypes,
  type FallbackLineType,
  type LengthPolicy,
  type PartNumberGeneration,
  type PartNumberRules,
} from './rule-set/part-number-rules.js';
export {
  descriptionNames,
  siteAddressLines,
  type DescriptionName,
  type RuleCase,
  type RuleSet,
  type SiteAddressLine,
} from './rule-set/rule-set.js';
export type { RuleSetOptions } from './rule-set/rule-set-options.js';
export { fieldReference, fieldText, type FieldReference } from './vocabulary/field-reference.js';
export { lineTypeOf, lineTypes, type RuleLineType } from './vocabulary/line-types.js';
export { quoteWerksFields } from './vocabulary/quotewerks-fields.js';
export { scopeReader, type ReadLine } from './vocabulary/scope-reader.js';
export type { Vocabulary } from './vocabulary/vocabulary.js';
