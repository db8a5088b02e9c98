import { fieldValue } from '../macro/field-value.js';
import type { CompiledMacro, MacroExplanation } from '../macro/compiled-macro.js';
import type { MacroScope } from '../macro/macro-scope.js';
import { reportWithin, type Report } from '../problem/compilation.js';
import { makeProblem } from '../problem/make-problem.js';
import { nearestNames } from '../problem/nearest-names.js';
import { shown } from '../problem/shown.js';
import type { PartNumberRules } from '../rule-set/part-number-rules.js';
import type { RuleContext } from '../rule-set/rule-context.js';
import type { CompiledTable, TableTrace } from '../table/compiled-table.js';
import type { Table } from '../table/table.js';
import { fieldReference } from '../vocabulary/field-reference.js';
import { lineTypeOf } from '../vocabulary/line-types.js';
import { compileGeneration, type ChosenMacro } from './compile-generation.js';
import { fitLength, hashLength, tooLong } from './fit-length.js';
import type { NotGenerated, PartNumber } from './part-number.js';

export interface CompiledPartNumbers {
  readonly field: string;
  readonly macros: readonly CompiledMacro[];
  /** Which macro is chosen, where a table chooses. */
  readonly table: CompiledTable | undefined;
  resolve(scope: MacroScope, lineType: string, report?: Report): PartNumber;
  explain(scope: MacroScope, lineType: string, report: Report): ExplainedPartNumber;
}

export interface ExplainedPartNumber {
  readonly partNumber: PartNumber;
  readonly chosen?: TableTrace;
  readonly macro?: MacroExplanation;
}

/**
 * Compiles where part numbers come from. The field wins as it is; only when it is empty a macro may make a number, never
 * in place of the manufacturer's; what still has none gets the fixed number of its line type.
 */
export function compilePartNumbers(
  rules: PartNumberRules,
  context: RuleContext,
  own: Readonly<Record<string, Table>>,
): CompiledPartNumbers | undefined {
  const field = knownField(rules.field, context);
  checkLength(rules, context);
  const generation = compileGeneration(rules.generation ?? { mode: 'none' }, context, own);
  if (field === undefined || generation === undefined) return undefined;
  const { table, macros, choose } = generation;
  const offered = field.toLowerCase() !== 'manufacturerpartnumber';
  const length = rules.length ?? { maximum: Infinity };
  const fallbacks = new Map(Object.entries(rules.fallbackByLineType ?? {}));

  const without = (
    lineType: string,
    because: NotGenerated,
    report: Report | undefined,
    macro?: string,
  ): PartNumber => {
    const number = because === 'tooLong' ? '' : (fallbacks.get(lineType)?.trim() ?? '');
    if (number === '' && because !== 'tooLong' && isProduct(lineType)) report?.(noNumber(field, because));
    const source = number === '' ? 'none' : 'fallback';
    return { number, reason: { source, lineType, because, ...(macro === undefined ? {} : { macro }) } };
  };
  /** `run` gives what a macro makes. */
  const decide = (
    scope: MacroScope,
    lineType: string,
    report: Report | undefined,
    run: (chosen: ChosenMacro) => string,
  ): PartNumber => {
    const given = fieldValue(scope.line[field]);
    if (given !== '') return { number: given, reason: { source: 'field', field } };
    if (!offered || !isProduct(lineType))
      return without(lineType, offered ? 'noProduct' : 'notOffered', report);
    const chosen = choose(scope);
    if (typeof chosen === 'string') return without(lineType, chosen, report);
    const { macro: { text: macro }, chosenBy, path } = chosen; // prettier-ignore
    const made = run(chosen);
    const number = fitLength(made, length);
    if (number === undefined) report?.(tooLong(made, length, '/partNumber/length'));
    if (!number) return without(lineType, number === '' ? 'macroGaveNothing' : 'tooLong', report, macro);
    const itemType = fieldValue(scope.line['ItemType']);
    const reason = { source: 'macro', macro, path, chosenBy, itemType } as const;
    return { number, reason: number === made ? reason : { ...reason, shortenedFrom: made } };
  };

  return {
    field,
    macros,
    table,
    resolve: (scope, lineType, report) =>
      decide(scope, lineTypeOf(lineType) ?? lineType, report, ({ macro, path }) =>
        macro.run(scope, reportWithin(path, report)),
      ),
    explain: (scope, text, report) => {
      const lineType = lineTypeOf(text) ?? text;
      let macro: MacroExplanation | undefined;
      const partNumber = decide(scope, lineType, report, (chosen) => {
        macro = chosen.macro.explain(scope);
        macro.problems.forEach(reportWithin(chosen.path, report));
        return macro.value;
      });
      const asked = offered && isProduct(lineType) && partNumber.reason.source !== 'field' && table;
      return {
        partNumber,
        ...(asked ? { chosen: asked.explain(scope) } : {}),
        ...(macro === undefined ? {} : { macro }),
      };
    },
  };
}

/** Only these must have a number, so only for these one is made. */
function isProduct(lineType: string): boolean {
  return lineType === 'product' || lineType === 'groupHeader';
}

function knownField(text: string, context: RuleContext): string | undefined {
  const known = context.names.resolve(text);
  if (known?.area === 'line') return known.field;
  const suggestions = nearestNames(fieldReference(text).name, context.vocabulary.line);
  const message = `Lines of documents have no field ${shown(text)}.`;
  const expected = 'a field of the line';
  context.report(
    makeProblem('partNumber.unknownField', '/partNumber/field', message, expected, { suggestions }),
  );
  return undefined;
}

function checkLength({ length }: PartNumberRules, context: RuleContext): void {
  if (length?.tooLong !== 'hash' || length.maximum > hashLength) return;
  const message = `The hash alone takes ${hashLength} characters.`;
  const path = '/partNumber/length/maximum';
  context.report(makeProblem('rules.wrongValue', path, message, `more than ${hashLength}`));
}

const reasons: Readonly<Partial<Record<NotGenerated, string>>> = {
  notOffered: 'numbers of the manufacturer are not made up',
  switchedOff: 'none is generated',
  noMacroForItemType: 'no row has a macro for it',
};

function noNumber(field: string, because: NotGenerated): ReturnType<typeof makeProblem> {
  const message = `The line has no item number: ${field} is empty, and ${reasons[because] ?? 'the macro gives nothing'}.`;
  return makeProblem(
    'partNumber.none',
    '/partNumber',
    message,
    'a number in the field, by a macro or by line type',
  );
}
