import { columnsOfFields } from './columns-of-fields.js';
import type { DataLine } from './data-line.js';
import { fieldReference, nearestNames, type CompiledRuleSet } from '@quotebridge/mapping-rules';
import { refuse } from '../errors/refuse.js';

/** A field that rules read and no column holds: it counts as empty on every line. */
export interface MissingField {
  readonly field: string;
  /** Columns that may be meant for it. */
  readonly suggestions: readonly string[];
}

export type ReadingRules = Pick<CompiledRuleSet, 'vocabulary' | 'fields' | 'ruleSet'>;

/** Columns that are remembered, to name them; lines of JSON may have new ones without end. */
const mostColumns = 2_000;
/** Of each list in a message. */
const mostNamed = 20;

/** Finds the fields that rules read among the columns of lines. */
export class FoundFields {
  readonly #file: string;
  readonly #ruleSets: readonly ReadingRules[];
  readonly #fields: readonly string[];
  readonly #found = new Set<string>();
  readonly #columns = new Set<string>();
  readonly #looked = new WeakSet<readonly string[]>();
  #last: readonly string[] | undefined;

  /** @param file as people name it */
  constructor(file: string, ruleSets: readonly ReadingRules[]) {
    this.#file = file;
    this.#ruleSets = ruleSets;
    this.#fields = [...new Set(ruleSets.flatMap(({ fields }) => fields))];
  }

  /** @throws Failure `usage` when two columns hold one field that the rules read: it is left open which one is meant */
  add({ columns, line }: Pick<DataLine, 'columns'> & { readonly line?: number }): void {
    if (columns === this.#last) return;
    this.#last = columns;
    if (this.#looked.has(columns)) return;
    this.#looked.add(columns);
    for (const column of columns) if (this.#columns.size < mostColumns) this.#columns.add(column);
    for (const { vocabulary, fields, ruleSet } of this.#ruleSets) {
      for (const [field, { first, last }] of columnsOfFields(columns, vocabulary, fields)) {
        if (first !== last) throw this.#repeated(field, columns, [first, last], line);
        // Only item numbers depend on what a line is.
        if (field !== 'LineType' || ruleSet.partNumber !== undefined) this.#found.add(field);
      }
    }
  }

  /** Whether one of the fields has been there; rules that read none need none. */
  get isAny(): boolean {
    return this.#found.size > 0 || this.#fields.length === 0;
  }

  /** Whether there were columns, and none of them is anything to the rules. */
  get isForeign(): boolean {
    return this.#columns.size > 0 && !this.isAny;
  }

  get missing(): readonly MissingField[] {
    if (this.#columns.size === 0) return [];
    return this.#fields
      .filter((field) => !this.#found.has(field))
      .map((field) => ({ field, suggestions: this.#near(field) }));
  }

  /** What is wrong with lines that are foreign. */
  get foreign(): Error {
    const wanted = this.missing.map(({ field, suggestions: [near] }) => withHint(field, near));
    return refuse(`The lines of ${this.#file} have none of the fields that the rules read.`, {
      faults: [
        {
          at: `the list of columns of ${this.#file}`,
          value: listed([...this.#columns].map((column) => column.slice(0, 80))),
          expected: `columns for ${listed(wanted)}`,
        },
      ],
      next: 'Rename the headings; columns of your own are made known under `fields` of the rules.',
    });
  }

  #near(field: string): readonly string[] {
    const near = nearestNames(field, this.#columns);
    return near.length > 0 ? near : nearestNames(fieldReference(field).name, this.#columns);
  }

  #repeated(
    field: string,
    columns: readonly string[],
    places: readonly number[],
    line: number | undefined,
  ): Error {
    const named = places.map((place) => `“${columns[place] ?? ''}” (column ${place + 1})`);
    return refuse(`Two columns of ${this.#file} hold ${field}: ${named.join(' and ')}.`, {
      faults: [
        {
          at: line === undefined ? this.#file : `${this.#file}:${line}`,
          expected: 'one column for each field that the rules read',
        },
      ],
      next: 'Rename one of the two, or leave it out.',
    });
  }
}

/** `ItemType (“ItemTyp”?)`. */
export function withHint(field: string, near: string | undefined): string {
  return near === undefined ? field : `${field} (“${near}”?)`;
}

function listed(names: readonly string[]): string {
  return names.slice(0, mostNamed).join(', ') + (names.length > mostNamed ? ', …' : '');
}
