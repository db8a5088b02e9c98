import { compileTable, type TableAnswer } from '@quotebridge/mapping-rules';
import type { Considered } from '../plan/reason.js';
import { consideredRows } from '../rules/considered-rows.js';
import type { DocumentRules } from '../rules/document-rules.js';
import { soundRows } from '../rules/sound-rows.js';

/** The table tax code → tax, as far as a document needs it. */
export interface TaxTable {
  /** Where its rows stand, for people. */
  readonly at: string;
  /** Where a row for a code would stand. */
  readonly rowAt: (code: string) => string;
  /** How a code is mapped, for people. */
  readonly next: (code: string) => string;
  /** What it says of a code; undefined: nothing. */
  readonly find: (code: string) => FoundTax | undefined;
}

export interface FoundTax {
  /** Name or id of the PSA's tax. */
  readonly tax: string;
  readonly at: string;
  /** File and line, where a rule file says it. */
  readonly place?: string | undefined;
  readonly byRow: boolean;
  /** Rows that were looked at, where they may have conditions. */
  readonly considered: readonly Considered[];
}

/** The table that holds for a document. Taxes are decided by tax code: what the lines have beside it has no say. */
export function taxTableOf(rules: DocumentRules): TaxTable {
  const { places, ruleSet, compiled } = rules;
  const table = compiled.tables.taxes;
  const isOfFile = places.isOfFile('/taxes');
  const at = places.at('/taxes/rows');
  const around = rules.scope();
  return {
    at,
    rowAt: (code) => (isOfFile ? at : `${at}.${code}`),
    next: (code) => (isOfFile ? `Add a row for the tax code ${code} to ${at}.` : setRow(code)),
    find: (code) => {
      const scope = { ...around, line: { TaxCode: code } };
      const answer = table?.lookup(scope);
      if (table === undefined || answer?.value === undefined) return undefined;
      const pointer = rules.pointerOf('taxes', answer);
      return {
        tax: answer.value,
        at: places.at(pointer),
        place: places.inFile(pointer),
        byRow: answer.matched === 'row',
        considered: isOfFile
          ? consideredRows(
              {
                path: '/taxes',
                compiled: table,
                fallback: ruleSet.taxes?.fallback,
                trace: table.explain(scope),
              },
              rules,
            )
          : [],
      };
    },
  };
}

/** A table of the settings alone: tax code → tax. */
export function taxTableOfRows(rows: Readonly<Record<string, string>>): TaxTable {
  const sound = soundRows(rows);
  const compiled = compileTable({ rows: sound }, { key: 'TaxCode' });
  const at = 'taxMappings.codes';
  const rowAt = (code: string): string => `${at}.${code}`;
  const keyOf = (answer: TableAnswer): string => Object.keys(sound)[answer.row ?? -1] ?? '';
  return {
    at,
    rowAt,
    next: setRow,
    find: (code) => {
      const answer = compiled.ok ? compiled.rule.lookupKey(code) : undefined;
      return answer?.value === undefined
        ? undefined
        : { tax: answer.value, at: rowAt(keyOf(answer)), byRow: true, considered: [] };
    },
  };
}

function setRow(code: string): string {
  return `Set taxMappings.codes.${code} to the tax that it means.`;
}
