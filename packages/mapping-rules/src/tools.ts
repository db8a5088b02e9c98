export { checkRuleSet, type CheckOptions } from './rule-set/check-rule-set.js';
export { tableAt } from './rule-set/table-at.js';
export { tableSections, type TableSection } from './rule-set/table-sections.js';
export { lintTable } from './table/lint-table.js';
export { tableRows } from './table/table-rows.js';
export { createCoverage, type Coverage } from './coverage/create-coverage.js';
export type {
  CoverageReport,
  NumberCoverage,
  TableCoverage,
  TableUse,
  UncoveredValues,
  UnusedRow,
} from './coverage/coverage-report.js';
export { diffRules, type RuleDifference, type RuledValue } from './diff/diff-rules.js';
export { ruleBehind } from './diff/rule-behind.js';
export { runCases, type CaseDifference, type CaseResult } from './cases/run-cases.js';
export { tableFromRecords, type ImportOptions } from './csv/table-from-records.js';
export { tableToRecords } from './csv/table-to-records.js';
export type { ImportedTable, TableRecords } from './csv/table-records.js';
