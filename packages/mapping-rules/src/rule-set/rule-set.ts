import type { DataLinkRow } from '../data-link/data-link-row.js';
import type { Table } from '../table/table.js';
import type { PartNumberRules } from './part-number-rules.js';

/** All rules of a business in one document, as JSON or YAML has it. Published as JSON Schema: `schema.json`. */
export interface RuleSet {
  /** Address of the schema, for editors. */
  readonly $schema?: string;
  readonly version: 1;
  readonly name?: string;
  /** For people. */
  readonly comment?: string;
  /** Columns that the documents have beside QuoteWerks' own. */
  readonly fields?: {
    readonly line?: readonly string[];
    readonly header?: readonly string[];
    readonly application?: readonly string[];
  };
  readonly partNumber?: PartNumberRules;
  readonly summary?: {
    /** Macro over the header: item number of the line that stands for all in a summary. */
    readonly partNumber?: string;
  };
  /** ItemType → product group. Key, when left out: `ItemType`. */
  readonly productGroups?: Table;
  /** User of the quoting tool → agent. Key, when left out: `DH_SalesRep`. */
  readonly users?: Table;
  /** Tax code → tax. Key, when left out: `TaxCode`. */
  readonly taxes?: Table;
  /** Line of the PSA's address → names of address fields of the document (`Address2, Address3`), separated by commas. */
  readonly siteAddress?: Readonly<Partial<Record<SiteAddressLine, string>>>;
  readonly dataLink?: readonly DataLinkRow[];
  /** Texts with macros. */
  readonly descriptions?: Readonly<Partial<Record<DescriptionName, string>>>;
  /** Tables of one's own: a column of the result each, and `&{TABLE_name}` in macros. Key, when left out: `ItemType`. */
  readonly tables?: Readonly<Record<string, Table>>;
  /** Cases: what the rules must make of these lines. */
  readonly tests?: readonly RuleCase[];
}

export const siteAddressLines = ['line1', 'line2', 'line3', 'line4', 'line5', 'postalCode'] as const;
export type SiteAddressLine = (typeof siteAddressLines)[number];

/** Name and description of products that are created, and the name of the quote's lines. */
export const descriptionNames = ['itemName', 'itemDescription', 'lineName'] as const;
export type DescriptionName = (typeof descriptionNames)[number];

export interface RuleCase {
  readonly name: string;
  /** Columns of a line (`ItemType`), of the header (`DH_DocNo`), of the application (`APP_…`), and `LineType`. */
  readonly given: Readonly<Record<string, string>>;
  /** Columns of the result, one at least: `PartNumber`, `ProductGroup`, … An empty text means: no value. */
  readonly expect: Readonly<Record<string, string>>;
  /** For people. */
  readonly comment?: string;
}
