import type { MacroExplanation } from '../macro/compiled-macro.js';
import type { MacroScope } from '../macro/macro-scope.js';
import type { PartNumber } from '../part-number/part-number.js';
import type { Problem } from '../problem/problem.js';
import type { Report } from '../problem/compilation.js';
import type { CompiledTable, TableTrace } from '../table/compiled-table.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { DescriptionName, RuleSet, SiteAddressLine } from './rule-set.js';

/** The tables that a rule set has, by section; those of one's own by name. */
export type RuleTables = Readonly<
  Partial<Record<'productGroups' | 'users' | 'taxes' | 'byItemType', CompiledTable>>
> & {
  readonly own: ReadonlyMap<string, CompiledTable>;
};

/** A rule set ready to run. Sections that it lacks answer with nothing. */
export interface CompiledRuleSet {
  readonly ruleSet: RuleSet;
  /** Fields that the columns read, each once: `ItemType`, `DH_SalesRep`, `APP_LoggedInUserName`. */
  readonly fields: readonly string[];
  /** All field names that the rules may use: QuoteWerks' own, those of the rules' `fields`, those of the options. */
  readonly vocabulary: Vocabulary;
  readonly tables: RuleTables;
  /** The item number of a line; undefined: the rules have no section `partNumber`. */
  partNumber(scope: MacroScope, lineType: string, report?: Report): PartNumber | undefined;
  /** The item number of a summary's line; empty: none. */
  summaryPartNumber(scope: MacroScope, report?: Report): string;
  /** A text of `descriptions`; undefined: it has no template. */
  description(name: DescriptionName, scope: MacroScope, report?: Report): string | undefined;
  /** Lines of an address of the header, by `siteAddress`; undefined: the rules have no such section. */
  siteAddress(
    scope: MacroScope,
    address: 'soldTo' | 'shipTo' | 'billTo',
  ): Readonly<Record<SiteAddressLine, string>> | undefined;
  /** Everything that the rules make of a line, as columns: `PartNumber`, `ProductGroup`, … in the order of `columns`. */
  resolve(scope: MacroScope, lineType: string): RuleResult;
  /** Names of the columns that `resolve` gives; only of sections that the rules have. */
  readonly columns: readonly string[];
  /** `resolve`, and why each value is what it is. */
  explain(scope: MacroScope, lineType: string): RuleTrace;
}

export interface RuleResult {
  /** By column; empty: no value. */
  readonly values: Readonly<Record<string, string>>;
  /** What could not be made of this line; `path` leads to the rule. */
  readonly problems: readonly Problem[];
}

export interface RuleTrace extends RuleResult {
  readonly steps: readonly RuleStep[];
}

/** How one column came about. */
export type RuleStep =
  | {
      readonly kind: 'partNumber';
      readonly column: string;
      readonly path: string;
      readonly partNumber: PartNumber;
      /** Which macro was chosen, when a table chooses. */
      readonly chosen?: TableTrace;
      readonly macro?: MacroExplanation;
    }
  | {
      readonly kind: 'table';
      readonly column: string;
      readonly path: string;
      readonly trace: TableTrace;
    }
  | {
      readonly kind: 'macro';
      readonly column: string;
      readonly path: string;
      readonly macro: MacroExplanation;
    };
