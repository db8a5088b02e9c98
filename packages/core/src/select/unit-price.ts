import { compare, divide, isZero, multiply, round, type DecimalText } from '../domain/decimal.js';
import type { DocumentLine } from '../domain/document-line.js';
import type { Reason } from '../plan/reason.js';

/** More places than any PSA keeps would be rounded there, unseen. */
const mostPlaces = 4;

export type UnitPrice = { readonly price: DecimalText; readonly reason: Reason } | { readonly fault: string };

/**
 * The price that, times the quantity, gives what the line amounts to. Quoting tools store both; where they disagree
 * (a price per hundred, a percentage of other lines) the extended price is the truth. For a member of a group it holds
 * for all groups together: a rounding of one must not add up.
 */
export function unitPrice(line: DocumentLine): UnitPrice {
  const extended = line.extendedPrice;
  const gives = (price: DecimalText): boolean =>
    extended === undefined ||
    same(multiply(line.quantity, price, line.groupQuantity), multiply(extended, line.groupQuantity));
  if (extended === undefined || gives(line.unitPrice)) {
    return {
      price: line.unitPrice,
      reason: { from: 'document', at: 'UnitPrice', text: 'the unit price of the line' },
    };
  }
  const groups = line.groupQuantity === '1' ? '' : ` in each of ${line.groupQuantity} groups`;
  const stated = `quantity ${line.quantity} × unit price ${line.unitPrice} is not the extended price ${extended}${groups}`;
  if (isZero(line.quantity)) return { fault: stated };
  const price = divide(extended, line.quantity, mostPlaces);
  if (!gives(price)) return { fault: stated };
  return {
    price,
    reason: {
      from: 'document',
      at: 'ExtendedPrice',
      text: `extended price ÷ quantity, because ${stated}`,
      considered: [
        { candidate: line.unitPrice, at: 'UnitPrice', taken: false, why: stated },
        {
          candidate: price,
          at: 'ExtendedPrice',
          taken: true,
          why: `times the quantity it gives the extended price ${extended}`,
        },
      ],
    },
  };
}

function same(left: DecimalText, right: DecimalText): boolean {
  return compare(round(left), round(right)) === 0;
}
