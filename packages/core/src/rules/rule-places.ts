import type { RuleSet } from '@quotebridge/mapping-rules';
import type { RuleFile } from './rule-file.js';
import { sectionOf, settingsOfRules } from './rule-sections.js';

const longestFirst = Object.keys(settingsOfRules).sort((one, other) => other.length - one.length);

/** Says where rules stand: in the settings, or in a rule file. */
export class RulePlaces {
  readonly #rules: RuleSet;
  readonly #file: RuleFile | undefined;
  readonly #stated: RuleSet | undefined;

  /** @param stated the content of the rule file */
  constructor(rules: RuleSet, file: RuleFile | undefined, stated: RuleSet | undefined) {
    this.#rules = rules;
    this.#file = file;
    this.#stated = stated;
  }

  /** `/productGroups/rows/3` → `rules.productGroups.rows.3`, or the setting `productGroupMappings.groups.Labor`. */
  at(pointer: string): string {
    if (this.isOfFile(pointer)) return ['rules', ...stepsOf(pointer)].join('.');
    const known = longestFirst.find((rule) => pointer === rule || pointer.startsWith(`${rule}/`));
    if (known === undefined) return stepsOf(pointer).join('.');
    return [settingsOfRules[known] ?? '', ...stepsOf(pointer.slice(known.length))].join('.');
  }

  /** Whether the rule file says it, and not the settings. */
  isOfFile(pointer: string): boolean {
    if (this.#stated === undefined) return false;
    const section = sectionOf(pointer);
    if (section === '') return true;
    if (pointer === '/productGroups/default') return this.#stated.productGroups?.default !== undefined;
    return this.#stated[section] !== undefined || this.#rules[section] === undefined;
  }

  /** `rules.yaml:14`; undefined: no file says it, or the host did not tell its lines. */
  inFile(pointer: string): string | undefined {
    if (!this.isOfFile(pointer)) return undefined;
    const line = this.#file?.lineOf?.(pointer);
    const name = this.#file?.name;
    if (name === undefined) return undefined;
    return line === undefined ? name : `${name}:${line}`;
  }
}

function stepsOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
