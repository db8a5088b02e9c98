import type { CompiledMacro } from '../macro/compiled-macro.js';
import type { Problem } from '../problem/problem.js';
import { reportWithin, type Report } from '../problem/compilation.js';
import { pointer } from '../problem/pointer.js';
import { fieldText } from '../vocabulary/field-reference.js';
import { unknownLineType } from '../vocabulary/unknown-line-type.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { CompiledSections } from './compile-sections.js';
import type { CompiledRuleSet } from './compiled-rule-set.js';
import { descriptionColumns, ruleColumns } from './rule-columns.js';
import { descriptionNames, type RuleSet } from './rule-set.js';
import { macroColumn, partNumberColumn, tableColumn, type RuledColumn } from './ruled-column.js';
import { setMember } from './set-member.js';

/** The compiled sections as one rule set. */
export function runRules(
  ruleSet: RuleSet,
  vocabulary: Vocabulary,
  sections: CompiledSections,
): CompiledRuleSet {
  const { own, partNumbers, summary, productGroups, users, taxes, siteAddress } = sections;
  const columns = columnsOf(sections);
  const byItemType = partNumbers?.table;
  return {
    ruleSet,
    vocabulary,
    fields: fieldsOf(sections),
    tables: {
      own,
      ...(productGroups && { productGroups }),
      ...(users && { users }),
      ...(taxes && { taxes }),
      ...(byItemType && { byItemType }),
    },
    partNumber: (scope, lineType, report) => partNumbers?.resolve(scope, lineType, report),
    summaryPartNumber: (scope, report) =>
      summary?.run(scope, reportWithin('/summary/partNumber', report)) ?? '',
    description: (name, scope, report) =>
      sections.descriptions.get(name)?.run(scope, reportWithin(`/descriptions/${name}`, report)),
    siteAddress: (scope, address) => siteAddress?.(scope, address),
    columns: columns.map(({ column }) => column),
    resolve: (scope, lineType) => {
      const problems: Problem[] = [];
      const report = lineReport(lineType, problems);
      const values: Record<string, string> = {};
      for (const each of columns) setMember(values, each.column, each.value(scope, lineType, report));
      return { values, problems };
    },
    explain: (scope, lineType) => {
      const problems: Problem[] = [];
      const report = lineReport(lineType, problems);
      const values: Record<string, string> = {};
      const steps = columns.map((each) => {
        const { value, step } = each.explain(scope, lineType, report);
        setMember(values, each.column, value);
        return step;
      });
      return { values, problems, steps };
    },
  };
}

function columnsOf(sections: CompiledSections): readonly RuledColumn[] {
  const { own, partNumbers, summary, descriptions } = sections;
  const columns: RuledColumn[] = [];
  if (partNumbers !== undefined) columns.push(partNumberColumn(partNumbers));
  if (summary !== undefined) columns.push(macroColumn(ruleColumns.summary, '/summary/partNumber', summary));
  for (const section of ['productGroups', 'users', 'taxes'] as const) {
    const table = sections[section];
    if (table !== undefined) columns.push(tableColumn(ruleColumns[section], `/${section}`, table));
  }
  for (const name of descriptionNames) {
    const macro = descriptions.get(name);
    if (macro !== undefined)
      columns.push(macroColumn(descriptionColumns[name], `/descriptions/${name}`, macro));
  }
  for (const [name, table] of own) columns.push(tableColumn(name, pointer(['tables', name]), table));
  return columns;
}

/** All that the columns read; macros read the fields of the tables that they ask, too. */
function fieldsOf(sections: CompiledSections): readonly string[] {
  const { own, partNumbers, summary, productGroups, users, taxes, descriptions } = sections;
  const tables = [productGroups, users, taxes, partNumbers?.table, ...own.values()];
  const macros: (CompiledMacro | undefined)[] = [
    ...(partNumbers?.macros ?? []),
    summary,
    ...descriptions.values(),
  ];
  return [
    ...new Set([
      ...(partNumbers === undefined ? [] : [partNumbers.field, 'ItemType']),
      ...tables.flatMap((table) => table?.fields ?? []),
      ...macros.flatMap((macro) => (macro?.fields ?? []).map(({ area, field }) => fieldText(area, field))),
    ]),
  ];
}

/** A line that is not known to be a product may carry money: it is never taken for one. */
function lineReport(lineType: string, problems: Problem[]): Report {
  const unknown = unknownLineType(lineType);
  if (unknown !== undefined) problems.push(unknown);
  return (problem) => void problems.push(problem);
}
