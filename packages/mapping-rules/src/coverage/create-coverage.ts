import type { MacroScope } from '../macro/macro-scope.js';
import type { PartNumber } from '../part-number/part-number.js';
import type { CompiledRuleSet } from '../rule-set/compiled-rule-set.js';
import { tableAt } from '../rule-set/table-at.js';
import { tableSections } from '../rule-set/table-sections.js';
import { FieldNames } from '../vocabulary/field-names.js';
import { lineTypeOf } from '../vocabulary/line-types.js';
import type { CoverageReport } from './coverage-report.js';
import { CoveredNumbers } from './covered-numbers.js';
import { CoveredTable } from './covered-table.js';

/** Watches which rules lines use. The memory that it takes does not grow with the lines. */
export interface Coverage {
  add(scope: MacroScope, lineType: string): void;
  report(): CoverageReport;
}

export function createCoverage(rules: CompiledRuleSet): Coverage {
  const numbers = new CoveredNumbers();
  const names = new FieldNames(rules.vocabulary);
  const tables = tableSections(rules.ruleSet).flatMap((section) => {
    const table = tableAt(rules.tables, section.path);
    return table === undefined
      ? []
      : [{ name: section.name, covered: new CoveredTable(section, table, names) }];
  });
  let lines = 0;
  return {
    add: (scope, text) => {
      const lineType = lineTypeOf(text) ?? text;
      lines++;
      const partNumber = rules.partNumber(scope, lineType);
      if (partNumber !== undefined) numbers.add(partNumber);
      for (const { name, covered } of tables) {
        if (matters(name, lineType, partNumber)) covered.add(scope);
      }
    },
    report: () => ({
      lines,
      tables: tables.map(({ covered }) => covered.report()),
      ...(rules.ruleSet.partNumber && { numbers: numbers.report() }),
    }),
  };
}

/** Lines that say something and are nothing: no table needs a row for them. */
const texts = new Set(['comment', 'subtotal', 'runningSubtotal', 'sectionHeader', 'heading', 'summary']);
const products = new Set(['product', 'groupHeader']);

function matters(table: string, lineType: string, partNumber: PartNumber | undefined): boolean {
  if (table === 'byItemType') return asksTable(partNumber);
  return table === 'productGroups' ? products.has(lineType) : !texts.has(lineType);
}

/** The table of macros is asked only for a line that has no number of its own and may have one made. */
function asksTable(partNumber: PartNumber | undefined): boolean {
  if (partNumber === undefined || partNumber.reason.source === 'field') return false;
  if (partNumber.reason.source === 'macro') return true;
  return ['noMacroForItemType', 'macroGaveNothing', 'tooLong'].includes(partNumber.reason.because);
}
