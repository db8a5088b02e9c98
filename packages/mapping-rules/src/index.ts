export { RuleError, type RuleErrorCode, type RuleErrorDetails } from './error/rule-error.js';
export { compileMacro } from './macro/compile-macro.js';
export type { CompiledMacro, MacroExplanation } from './macro/compiled-macro.js';
export type { MacroPart } from './macro/macro-part.js';
export type { MacroArea, MacroScope } from './macro/macro-scope.js';
export type { MacroVocabulary } from './macro/macro-vocabulary.js';
export { compileTable, type TableOptions } from './table/compile-table.js';
export type { CompiledTable, TableAnswer, TableRow } from './table/compiled-table.js';
export { compilePartNumberRule } from './part-number/compile-part-number-rule.js';
export type {
  CompiledPartNumberRule,
  NotGenerated,
  PartNumber,
  PartNumberGeneration,
  PartNumberReason,
  PartNumberRule,
} from './part-number/part-number-rule.js';
export { partNumberFaults } from './part-number/part-number-faults.js';
export { compileDataLink } from './data-link/compile-data-link.js';
export type {
  CompiledDataLink,
  DataLinkResult,
  DataLinkValue,
  DataLinkValues,
} from './data-link/compiled-data-link.js';
export type { DataLinkAddress, DataLinkObject, DataLinkRow } from './data-link/data-link-row.js';
export type {
  DataLinkField,
  DataLinkFieldType,
  DataLinkVocabulary,
} from './data-link/data-link-vocabulary.js';
