import {
  pointer,
  type CompiledRuleSet,
  type MacroScope,
  type RuleSet,
  type TableAnswer,
} from '@quotebridge/mapping-rules';
import type { DocumentLine } from '../domain/document-line.js';
import type { QuoteDocument } from '../domain/document.js';
import type { Conflict, PlanWarning } from '../plan/plan.js';
import { headerFields, lineFields } from '../resolve/line-scope.js';
import type { CheckedRules, ConnectionRules } from './connection-rules.js';
import { idleConditions } from './idle-conditions.js';
import { problemConflict, problemWarning } from './problem-conflict.js';
import type { RulePlaces } from './rule-places.js';

/** The rules of a connection, ready for one document. */
export class DocumentRules {
  readonly compiled: CompiledRuleSet;
  readonly ruleSet: RuleSet;
  readonly places: RulePlaces;
  readonly #checked: CheckedRules;
  readonly #around: Omit<MacroScope, 'line'>;

  constructor(
    { ruleSet, places }: ConnectionRules,
    checked: CheckedRules,
    document: QuoteDocument,
    application: Readonly<Record<string, string>>,
  ) {
    this.compiled = checked.compiled;
    this.ruleSet = ruleSet;
    this.places = places;
    this.#checked = checked;
    this.#around = { header: headerFields(document), application };
  }

  /** What stops every document, as questions. */
  get conflicts(): readonly Conflict[] {
    return [
      ...this.#checked.problems
        .filter(({ severity }) => severity === 'error')
        .map((problem) => problemConflict(problem, this.places)),
      ...idleConditions(this.compiled, this.places),
    ];
  }

  get warnings(): readonly PlanWarning[] {
    return this.#checked.problems
      .filter(({ severity }) => severity === 'warning')
      .map((problem) => problemWarning(problem, this.places));
  }

  /** The fields of a line and its surroundings; without a line those of the header alone. */
  readonly scope = (line?: DocumentLine): MacroScope => ({
    line: line === undefined ? {} : lineFields(line),
    ...this.#around,
  });

  /** Where an answer of a table comes from: pointer to its row, or to the default; often that of a table it falls back to. */
  pointerOf(section: 'productGroups' | 'users' | 'taxes', answer: TableAnswer): string {
    const isOwn = answer.table !== undefined && answer.table !== section;
    const base = isOwn ? pointer(['tables', answer.table]) : `/${section}`;
    if (answer.matched !== 'row') return `${base}/default`;
    const { own, [section]: table } = this.compiled.tables;
    const place = (isOwn ? own.get(answer.table) : table)?.pathOf(answer.row);
    return base + (place ?? `/rows/${answer.row}`);
  }
}
