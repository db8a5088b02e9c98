import { expect } from 'chai';
import type { CompiledMacro, MacroOptions, Problem, Vocabulary } from '../../src/index.js';
import { compileMacro } from '../../src/index.js';
import { vocabulary } from '../vocabulary.js';

/** The macro; a test whose macro does not compile fails with its problems. */
export function compiled(
  text: string,
  options?: MacroOptions,
  known: Vocabulary = vocabulary,
): CompiledMacro {
  const compilation = compileMacro(text, known, options);
  if (!compilation.ok) throw new Error(compilation.problems.map(({ message }) => message).join('\n'));
  return compilation.rule;
}

/** What is wrong with a macro that does not compile. */
export function errorsOf(text: string, options?: MacroOptions, known?: Vocabulary): readonly Problem[] {
  const compilation = compileMacro(text, known ?? vocabulary, options);
  expect(compilation.ok, `“${text.slice(0, 80)}” compiles`).to.equal(false);
  return compilation.problems;
}

/** The only thing that is wrong with it. */
export function errorOf(text: string, options?: MacroOptions, known?: Vocabulary): Problem {
  const problems = errorsOf(text, options, known);
  expect(problems).to.have.length(1);
  return problems[0] as Problem;
}
