import type { QuoteLineFields } from '../contract/records.js';
import { compare, divide, multiply, subtract } from '../domain/decimal.js';
import type { SelectedLine } from '../select/selected-line.js';
import type { PushPolicy } from '../settings/push-policy.js';
import type { BindingImage } from '../state/state-store.js';
import type { Reason } from './reason.js';

/** Places of a discount in percent: as exact as PSAs keep it. */
const percentPlaces = 4;

/**
 * What a line shows beside its price. Only products have a list price; one that was priced by anything but its unit
 * price (a percentage of other lines, a price per hundred) has none that could be compared with it.
 */
export function listPriceOf(
  line: SelectedLine,
  shown: PushPolicy['quote']['listPrices'],
): Pick<QuoteLineFields, 'listPrice' | 'discountPercent'> {
  const list = line.source?.unitList ?? '0';
  if (shown === 'none' || line.kind !== 'item' || compare(list, 0) <= 0) return {};
  if (compare(line.price, line.source?.unitPrice ?? line.price) !== 0) return {};
  if (shown === 'listPrice') return { listPrice: list };
  const isCheaper = compare(list, line.price) > 0 && compare(line.price, 0) >= 0;
  const percent = isCheaper ? divide(multiply(subtract(list, line.price), 100), list, percentPlaces) : '0';
  return { listPrice: list, discountPercent: percent };
}

/**
 * A list price that we wrote and that the document no longer has must not stay beside the price: the price itself takes
 * its place, and the discount is none.
 */
export function withoutOldListPrice<
  Fields extends Pick<QuoteLineFields, 'price' | 'listPrice' | 'discountPercent'>,
>(fields: Fields, image: BindingImage | undefined): Fields {
  const wrote = (field: 'listPrice' | 'discountPercent'): boolean =>
    image !== undefined && Object.hasOwn(image.wanted, field) && fields[field] === undefined;
  return {
    ...fields,
    ...(wrote('listPrice') ? { listPrice: fields.price } : {}),
    ...(wrote('discountPercent') ? { discountPercent: '0' } : {}),
  };
}

export const listPriceReasons = {
  listPrice: { from: 'document', at: 'UnitList', text: 'the list price of the line (quote.listPrices)' },
  discountPercent: {
    from: 'setting',
    at: 'quote.listPrices',
    text: 'what the price is below the list price, in percent',
  },
} as const satisfies Readonly<Record<string, Reason>>;
