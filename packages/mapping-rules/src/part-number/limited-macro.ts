import type { CompiledMacro } from '../macro/compiled-macro.js';
import type { Report } from '../problem/compilation.js';
import type { LengthPolicy } from '../rule-set/part-number-rules.js';
import { fitLength, tooLong } from './fit-length.js';

/** A macro whose number is no longer than the policy allows; one that is refused is empty, and a problem says so. */
export function limitedMacro(macro: CompiledMacro, length: LengthPolicy): CompiledMacro {
  const limited = (made: string, report?: Report): string => {
    const number = fitLength(made, length);
    if (number === undefined) report?.(tooLong(made, length, ''));
    return number ?? '';
  };
  return {
    ...macro,
    run: (scope, report) => limited(macro.run(scope, report), report),
    explain: (scope) => {
      const explanation = macro.explain(scope);
      const problems = [...explanation.problems];
      const value = limited(explanation.value, (problem) => problems.push(problem));
      return { ...explanation, value, problems };
    },
  };
}
