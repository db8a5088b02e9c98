import { compare, divide, isZero, multiply, round, type DecimalText } from '../domain/decimal.js';
import type { DocumentLine } from '../domain/document-line.js';
import type { Reason } from '../plan/reason.js';

/** More places than any PSA keeps would be rounded there, unseen. */
const mostPlaces = 4;

export type UnitPrice = { readonly price: DecimalText; readonly reason: Reason } | { readonly fault: string };

/**
 * The price that, times the quantity, gives what the line amounts to. Quoting tools store both; where they disagree
 * (a price per hundred, a percentage of other lines) the extended price is the truth.
 */
export function unitPrice(line: DocumentLine): UnitPrice {
  const extended = line.extendedPrice;
  if (extended === undefined || same(multiply(line.quantity, line.unitPrice), extended)) {
    return {
      price: line.unitPrice,
      reason: { from: 'document', at: 'UnitPrice', text: 'the unit price of the line' },
    };
  }
  const stated = `quantity ${line.quantity} × unit price ${line.unitPrice} is not the extended price ${extended}`;
  if (isZero(line.quantity)) return { fault: stated };
  const price = divide(extended, line.quantity, mostPlaces);
  if (compare(round(multiply(price, line.quantity)), round(extended)) !== 0) return { fault: stated };
  return {
    price,
    reason: { from: 'document', at: 'ExtendedPrice', text: `extended price ÷ quantity, because ${stated}` },
  };
}

function same(left: DecimalText, right: DecimalText): boolean {
  return compare(round(left), round(right)) === 0;
}
