import type {
  CompiledRuleSet,
  Problem,
  RuleSet,
  RuleSetOptions,
  Vocabulary,
} from '@quotebridge/mapping-rules';
import { checkRuleSet } from '@quotebridge/mapping-rules/tools';
import { canonicalJson } from '../base/canonical-json.js';
import { sha256 } from '../base/sha256.js';
import { toldAtMost } from '../base/told-at-most.js';
import type { QuoteDocument } from '../domain/document.js';
import type { Conflict } from '../plan/plan.js';
import type { PushPolicy } from '../settings/push-policy.js';
import type { LookupValue } from '../resolve/lookup-faults.js';
import { vocabularyOf } from '../resolve/line-scope.js';
import { compileSound } from './compile-sound.js';
import { DocumentRules } from './document-rules.js';
import { effectiveRules } from './effective-rules.js';
import { idleConditions } from './idle-conditions.js';
import { ownColumns } from './own-columns.js';
import type { RuleFile } from './rule-file.js';
import { ruleLookups } from './rule-lookups.js';
import { RulePlaces } from './rule-places.js';

/** Documents of one file have the same columns of their own; more than a few kinds are not kept. */
const rememberedKinds = 4;

/** What is known of the rules for documents with the same columns of their own. */
export interface CheckedRules {
  readonly compiled: CompiledRuleSet;
  readonly problems: readonly Problem[];
}

/** The rules of a connection: those of its settings, and in place of their sections those of its rule file. */
export class ConnectionRules {
  readonly ruleSet: RuleSet;
  readonly places: RulePlaces;
  readonly file: RuleFile | undefined;
  #hash: Promise<string> | undefined;
  #lookups: readonly LookupValue[] | undefined;
  readonly #byColumns = new Map<string, CheckedRules>();

  /** @param file one that `ruleFileFaults` has found nothing wrong with */
  constructor(policy: PushPolicy, file?: RuleFile) {
    const stated = file?.document as RuleSet | undefined;
    this.file = file;
    this.ruleSet = effectiveRules(policy, stated);
    this.places = new RulePlaces(this.ruleSet, file, stated);
  }

  /** The rules as they are for a document, whose own columns count as fields. */
  forDocument(document: QuoteDocument, application: Readonly<Record<string, string>>): DocumentRules {
    const checked = this.checked(ownColumns(vocabularyOf(document, application)));
    return new DocumentRules(this, checked, document, application);
  }

  /** What is wrong with the rules for a push, although they are right by themselves. */
  get faults(): readonly Conflict[] {
    return idleConditions(this.checked().compiled, this.places);
  }

  /** SHA-256 of what the rule file says; undefined: there is none. What it is called, and where it lies, does not count. */
  get hash(): Promise<string> | undefined {
    if (this.file !== undefined) this.#hash ??= sha256(canonicalJson(this.file.document));
    return this.#hash;
  }

  /** What the tables of the file name of the PSA's lists. */
  get lookups(): readonly LookupValue[] {
    this.#lookups ??= ruleLookups(this.ruleSet, this.places);
    return this.#lookups;
  }

  /**
   * The rules without any document: fields that only an export has are problems.
   *
   * @param vocabulary columns of documents that QuoteWerks does not have by itself
   */
  checked(vocabulary: Vocabulary = { line: [], header: [], application: [] }): CheckedRules {
    const key = JSON.stringify(vocabulary);
    const known = this.#byColumns.get(key);
    if (known !== undefined) return known;
    const options: RuleSetOptions = { vocabulary };
    // Rows of DataLink are checked with the fields of the tenant, when a document needs them.
    const { dataLink: _dataLink, ...rules } = this.ruleSet;
    const { compiled } = compileSound(rules, options);
    const problems = checkRuleSet(rules, options);
    const checked = {
      compiled,
      problems: (['error', 'warning'] as const).flatMap((level) =>
        toldAtMost(problems.filter(({ severity }) => severity === level)),
      ),
    };
    const [oldest] = this.#byColumns.keys();
    if (oldest !== undefined && this.#byColumns.size >= rememberedKinds) this.#byColumns.delete(oldest);
    this.#byColumns.set(key, checked);
    return checked;
  }
}
