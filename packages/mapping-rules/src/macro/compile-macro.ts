import type { CompiledMacro, MacroExplanation } from './compiled-macro.js';
import { FieldIndex } from './field-index.js';
import type { MacroPart } from './macro-part.js';
import type { MacroScope } from './macro-scope.js';
import type { MacroVocabulary } from './macro-vocabulary.js';
import { orEmpty } from './or-empty.js';
import { parseMacro } from './parse-macro.js';

/**
 * Compiles a part-number macro such as `&DI_ItemType:&DI_ManufacturerPartNumber`. All names are resolved here, so that
 * running it is nothing but joining texts.
 *
 * @throws RuleError when the macro names an unknown field.
 */
export function compileMacro(text: string, vocabulary: MacroVocabulary): CompiledMacro {
  return macroOf(text, parseMacro(text, new FieldIndex(vocabulary)));
}

function macroOf(text: string, parts: readonly MacroPart[]): CompiledMacro {
  const join = joinOf(parts);
  const run: Step = (scope) => orEmpty(join(scope).trim());
  const explain = (scope: MacroScope): MacroExplanation => ({
    value: run(scope),
    parts: parts.map((part) => ({
      ...part,
      value: part.kind === 'literal' ? part.text : valueOf(scope, part),
    })),
  });
  return { text, fields: fieldsOf(parts), run, explain };
}

type Step = (scope: MacroScope) => string;
type FieldPart = MacroPart & { readonly kind: 'field' };

/** Each field together with the text before it; macros of one to three fields, which most are, need no loop. */
function joinOf(parts: readonly MacroPart[]): Step {
  const steps: Step[] = [];
  let before = '';
  for (const part of parts) {
    if (part.kind === 'literal') before = part.text;
    else {
      steps.push(stepOf(before, part));
      before = '';
    }
  }
  const tail = before;
  const [first, second, third] = steps;
  if (first === undefined) return () => tail;
  if (second === undefined) return (scope) => first(scope) + tail;
  if (third === undefined) return (scope) => first(scope) + second(scope) + tail;
  if (steps.length === 3) return (scope) => first(scope) + second(scope) + third(scope) + tail;
  return (scope) => {
    let joined = '';
    for (const step of steps) joined += step(scope);
    return joined + tail;
  };
}

function stepOf(before: string, { area, field }: FieldPart): Step {
  const part = { area, field };
  return before === '' ? (scope) => valueOf(scope, part) : (scope) => before + valueOf(scope, part);
}

/** Anything but a text counts as absent: names such as `constructor` find an inherited function in a plain object. */
function valueOf(scope: MacroScope, { area, field }: Pick<FieldPart, 'area' | 'field'>): string {
  const value: unknown = scope[area][field];
  return typeof value === 'string' ? value.trim() : '';
}

function fieldsOf(parts: readonly MacroPart[]): CompiledMacro['fields'] {
  const fields = new Map<string, CompiledMacro['fields'][number]>();
  for (const part of parts) {
    if (part.kind === 'field')
      fields.set(`${part.area} ${part.field}`, { area: part.area, field: part.field });
  }
  return [...fields.values()];
}
