import type { LookupEntry } from '../contract/records.js';
import type { QuoteDocument } from '../domain/document.js';
import type { MappedName } from './mapping-coverage.js';
import { resolveTaxes } from './resolve-taxes.js';
import { taxTableOfRows } from './tax-table.js';

/** A tax code without a row that a push understands all the same, and as what. */
export interface UnderstoodCode extends MappedName {
  readonly means: string;
}

export interface TaxCoverage {
  readonly unmapped: readonly MappedName[];
  /** Codes such as N, or Y where the rate of the document is one of the PSA's taxes. */
  readonly understood: readonly UnderstoodCode[];
}

/** What a push would make of the tax codes of documents that no row covers. */
export async function taxCoverage(
  rows: Readonly<Record<string, string>>,
  documents: readonly QuoteDocument[],
  taxes: readonly LookupEntry[],
): Promise<TaxCoverage> {
  const table = taxTableOfRows(rows);
  const unmapped = new Map<string, string[]>();
  const understood = new Map<
    string,
    { readonly code: string; readonly means: string; readonly documents: string[] }
  >();
  for (const document of documents) {
    const codes = new Set(document.lines.map(({ taxCode }) => taxCode.trim().toUpperCase()));
    codes.delete('');
    const { byCode } = await resolveTaxes(document, codes, table, async () => ({
      entries: taxes,
      fresh: true,
    }));
    for (const code of codes) {
      const decision = byCode.get(code);
      if (decision === undefined) unmapped.set(code, [...(unmapped.get(code) ?? []), document.number]);
      else if (decision.reason.from !== 'mapping') {
        const means = decision.reason.text;
        const key = `${code}\n${means}`;
        const before = understood.get(key)?.documents ?? [];
        understood.set(key, { code, means, documents: [...before, document.number] });
      }
    }
  }
  const byName = (one: MappedName, other: MappedName): number => one.name.localeCompare(other.name);
  return {
    unmapped: [...unmapped].map(([name, numbers]) => ({ name, documents: numbers })).sort(byName),
    understood: [...understood.values()]
      .map(({ code, means, documents: numbers }) => ({ name: code, means, documents: numbers }))
      .sort(byName),
  };
}
