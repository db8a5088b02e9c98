import type { RecordId } from '../contract/records.js';
import { multiply, round, type DecimalText } from '../domain/decimal.js';
import { wantedAmount, type LinePair } from './line-pairs.js';

/** Percent by id of a tax of the PSA. */
export type TaxPercents = Readonly<Record<RecordId, DecimalText>>;

/** Percent of the line's tax; undefined: it is left to the PSA, or not known. */
export function linePercent({ wanted }: LinePair, taxes: TaxPercents): DecimalText | undefined {
  if (wanted.taxId === null) return '0';
  return wanted.taxId !== undefined && Object.hasOwn(taxes, wanted.taxId) ? taxes[wanted.taxId] : undefined;
}

/** Tax on the line as the document counts it, before the tax is rounded. */
export function expectedLineTax(pair: LinePair, taxes: TaxPercents): DecimalText | undefined {
  const percent = linePercent(pair, taxes);
  return percent === undefined ? undefined : multiply(round(wantedAmount(pair)), percent, '0.01');
}
