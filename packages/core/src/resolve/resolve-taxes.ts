import type { LookupEntry, RecordId } from '../contract/records.js';
import { isZero, multiply, parseDecimal, type DecimalText } from '../domain/decimal.js';
import type { QuoteDocument } from '../domain/document.js';
import type { Conflict } from '../plan/plan.js';
import type { Considered, Reason } from '../plan/reason.js';
import { searchLookup, type LookupReader } from './lookup-reader.js';
import { resolveSetting } from './resolve-setting.js';
import type { FoundTax, TaxTable } from './tax-table.js';

/** At most that many taxes of the PSA are named. */
const mostConsidered = 10;

/** Undefined id: left to the PSA; null: not taxed. */
export interface TaxDecision {
  readonly id?: RecordId | null;
  /** Percentage of the tax, as the PSA states it. */
  readonly percent?: DecimalText;
  readonly reason: Reason;
}

export interface Taxes {
  /** By tax code in upper case. */
  readonly byCode: ReadonlyMap<string, TaxDecision>;
  readonly conflicts: readonly Conflict[];
}

/** Which of the PSA's taxes each tax code of the document means. */
export async function resolveTaxes(
  document: QuoteDocument,
  codes: Iterable<string>,
  table: TaxTable,
  read: LookupReader,
): Promise<Taxes> {
  const byCode = new Map<string, TaxDecision>();
  const conflicts: Conflict[] = [];
  // As the document spells them: rows may compare exactly.
  const used = new Map([...codes].map((text) => [text.trim().toUpperCase(), text.trim()]));
  const isCanadian = ['B', 'G', 'P'].some((code) => used.has(code));
  for (const [stated, spelled] of used) {
    // Freight only says that it is taxed; in Canada that means both taxes.
    const code = stated === 'Y' && isCanadian && table.find(spelled)?.byRow !== true ? 'B' : stated;
    const found = table.find(code === stated ? spelled : code);
    // A default is for codes that mean a tax: what the document does not tax, only a row of its own does.
    if (found !== undefined && (found.byRow || (code !== '' && code !== 'N'))) {
      const resolved = await resolveSetting(read, 'taxes', found.tax, found.at, found.place);
      if ('conflict' in resolved) conflicts.push(resolved.conflict);
      else
        byCode.set(stated, {
          id: resolved.entry.id,
          ...percentOf(resolved.entry),
          reason: {
            from: 'mapping',
            at: found.at,
            text: `tax ${resolved.entry.name}`,
            considered: consideredMapping(found, stated, code),
          },
        });
      continue;
    }
    const decided = await withoutMapping(document, code, table, read);
    if ('message' in decided) conflicts.push(decided);
    else byCode.set(stated, decided);
  }
  return { byCode, conflicts };
}

function consideredMapping(
  { tax, at, byRow, considered }: FoundTax,
  stated: string,
  code: string,
): readonly Considered[] {
  if (considered.some(({ taken }) => taken)) return considered;
  const meaning = code === stated ? '' : `, which means ${code} here`;
  const why = byRow ? `the row for the tax code ${stated}${meaning}` : 'the default of the tax mappings';
  return [...considered, { candidate: tax, at, taken: true, why }];
}

async function withoutMapping(
  document: QuoteDocument,
  code: string,
  table: TaxTable,
  read: LookupReader,
): Promise<TaxDecision | Conflict> {
  const { rate, total } = document.tax;
  if (code === 'N')
    return { id: null, reason: { from: 'document', at: 'TaxCode', text: 'tax code N: not taxed' } };
  if (code === '') return { reason: { from: 'default', text: 'the document states no tax code' } };
  if (code !== 'Y') {
    return {
      about: table.rowAt(code),
      message: `The tax code ${code} is not mapped to a tax of the PSA.`,
      next: table.next(code),
      candidates: [],
    };
  }
  if (rate === undefined) {
    if (total !== undefined && isZero(total)) {
      return { id: null, reason: { from: 'document', at: 'TotalTax', text: 'the document states no tax' } };
    }
    return { reason: { from: 'default', text: 'the document states no tax rate' } };
  }
  const percent = multiply(rate, 100);
  const noRow: Considered = {
    candidate: code,
    at: table.at,
    taken: false,
    why: 'no row is for this tax code, so the rate of the document decides',
  };
  const { found, entries } = await searchLookup(read, 'taxes', (list) =>
    list.filter((tax) => parseDecimal(tax.detail?.['percent']) === percent),
  );
  const [tax, ...more] = found;
  if (tax !== undefined && more.length === 0) {
    return {
      id: tax.id,
      percent,
      reason: {
        from: 'match',
        at: 'LocalTaxRate',
        text: `tax ${tax.name}, by the rate of ${percent} %`,
        considered: [noRow, ...entries.slice(0, mostConsidered).map((entry) => consideredTax(entry, tax))],
      },
    };
  }
  return {
    about: table.rowAt('Y'),
    message:
      tax === undefined
        ? `The PSA has no tax of ${percent} %, the rate of the document.`
        : `The PSA has ${found.length} taxes of ${percent} %.`,
    next: table.next('Y'),
    candidates: (tax === undefined ? entries : found).slice(0, 20).map(({ id, name }) => ({ id, name })),
  };
}

function consideredTax(entry: LookupEntry, taken: LookupEntry): Considered {
  const percent = parseDecimal(entry.detail?.['percent']);
  return {
    candidate: `${entry.name} (${entry.id})`,
    at: 'taxes',
    taken: entry.id === taken.id,
    why: percent === undefined ? 'the PSA states no rate of it' : `its rate is ${percent} %`,
  };
}

function percentOf({ detail }: LookupEntry): { readonly percent?: DecimalText } {
  const percent = parseDecimal(detail?.['percent']);
  return percent === undefined ? {} : { percent };
}
