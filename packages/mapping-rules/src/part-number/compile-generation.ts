import { RuleError } from '../error/rule-error.js';
import { compileMacro } from '../macro/compile-macro.js';
import type { CompiledMacro } from '../macro/compiled-macro.js';
import type { MacroScope } from '../macro/macro-scope.js';
import type { MacroVocabulary } from '../macro/macro-vocabulary.js';
import { compileTable } from '../table/compile-table.js';
import type { NotGenerated, PartNumber, PartNumberGeneration } from './part-number-rule.js';

export type Generation = (
  scope: MacroScope,
) => PartNumber | { readonly because: NotGenerated; readonly macro?: string };

/** Turns the chosen option into one function; macros that the option does not use are not looked at. */
export function compileGeneration(generation: PartNumberGeneration, vocabulary: MacroVocabulary): Generation {
  switch (generation.mode) {
    case 'none':
      return () => ({ because: 'switchedOff' });
    case 'macro': {
      const macro = compileAt('/generation/macro', generation.macro, vocabulary);
      return (scope) => run(macro, 'macro', scope);
    }
    case 'byItemType':
      return byItemType(generation, vocabulary);
  }
}

function byItemType(generation: PartNumberGeneration, vocabulary: MacroVocabulary): Generation {
  const itemTypes = Object.entries(generation.byItemType ?? {});
  const at = (itemType: string): string => `/generation/byItemType/${pointerToken(itemType)}`;
  const table = compileTable(
    itemTypes.map(([key, text]) => ({ key, value: compileAt(at(key), text, vocabulary) })),
  );
  const [fault] = table.faults;
  if (fault !== undefined) {
    const row = Number(fault.path?.split('/')[1]);
    throw new RuleError(fault.code, fault.message, {
      path: at(itemTypes[row]?.[0] ?? ''),
      expected: fault.expected,
    });
  }
  const catchAll = generation.otherwise ?? '';
  const otherwise =
    catchAll.trim() === '' ? undefined : compileAt('/generation/otherwise', catchAll, vocabulary);

  return (scope) => {
    const answer = table.lookup(itemTypeOf(scope));
    if (answer.matched === 'row') return run(answer.value, 'byItemType', scope);
    return otherwise === undefined ? { because: 'noMacroForItemType' } : run(otherwise, 'otherwise', scope);
  };
}

function run(
  macro: CompiledMacro,
  chosenBy: 'macro' | 'byItemType' | 'otherwise',
  scope: MacroScope,
): ReturnType<Generation> {
  const number = macro.run(scope);
  if (number === '') return { because: 'macroGaveNothing', macro: macro.text };
  return { number, reason: { source: 'macro', macro: macro.text, chosenBy, itemType: itemTypeOf(scope) } };
}

function compileAt(path: string, text: string | undefined, vocabulary: MacroVocabulary): CompiledMacro {
  if (text === undefined || text.trim() === '') {
    throw new RuleError(
      'partNumber.macroMissing',
      'Part numbers are to be made by a macro, but the macro is empty.',
      {
        path,
        expected: 'a macro such as &DI_ItemType:&DI_ManufacturerPartNumber',
      },
    );
  }
  try {
    return compileMacro(text, vocabulary);
  } catch (error) {
    throw error instanceof RuleError ? error.within(path) : error;
  }
}

function itemTypeOf(scope: MacroScope): string {
  const value: unknown = scope.line['ItemType'];
  return typeof value === 'string' ? value.trim() : '';
}

function pointerToken(text: string): string {
  return text.replaceAll('~', '~0').replaceAll('/', '~1');
}
