import type { QuoteLineFields, RecordId } from '@quotebridge/core/plugin';
import { fieldProfile } from '../profile/field-profile.js';
import type { HaloRecord } from '../record/halo-record.js';
import { readFlag, readId } from '../record/read-values.js';
import { haloId } from '../record/write-values.js';

const { tax, itemTax, taxable } = fieldProfile.line;

/**
 * A line taxed at no rate (null) is marked as not taxable; with a tenant's zero-rate tax it gets that tax as well.
 * Undefined leaves the tax to HaloPSA.
 */
export function lineTaxFields(
  taxId: QuoteLineFields['taxId'],
  zeroTaxId: RecordId | undefined,
): Record<string, unknown> {
  if (taxId === undefined) return {};
  if (taxId !== null) return { [tax]: haloId(taxId, tax), [taxable]: true };
  return { [tax]: zeroTaxId === undefined ? 0 : haloId(zeroTaxId, tax), [taxable]: false };
}

/** The tax in force: the line's own, else the item's. Undefined when the line reports none. */
export function readLineTax(line: HaloRecord, zeroTaxId: RecordId | undefined): RecordId | null | undefined {
  const own = readId(line, tax);
  if (own !== undefined) return own === zeroTaxId ? null : own;
  if (readFlag(line, taxable) === false && line[taxable] !== null) return null;
  const inherited = readId(line, itemTax);
  return inherited !== undefined && inherited === zeroTaxId ? null : inherited;
}
