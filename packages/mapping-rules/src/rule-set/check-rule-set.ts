import { runCases } from '../cases/run-cases.js';
import { compileDataLink } from '../data-link/compile-data-link.js';
import { documentField } from '../data-link/document-field.js';
import type { DataLinkVocabulary } from '../data-link/data-link-vocabulary.js';
import { within } from '../problem/make-problem.js';
import type { Problem } from '../problem/problem.js';
import { lintTable } from '../table/lint-table.js';
import { readRuleSet } from './compile-rule-set.js';
import type { RuleSetOptions } from './rule-set-options.js';
import { similarNames } from './similar-names.js';
import { tableSections } from './table-sections.js';

export interface CheckOptions extends RuleSetOptions {
  /** Fields of the PSA's records, for DataLink. Left out: every name is taken. */
  readonly records?: DataLinkVocabulary['records'];
}

/**
 * Everything that can be said about a document of rules: what `compileRuleSet` says, DataLink rows that cannot work, rows
 * of tables that can never decide or that leave open which decides, tables of nearly one name, and cases of `tests` that come out otherwise.
 */
export function checkRuleSet(document: unknown, options: CheckOptions = {}): readonly Problem[] {
  const { readable, context, compilation } = readRuleSet(document, options);
  const { vocabulary, tables } = context;
  const dataLink = compileDataLink(readable.dataLink ?? [], {
    header: vocabulary.header.map(documentField),
    line: vocabulary.line.map(documentField),
    ...(options.records === undefined ? {} : { records: options.records }),
  });
  const lints = tableSections(readable).flatMap(({ path, key, table }) =>
    lintTable(table, { key, vocabulary, tables }).map((problem) => within(path, problem)),
  );
  return [
    ...compilation.problems,
    ...dataLink.problems.map((problem) => within('/dataLink', problem)),
    ...similarNames(readable),
    ...lints,
    ...(compilation.ok ? runCases(compilation.rule).flatMap(({ problems }) => problems) : []),
  ];
}
