import type { CompiledMacro } from '../macro/compiled-macro.js';
import { compilePartNumbers, type CompiledPartNumbers } from '../part-number/compile-part-numbers.js';
import { limitedMacro } from '../part-number/limited-macro.js';
import { makeProblem } from '../problem/make-problem.js';
import { pointer } from '../problem/pointer.js';
import type { CompiledTable } from '../table/compiled-table.js';
import { compileOwnTables } from './compile-own-tables.js';
import { compileSiteAddress, type CompiledSiteAddress } from './compile-site-address.js';
import { columnKeys, descriptionColumns, ruleColumns } from './rule-columns.js';
import type { RuleContext } from './rule-context.js';
import { descriptionNames, type DescriptionName, type RuleSet } from './rule-set.js';

/** The sections of a rule set, each compiled; undefined: it has none, or a faulty one. */
export interface CompiledSections {
  readonly own: ReadonlyMap<string, CompiledTable>;
  readonly partNumbers: CompiledPartNumbers | undefined;
  readonly summary: CompiledMacro | undefined;
  readonly productGroups: CompiledTable | undefined;
  readonly users: CompiledTable | undefined;
  readonly taxes: CompiledTable | undefined;
  readonly siteAddress: CompiledSiteAddress | undefined;
  readonly descriptions: ReadonlyMap<DescriptionName, CompiledMacro>;
}

/** Compiles every section; what is wrong with them goes to the context. */
export function compileSections(rules: RuleSet, context: RuleContext): CompiledSections {
  const own = compileOwnTables(rules.tables ?? {}, context);
  checkNames(rules, context);
  const table = (section: 'productGroups' | 'users' | 'taxes'): CompiledTable | undefined => {
    const stated = rules[section];
    return stated && context.table(`/${section}`, stated, columnKeys[section]);
  };
  return {
    own,
    partNumbers: rules.partNumber && compilePartNumbers(rules.partNumber, context, rules.tables ?? {}),
    summary: summaryMacro(rules, context),
    productGroups: table('productGroups'),
    users: table('users'),
    taxes: table('taxes'),
    siteAddress: rules.siteAddress && compileSiteAddress(rules.siteAddress, context),
    descriptions: descriptionsOf(rules, context),
  };
}

/** A summary stands for all lines: only the header is there. */
function summaryMacro({ summary, partNumber }: RuleSet, context: RuleContext): CompiledMacro | undefined {
  const text = summary?.partNumber ?? '';
  if (text.trim() === '') return undefined;
  const { header } = context.vocabulary;
  const only = { line: [], header, application: [] };
  const macro = context.macro('/summary/partNumber', text, 'number', only);
  return macro && partNumber?.length ? limitedMacro(macro, partNumber.length) : macro;
}

function descriptionsOf(
  { descriptions = {} }: RuleSet,
  context: RuleContext,
): ReadonlyMap<DescriptionName, CompiledMacro> {
  const macros = new Map<DescriptionName, CompiledMacro>();
  for (const name of descriptionNames) {
    const text = descriptions[name] ?? '';
    const macro = text.trim() === '' ? undefined : context.macro(`/descriptions/${name}`, text, 'text');
    if (macro !== undefined) macros.set(name, macro);
  }
  return macros;
}

/** A table of one's own is a column of the result, and no two columns have one name. */
function checkNames({ tables = {} }: RuleSet, context: RuleContext): void {
  const taken = new Set<string>([...Object.values(ruleColumns), ...Object.values(descriptionColumns)]);
  for (const name of Object.keys(tables)) {
    if (!taken.has(name)) continue;
    const message = `The result has a column ${name} already; a table needs another name.`;
    context.report(makeProblem('rules.wrongValue', pointer(['tables', name]), message, 'another name'));
  }
}
