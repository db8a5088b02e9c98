import { pointer, type CompiledTable, type TableTrace } from '@quotebridge/mapping-rules';
import type { Considered } from '../plan/reason.js';
import type { DocumentRules } from './document-rules.js';

/** A table of the rules and what it said. */
export interface TracedTable {
  /** `/productGroups`, `/partNumber/generation/byItemType`. */
  readonly path: string;
  readonly compiled: CompiledTable;
  /** Name of the table that it falls back to. */
  readonly fallback: string | undefined;
  readonly trace: TableTrace;
}

/** Each line of a plan holds them: more would make it a hundred times as large as what it is about. */
const mostRows = 5;

/** The row that decides and those before it; where none does, the first. */
function mostTelling(rows: TableTrace['considered']): TableTrace['considered'] {
  const decides = rows.findIndex(({ taken }) => taken);
  const end = Math.max(decides + 1, mostRows);
  return rows.slice(Math.max(0, end - mostRows), end);
}

/** The rows that were looked at for a value, those of fallback tables included, and what spoke for or against each. */
export function consideredRows(
  { path, compiled, fallback, trace }: TracedTable,
  rules: DocumentRules,
): readonly Considered[] {
  const { places, ruleSet } = rules;
  const listed = mostTelling(trace.considered);
  const rows = listed.map(({ row, conditions, value, taken, why }) => ({
    candidate: `${conditions} → ${value}`,
    at: places.at(path + compiled.pathOf(row)),
    taken,
    why,
  }));
  const others = trace.others + trace.considered.length - listed.length;
  const rest: Considered = {
    candidate: others === 1 ? 'one other row' : `${others} other rows`,
    at: places.at(`${path}/rows`),
    taken: false,
    why: others === 1 ? 'it does not decide' : 'they do not decide',
  };
  const next = fallback === undefined ? undefined : rules.compiled.tables.own.get(fallback);
  const deeper =
    fallback === undefined || next === undefined || trace.fallback === undefined
      ? []
      : consideredRows(
          {
            path: pointer(['tables', fallback]),
            compiled: next,
            fallback: ruleSet.tables?.[fallback]?.fallback,
            trace: trace.fallback,
          },
          rules,
        );
  return [...rows, ...(others === 0 ? [] : [rest]), ...deeper];
}
