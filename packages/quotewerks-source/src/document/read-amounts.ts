import { decimal, type DecimalText, type DocumentLine, type LineType } from '@quotebridge/core/plugin';
import type { FieldReader } from '../columns/field-reader.js';
import { stated } from './stated.js';

type Amounts = Pick<DocumentLine, 'quantity' | 'unitCost' | 'unitList' | 'unitPrice' | 'extendedPrice'>;

/** Lines that carry money: without a quantity and a price they would silently be worth nothing. */
const priced = new Set<LineType>(['product', 'groupHeader', 'percentDiscount', 'percentCharge']);
const percent = new Set<LineType>(['percentDiscount', 'percentCharge']);

/** Quantity and prices as stored; nothing is computed anew but a quantity that is stated by its factors alone. */
export function readAmounts(item: FieldReader<'DocumentItems'>, lineType: LineType): Amounts {
  const extendedPrice = item.decimal('ExtendedPrice');
  return {
    quantity: readQuantity(item, lineType),
    unitCost: item.decimal('UnitCost') ?? '0',
    unitList: item.decimal('UnitList') ?? '0',
    unitPrice: readPrice(item, lineType, extendedPrice),
    ...stated('extendedPrice', extendedPrice),
  };
}

/** `QtyBase x QtyMultiplier1 … 4` is the total (https://www.quotewerks.com/helpfilelatest/quantities.htm). */
function readQuantity(item: FieldReader<'DocumentItems'>, lineType: LineType): DecimalText {
  if (item.text('QtyTotal') !== '') return item.decimal('QtyTotal') ?? '0';
  if (item.text('QtyBase') === '') {
    if (percent.has(lineType)) return '1';
    if (priced.has(lineType)) item.fault(item.columns.has('QtyTotal') ? 'QtyTotal' : 'QtyBase', 'a quantity');
    return '0';
  }
  const factors = (['QtyMultiplier1', 'QtyMultiplier2', 'QtyMultiplier3', 'QtyMultiplier4'] as const).map(
    (field) => item.decimal(field) ?? '1',
  );
  return decimal.multiply(item.decimal('QtyBase') ?? '0', ...factors);
}

/** A discount or charge may state its amount alone. */
function readPrice(
  item: FieldReader<'DocumentItems'>,
  lineType: LineType,
  extendedPrice: DecimalText | undefined,
): DecimalText {
  if (item.text('UnitPrice') !== '') return item.decimal('UnitPrice') ?? '0';
  if (percent.has(lineType) && extendedPrice !== undefined) return extendedPrice;
  if (priced.has(lineType)) item.fault('UnitPrice', 'a price; 0 for a line that costs nothing');
  return '0';
}
