import { decimal, type QuoteLineFields, type StoredQuoteLine } from '@quotebridge/core/plugin';
import { fieldProfile } from '../profile/field-profile.js';
import type { HaloRecord } from '../record/halo-record.js';
import { readDecimal } from '../record/read-values.js';
import type { LineDiscount } from '../settings/halo-settings.js';

const { price: priceField, listPrice: listPriceField, discountPercent: discountField } = fieldProfile.line;

/**
 * Price, list price and discount, so that what is charged is the wanted price. Where HaloPSA only shows the discount, the
 * price is written as it is. Where it subtracts the discount, the list price is written as the price, if that gives the
 * wanted price to the last place; if not, the wanted price goes without a discount.
 */
export function linePriceFields(
  { price, listPrice, discountPercent }: Pick<QuoteLineFields, 'price' | 'listPrice' | 'discountPercent'>,
  lineDiscount: LineDiscount,
): HaloRecord {
  const list = listPrice ?? price;
  const discount = discountPercent ?? decimal.zero;
  if (lineDiscount === 'informational') return fields(price, list, discount);
  const exact = decimal.compare(afterDiscount(list, discount), price) === 0;
  return exact ? fields(list, list, discount) : fields(price, list, decimal.zero);
}

/**
 * What is charged, and what is shown beside it. Where HaloPSA subtracts discounts, one of zero is not reported: it may stand
 * for a wanted one that could not be written.
 */
export function readLinePrice(
  line: HaloRecord,
  lineDiscount: LineDiscount,
): {
  readonly [Field in 'price' | 'listPrice' | 'discountPercent']: StoredQuoteLine[Field] | undefined;
} {
  const price = readDecimal(line, priceField);
  const discountPercent = readDecimal(line, discountField);
  const subtracted = lineDiscount === 'subtracted' && price !== undefined && discountPercent !== undefined;
  return {
    price: subtracted ? afterDiscount(price, discountPercent) : price,
    listPrice: readDecimal(line, listPriceField),
    discountPercent: lineDiscount === 'subtracted' && discountPercent === '0' ? undefined : discountPercent,
  };
}

/** Exact: a rounded unit price would be off by cents in the sum of many. */
function afterDiscount(price: string, percent: string): string {
  return decimal.multiply(price, decimal.subtract(100, percent), '0.01');
}

function fields(price: string, listPrice: string, discount: string): HaloRecord {
  return {
    [priceField]: decimal.toNumber(price),
    [listPriceField]: decimal.toNumber(listPrice),
    [discountField]: decimal.toNumber(discount),
  };
}
