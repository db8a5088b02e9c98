import type { RuleFile } from '../rules/rule-file.js';
import { pointer, type CompiledRuleSet } from '@quotebridge/mapping-rules';
import { tableAt, tableSections } from '@quotebridge/mapping-rules/tools';

/** Says where rules stand: `rules.yaml:12`. */
export class RulePlaces {
  readonly #file: RuleFile;
  readonly #rules: CompiledRuleSet;

  constructor(file: RuleFile, rules: CompiledRuleSet) {
    this.#file = file;
    this.#rules = rules;
  }

  at(place: string): string {
    return `${this.#file.path}:${this.#file.placeOf(place).line}`;
  }

  /** @param section JSON pointer to the table */
  atRow(section: string, row: number): string {
    return this.at(section + (tableAt(this.#rules.tables, section)?.pathOf(row) ?? ''));
  }

  /** JSON pointer to the table that a section falls back to. */
  fallbackOf(section: string): string | undefined {
    const found = tableSections(this.#rules.ruleSet).find(({ path }) => path === section);
    const fallback = found?.table.fallback;
    return fallback === undefined ? undefined : pointer(['tables', fallback]);
  }
}
