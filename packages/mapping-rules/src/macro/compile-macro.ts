import type { Compilation } from '../problem/compilation.js';
import type { Problem } from '../problem/problem.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { CompiledMacro } from './compiled-macro.js';
import { explainMacro } from './explain-macro.js';
import { evaluate } from './evaluate.js';
import { fieldIndexOf } from './field-index.js';
import type { Join, JoinPiece } from './join-generator.js';
import { joinPieces } from './join-pieces.js';
import { MacroContext } from './macro-context.js';
import type { MacroOptions } from './macro-options.js';
import type { MacroPart } from './macro-part.js';
import { parseMacro } from './parse-macro.js';

/**
 * Compiles a macro such as `&DI_ItemType:&{DI_ManufacturerPartNumber|upper}`. All names are resolved here, so that running
 * it is nothing but joining texts.
 */
export function compileMacro(
  text: string,
  vocabulary: Vocabulary,
  options: MacroOptions = {},
): Compilation<CompiledMacro> {
  const context = new MacroContext(fieldIndexOf(vocabulary), options.tables ?? new Map());
  const parts = parseMacro(text, context);
  const { problems, errors, used } = context;
  if (errors > 0) return { ok: false, problems };
  return { ok: true, rule: { text, ...used, ...runnersOf(parts, options) }, problems };
}

function runnersOf(
  parts: readonly MacroPart[],
  { purpose = 'number', generateJoin = joinPieces }: MacroOptions,
): Pick<CompiledMacro, 'run' | 'explain'> {
  const refused: Problem[] = [];
  const pieces = parts.map((part) => pieceOf(part, (problem) => void refused.push(problem)));
  const join = generateJoin(pieces, purpose);
  return {
    run: parts.some((part) => part.kind === 'expression') ? refusing(join, refused) : join,
    explain: (scope) => explainMacro(parts, purpose, scope),
  };
}

function pieceOf(part: MacroPart, refuse: (problem: Problem) => void): JoinPiece {
  if (part.kind !== 'expression') return part;
  const [only, second] = part.expression.alternatives;
  if (second === undefined && only?.source.kind === 'field' && only.filters.length === 0) return only.source;
  const { expression } = part;
  return { kind: 'call', value: (scope) => evaluate(expression, scope, refuse) ?? '', expression };
}

/** A value that a filter has refused makes the whole result empty. */
function refusing(join: Join, refused: Problem[]): CompiledMacro['run'] {
  return (scope, report) => {
    if (refused.length > 0) refused.length = 0;
    const value = join(scope, report);
    if (refused.length === 0) return value;
    if (report !== undefined) for (const problem of refused.splice(0)) report(problem);
    return '';
  };
}
