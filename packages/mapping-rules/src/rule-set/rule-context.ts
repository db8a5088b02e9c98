import type { MacroOptions } from '../macro/macro-options.js';
import type { CompiledMacro } from '../macro/compiled-macro.js';
import { compileMacro } from '../macro/compile-macro.js';
import type { Compilation } from '../problem/compilation.js';
import { mostProblems, within } from '../problem/make-problem.js';
import type { Problem } from '../problem/problem.js';
import type { CompiledTable } from '../table/compiled-table.js';
import { compileTable } from '../table/compile-table.js';
import type { Table } from '../table/table.js';
import { FieldNames } from '../vocabulary/field-names.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';

/** What the sections of a rule set are compiled against, and the problems of all of them. */
export class RuleContext {
  readonly problems: Problem[] = [];
  tables: ReadonlyMap<string, CompiledTable> = new Map();

  readonly vocabulary: Vocabulary;
  readonly names: FieldNames;
  #errors = 0;
  readonly #options: MacroOptions;

  constructor(vocabulary: Vocabulary, options: Pick<MacroOptions, 'generateJoin'>) {
    this.vocabulary = vocabulary;
    this.names = new FieldNames(vocabulary);
    this.#options = options;
  }

  /** So much is wrong that the rules do not run, and looking at more of them would only take time. */
  get #isFull(): boolean {
    return this.#errors >= mostProblems;
  }

  report(problem: Problem): void {
    if (problem.severity === 'error') this.#errors++;
    this.problems.push(problem);
  }

  /** The rule, with its problems noted under the path of its section. */
  take<Rule>(path: string, compilation: Compilation<Rule>): Rule | undefined {
    for (const problem of compilation.problems) this.report(within(path, problem));
    return compilation.ok ? compilation.rule : undefined;
  }

  macro(
    path: string,
    text: string,
    purpose: 'number' | 'text',
    vocabulary: Vocabulary = this.vocabulary,
  ): CompiledMacro | undefined {
    if (this.#isFull) return undefined;
    const options = { ...this.#options, purpose, tables: this.tables };
    return this.take(path, compileMacro(text, vocabulary, options));
  }

  table(path: string, table: Table, key: string): CompiledTable | undefined {
    if (this.#isFull) return undefined;
    const { vocabulary, tables } = this;
    return this.take(path, compileTable(table, { key, vocabulary, tables }));
  }
}
