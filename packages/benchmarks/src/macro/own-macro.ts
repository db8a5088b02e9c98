import type { Contestant } from '../measure/contestant.js';
import type { MacroWorkload } from './macro-workload.js';

/** Ours; with `generated` the part of the package that makes code, which a strict content security policy forbids. */
export function ownMacro(name: string, generated: boolean): Contestant<MacroWorkload> {
  return {
    name,
    kind: 'ours',
    package: '@quotebridge/mapping-rules',
    use: generated ? 'compiled once with `generateJoin`' : 'compiled once; no code is generated',
    async load() {
      const { compileMacro, quoteWerksFields } = await import('@quotebridge/mapping-rules');
      const { generateJoin } = await import('@quotebridge/mapping-rules/codegen');
      const more = generated ? { generateJoin } : {};
      return ({ macro, purpose }) => {
        const compilation = compileMacro(macro, quoteWerksFields, { purpose, ...more });
        if (!compilation.ok) throw new Error(compilation.problems.map(({ message }) => message).join(' '));
        const { rule } = compilation;
        return (scope: Parameters<typeof rule.run>[0]) => rule.run(scope);
      };
    },
  };
}
