import type { RuleFile } from '../rules/rule-file.js';
import type { CompiledRuleSet, CompiledTable } from '@quotebridge/mapping-rules';

/** Says where rules stand: `rules.yaml:12`. */
export class RulePlaces {
  readonly #file: RuleFile;
  readonly #rules: CompiledRuleSet;

  constructor(file: RuleFile, rules: CompiledRuleSet) {
    this.#file = file;
    this.#rules = rules;
  }

  at(pointer: string): string {
    return `${this.#file.path}:${this.#file.placeOf(pointer).line}`;
  }

  /** @param section JSON pointer to the table */
  atRow(section: string, row: number): string {
    return this.at(section + (this.#tableAt(section)?.pathOf(row) ?? ''));
  }

  #tableAt(section: string): CompiledTable | undefined {
    const { tables } = this.#rules;
    if (section === '/partNumber/generation/byItemType') return tables.byItemType;
    if (section === '/productGroups') return tables.productGroups;
    if (section === '/users') return tables.users;
    if (section === '/taxes') return tables.taxes;
    const [, name] = /^\/tables\/(.*)$/s.exec(section) ?? [];
    return name === undefined ? undefined : tables.own.get(name.replaceAll('~1', '/').replaceAll('~0', '~'));
  }

  /** JSON pointer to the table that a section falls back to. */
  fallbackOf(section: string): string | undefined {
    const names = section.slice(1).split('/');
    const table = names.reduce<unknown>(
      (value, name) => (value as Readonly<Record<string, unknown>> | undefined)?.[name],
      this.#rules.ruleSet,
    );
    const fallback = (table as { readonly fallback?: string } | undefined)?.fallback;
    return fallback === undefined
      ? undefined
      : `/tables/${fallback.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  }
}
