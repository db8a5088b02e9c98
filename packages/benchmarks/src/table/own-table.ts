import type { CompiledTable } from '@quotebridge/mapping-rules';
import type { Contestant, Run } from '../measure/contestant.js';
import type { TableWorkload } from './table-workload.js';

type Scope = Parameters<CompiledTable['lookup']>[0];

const ways = {
  lookup: {
    use: '`table.lookup(scope)`',
    run: (table: CompiledTable) => (scope: Scope) => table.lookup(scope).value ?? '',
  },
  explain: {
    use: '`table.explain(scope)`: the trace',
    run: (table: CompiledTable) => (scope: Scope) => table.explain(scope).answer.value ?? '',
  },
  read: {
    use: '`table.explain(scope)`, and everything in the trace is read: values, rows, why each did or did not decide',
    run: (table: CompiledTable) => (scope: Scope) => {
      const { answer, values, considered, others } = table.explain(scope);
      let told = values['ItemType'] !== undefined && others >= 0;
      for (const { conditions, why } of considered) told &&= conditions !== '' && why !== '';
      return told ? (answer.value ?? '') : '';
    },
  },
} as const;

/** Ours: the answer alone, or with the reasons. */
export function ownTable(name: string, way: keyof typeof ways): Contestant<TableWorkload> {
  return {
    name,
    kind: 'ours',
    package: '@quotebridge/mapping-rules',
    use: ways[way].use,
    async load() {
      const { compileTable, quoteWerksFields } = await import('@quotebridge/mapping-rules');
      return ({ table }): Run => {
        const compilation = compileTable(table, { key: 'ItemType', vocabulary: quoteWerksFields });
        if (!compilation.ok) throw new Error(compilation.problems.map(({ message }) => message).join(' '));
        return ways[way].run(compilation.rule);
      };
    },
  };
}
