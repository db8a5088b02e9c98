import { makeProblem } from '../problem/make-problem.js';
import type { Problem } from '../problem/problem.js';
import type { RunCode } from '../problem/problem-codes.js';
import type { CompiledMacro } from './compiled-macro.js';
import type { MacroTable } from './expression.js';
import type { FieldIndex } from './field-index.js';
import type { MacroArea } from './macro-scope.js';

/** More problems say nothing new, and a hostile macro could make a million. */
const most = 100;

/** Reading one macro: the names that it may use, those that it does, and what is wrong with it. */
export class MacroContext {
  readonly index: FieldIndex;
  readonly tables: ReadonlyMap<string, MacroTable>;
  readonly #errors: Problem[] = [];
  readonly #warnings: Problem[] = [];
  readonly #fields = new Map<string, CompiledMacro['fields'][number]>();
  readonly #asked = new Set<string>();

  constructor(index: FieldIndex, tables: ReadonlyMap<string, MacroTable>) {
    this.index = index;
    this.tables = tables;
  }

  add(
    code: RunCode,
    position: number,
    message: string,
    expected: string,
    suggestions: readonly string[] = [],
  ): void {
    const problem = makeProblem(code, '', message, expected, { position, suggestions });
    const list = problem.severity === 'error' ? this.#errors : this.#warnings;
    if (list.length < most) list.push(problem);
  }

  uses(area: MacroArea, field: string): void {
    const key = `${area} ${field}`;
    if (!this.#fields.has(key)) this.#fields.set(key, { area, field });
  }

  asks(table: string): void {
    this.#asked.add(table);
  }

  /** Errors and warnings, either up to its bound, in the order of their places. */
  get problems(): readonly Problem[] {
    return [...this.#errors, ...this.#warnings].sort((a, b) => (a.position ?? 0) - (b.position ?? 0));
  }

  get errors(): number {
    return this.#errors.length;
  }

  get isFull(): boolean {
    return this.errors >= most;
  }

  /** No warning can be added any more: what would need one is an error. */
  get isWarned(): boolean {
    return this.#warnings.length >= most;
  }

  get used(): Pick<CompiledMacro, 'fields' | 'tables'> {
    return { fields: [...this.#fields.values()], tables: [...this.#asked] };
  }
}
