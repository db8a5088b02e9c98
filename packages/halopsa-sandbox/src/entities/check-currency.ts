import { ruleError } from '../http/api-error.js';
import { numberIn, textIn, type Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';

/** @throws {ApiError} 400 when a column that points at a currency points nowhere */
export function checkCurrency(row: Row, column: string, world: World): void {
  const id = numberIn(row, column);
  if (id > 0 && !world.tenant.find('currencies', id))
    throw ruleError(`There is no record with ${column} ${id}.`);
}

/**
 * Follows a currency that is sent by its code.
 * @throws {ApiError} 400 for a code no currency has
 */
export function followCurrencyCode(
  row: Row,
  sent: Readonly<Record<string, unknown>>,
  code: string,
  column: string,
  world: World,
): void {
  const wanted = textIn(sent, code);
  if (wanted === '' || numberIn(sent, column) > 0) return;
  for (const currency of world.tenant.in('currencies').rows()) {
    if (textIn(currency, 'code').toLowerCase() === wanted.toLowerCase()) {
      row[column] = currency.id;
      return;
    }
  }
  throw ruleError(`There is no currency ${wanted}.`);
}

/** The code of the currency another column points to. */
export function currencyCodeOf(column: string) {
  return (row: Row, world: World): string =>
    textIn(world.tenant.find('currencies', row[column]) ?? {}, 'code');
}
