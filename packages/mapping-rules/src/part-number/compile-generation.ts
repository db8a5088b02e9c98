import type { CompiledMacro } from '../macro/compiled-macro.js';
import type { MacroScope } from '../macro/macro-scope.js';
import { makeProblem } from '../problem/make-problem.js';
import { pointer } from '../problem/pointer.js';
import type { PartNumberGeneration } from '../rule-set/part-number-rules.js';
import { columnKeys } from '../rule-set/rule-columns.js';
import type { RuleContext } from '../rule-set/rule-context.js';
import type { CompiledTable, TableAnswer } from '../table/compiled-table.js';
import { rowPaths } from '../table/row-paths.js';
import type { Table } from '../table/table.js';
import type { NotGenerated } from './part-number.js';

/** The macro that makes the number of a line, and how it was chosen. */
export interface ChosenMacro {
  readonly macro: CompiledMacro;
  readonly chosenBy: 'macro' | 'byItemType' | 'otherwise';
  /** The macro, or the row that has it. */
  readonly path: string;
}

export interface Generation {
  readonly table?: CompiledTable | undefined;
  readonly macros: readonly CompiledMacro[];
  readonly choose: (scope: MacroScope) => ChosenMacro | NotGenerated;
}

const at = '/partNumber/generation';

/** Turns the chosen option into one function; what it does not use is not looked at. Undefined: it cannot work. */
export function compileGeneration(
  { mode, macro: text = '', byItemType }: PartNumberGeneration,
  context: RuleContext,
  own: Readonly<Record<string, Table>>,
): Generation | undefined {
  if (mode === 'none') return { macros: [], choose: () => 'switchedOff' };
  if (mode === 'byItemType' && byItemType !== undefined) return compileByItemType(byItemType, context, own);
  const path = `${at}/${mode}`;
  const macro = compileAt(path, mode === 'macro' ? text : '', context);
  return macro && { macros: [macro], choose: () => ({ macro, chosenBy: 'macro', path }) };
}

function compileByItemType(
  first: Table,
  context: RuleContext,
  own: Readonly<Record<string, Table>>,
): Generation | undefined {
  const table = context.table(`${at}/byItemType`, first, columnKeys.byItemType);
  const macros = new Map<string, CompiledMacro | undefined>();
  compileValues(`${at}/byItemType`, first, macros, context);
  // A table that it falls back to holds macros, too.
  const names = new Set<string>();
  let name = first.fallback;
  while (name !== undefined && Object.hasOwn(own, name) && !names.has(name)) {
    names.add(name);
    const { [name]: next = { rows: [] } } = own;
    compileValues(pointer(['tables', name]), next, macros, context);
    name = next.fallback;
  }
  const compiled = [...macros.values()].filter((macro) => macro !== undefined);
  if (table === undefined || compiled.length < macros.size) return undefined;

  const choices = new WeakMap<TableAnswer, ChosenMacro | NotGenerated>();
  const choiceOf = (answer: TableAnswer): ChosenMacro | NotGenerated => {
    const macro = answer.matched === 'none' ? undefined : macros.get(answer.value);
    if (macro === undefined) return 'noMacroForItemType';
    const path = answer.table === undefined ? `${at}/byItemType` : pointer(['tables', answer.table]);
    if (answer.matched !== 'row') return { macro, chosenBy: 'otherwise', path: `${path}/default` };
    const decided = answer.table === undefined ? table : context.tables.get(answer.table);
    return { macro, chosenBy: 'byItemType', path: path + (decided?.pathOf(answer.row) ?? '') };
  };
  return {
    table,
    macros: compiled,
    choose: (scope) => {
      const answer = table.lookup(scope);
      let choice = choices.get(answer);
      if (choice === undefined) choices.set(answer, (choice = choiceOf(answer)));
      return choice;
    },
  };
}

/** Each text once, however many rows have it. */
function compileValues(
  path: string,
  { rows, default: otherwise = '' }: Table,
  macros: Map<string, CompiledMacro | undefined>,
  context: RuleContext,
): void {
  const pathOf = rowPaths({ rows });
  for (const [row, each] of Object.values<string | { readonly value: string }>(rows).entries()) {
    const [text, below] = typeof each === 'string' ? [each, ''] : [each.value, '/value'];
    if (!macros.has(text)) macros.set(text, compileAt(path + pathOf(row) + below, text, context));
  }
  if (otherwise.trim() !== '' && !macros.has(otherwise))
    macros.set(otherwise, compileAt(`${path}/default`, otherwise, context));
}

function compileAt(path: string, text: string, context: RuleContext): CompiledMacro | undefined {
  if (text.trim() !== '') return context.macro(path, text, 'number');
  const expected = 'a macro such as &DI_ItemType:&DI_ManufacturerPartNumber';
  context.report(
    makeProblem('partNumber.macroMissing', path, 'There is no macro to make numbers by.', expected),
  );
  return undefined;
}
