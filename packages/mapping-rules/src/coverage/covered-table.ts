import type { MacroScope } from '../macro/macro-scope.js';
import type { TableSection } from '../rule-set/table-sections.js';
import type { CompiledTable, TableAnswer } from '../table/compiled-table.js';
import { fieldReader } from '../table/table-field.js';
import { tableRows } from '../table/table-rows.js';
import type { FieldNames } from '../vocabulary/field-names.js';
import { fieldReference } from '../vocabulary/field-reference.js';
import { CountedValues } from './counted-values.js';
import type { TableCoverage, TableUse, UncoveredValues } from './coverage-report.js';
import { rowConditions } from './row-conditions.js';
import { tellingFields } from './telling-fields.js';

/** Different values that are kept apart; a column of free text has as many as there are lines. */
const mostValues = 1000;

/** What lines use of one table. */
export class CoveredTable {
  readonly #section: TableSection;
  readonly #table: CompiledTable;
  /** Those by which what is not covered is told apart. */
  readonly #fields: readonly string[];
  readonly #readers: readonly ((scope: MacroScope) => string)[];
  readonly #lines: Record<TableUse, number> = { row: 0, default: 0, fallback: 0, none: 0 };
  readonly #used: Uint8Array;
  readonly #uncovered = {
    default: new CountedValues(mostValues),
    fallback: new CountedValues(mostValues),
    none: new CountedValues(mostValues),
  };

  constructor(section: TableSection, table: CompiledTable, names: FieldNames) {
    this.#section = section;
    this.#table = table;
    this.#used = new Uint8Array(tableRows(section.table).length);
    this.#fields = tellingFields(section, table.fields, names);
    this.#readers = this.#fields.map((text) => {
      const { area, name } = fieldReference(text);
      return fieldReader({ area, field: name, text });
    });
  }

  add(scope: MacroScope): void {
    const answer = this.#table.lookup(scope);
    const use = useOf(answer);
    this.#lines[use]++;
    if (use === 'row') this.#used[answer.row ?? 0] = 1;
    else this.#uncovered[use].add(this.#readers.map((read) => read(scope).trim()));
  }

  report(): TableCoverage {
    const { name, path, key, table } = this.#section;
    const unused = tableRows(table).flatMap(({ when, value }, row) =>
      this.#used[row] === 1
        ? []
        : [
            {
              row,
              path: path + this.#table.pathOf(row),
              conditions: rowConditions(when, key, table.match),
              value,
            },
          ],
    );
    const { default: byDefault, fallback, none } = this.#uncovered;
    return {
      name,
      path,
      size: this.#used.length,
      lines: { ...this.#lines },
      unused,
      uncovered: (['default', 'fallback', 'none'] as const)
        .flatMap((by) => this.#valuesOf(by))
        .sort((a, b) => b.lines - a.lines),
      otherUncovered: byDefault.others + fallback.others + none.others,
    };
  }

  #valuesOf(by: UncoveredValues['by']): readonly UncoveredValues[] {
    return this.#uncovered[by].all.map(({ texts, lines }) => ({
      values: Object.fromEntries(this.#fields.map((field, index) => [field, texts[index] ?? ''])),
      lines,
      by,
    }));
  }
}

function useOf({ matched, table }: TableAnswer): TableUse {
  return table === undefined ? matched : 'fallback';
}
